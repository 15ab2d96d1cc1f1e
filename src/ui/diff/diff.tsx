import { diffLines } from 'diff'
import { t } from '#platform/i18n/locale.ts'

export interface DiffProps {
  before: string
  after: string
}

/** What changed between two versions of a text, line by line. */
export function Diff({ before, after }: DiffProps) {
  const lines = diffLines(`${before.trimEnd()}\n`, `${after.trimEnd()}\n`).flatMap(part => part.value.replace(/\n$/, '').split('\n').map(text => ({ text, part })))
  return (
    <ol class="diff">
      {lines.map(({ text, part }, i) => (
        <li key={i}>
          {part.added
            ? <ins><span class="hidden-text">{t('Ditambah:')} </span>{text}</ins>
            : part.removed ? <del><span class="hidden-text">{t('Dihapus:')} </span>{text}</del> : text}
        </li>
      ))}
    </ol>
  )
}
