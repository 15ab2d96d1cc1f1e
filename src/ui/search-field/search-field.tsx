import { t } from '#platform/i18n/locale.ts'

export interface SearchFieldProps {
  label: string
  name?: string
  value?: string
  placeholder?: string
  /** `large` in the opening of the home page. */
  size?: 'plain' | 'large'
}

/** Search words and their button, to be put into a GET form. */
export function SearchField({ label, name = 'q', value, placeholder, size = 'plain' }: SearchFieldProps) {
  return (
    <div class={`search-field ${size}`}>
      <input type="search" name={name} value={value} placeholder={placeholder} aria-label={label} autocomplete="off" />
      <button type="submit">{t('Cari')}</button>
    </div>
  )
}
