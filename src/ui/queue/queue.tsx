import { type ComponentChildren, Fragment } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import { SubmitButton } from '../button/button.tsx'

export interface QueueEntry {
  id: string
  href: string
  title: string
  /** What is asked, in a word or two. */
  kind: string
  from: string
  /** Further facts, where there is room for them. */
  facts?: ComponentChildren[]
  /** Until when, as a `Badge`. */
  due?: ComponentChildren
  /** How urgent, as a `Badge`. */
  urgency?: ComponentChildren
  /** Nobody has read it yet. */
  fresh?: boolean
  /** What is sent when it is chosen; without it there is nothing to choose. */
  value?: string
}

export interface QueueProps {
  /** Names the list for screen readers. */
  label: string
  entries: readonly QueueEntry[]
  /** Lets several be chosen and sent to `action` under `name`. */
  pick?: { action: string; name: string; button: string }
}

/** Work that waits, one row each: the whole row leads on. Goes with the `queue` script, and works without. */
export function Queue({ label, entries, pick }: QueueProps) {
  const list = (
    <ol class="queue" aria-label={label} data-queue>
      {entries.map(entry => (
        <li key={entry.id} class={entry.fresh ? 'new' : undefined}>
          {pick && entry.value && <input type="checkbox" name={pick.name} value={entry.value} aria-label={t('Pilih {title}', { title: entry.title })} />}
          <div>
            <a href={entry.href}>{entry.fresh && <span class="hidden-text">{t('Belum dibaca:')} </span>}{entry.title}</a>
            <p class="meta"><span>{entry.kind}</span> <span>{entry.from}</span>{entry.facts?.map((fact, i) => fact && <Fragment key={i}> <span class="fact">{fact}</span></Fragment>)}</p>
          </div>
          {(entry.due || entry.urgency) && <div class="queue-due">{entry.urgency} {entry.due}</div>}
        </li>
      ))}
    </ol>
  )
  if (!pick) return list
  return (
    <form method="get" action={pick.action}>
      {list}
      <div class="queue-pick"><SubmitButton>{pick.button}</SubmitButton></div>
    </form>
  )
}

/** What the keys do; the `queue` script shows it, because without it they do nothing. */
export function QueueKeys() {
  const keys: [string, string][] = [
    ['j ↓', t('Baris berikutnya')], ['k ↑', t('Baris sebelumnya')], ['Enter', t('Buka baris ini')], ['x', t('Pilih baris ini')], ['/', t('Cari')], ['?', t('Daftar tombol ini')],
  ]
  return (
    <details class="queue-keys" data-queue-keys data-words={JSON.stringify({ off: t('Matikan tombol pintas'), on: t('Nyalakan tombol pintas') })} hidden>
      <summary><kbd>?</kbd> {t('Tombol pintas')}</summary>
      <dl>{keys.map(([key, text]) => <div key={key}><dt>{key.split(' ').map(one => <kbd key={one}>{one}</kbd>)}</dt> <dd>{text}</dd></div>)}</dl>
    </details>
  )
}
