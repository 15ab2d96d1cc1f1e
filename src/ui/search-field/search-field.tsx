import { t } from '#platform/i18n/locale.ts'

export interface SearchFieldProps {
  label: string
  name?: string
  value?: string
  placeholder?: string
  /** `large` in the opening of the home page. */
  size?: 'plain' | 'large'
  /** What the button says of itself where the field stands among others in a form. */
  button?: { name: string; value: string }
}

/** Search words and their button, to be put into a GET form, or into one that comes back as it was filled. */
export function SearchField({ label, name = 'q', value, placeholder, size = 'plain', button }: SearchFieldProps) {
  return (
    <div class={`search-field ${size}`}>
      <input type="search" name={name} value={value} placeholder={placeholder} aria-label={label} autocomplete="off" />
      <button type="submit" {...button}>{t('Cari')}</button>
    </div>
  )
}
