import type { StoredFile } from '#platform/files/files.ts'
import { withLocale, type Locale } from '#platform/i18n/locale.ts'
import { Problem } from '#platform/web/problems.ts'
import { fill, read } from '#ui/part/part.ts'
import type { Entry } from '../contract.ts'
import type { Lists } from '../parts/lists.ts'
import type { KindOfRecord } from './kind.ts'

const papers = { decree_number: 'decreeNumber', decree_on: 'decreeOn', official: 'official', since: 'since', until: 'until' } as const

/** An entry as the values its form is filled with. */
export const fillEntry = (spec: KindOfRecord, lists: Lists, entry: Pick<Entry, 'content' | (typeof papers)[keyof typeof papers]>): Record<string, unknown> =>
  fill(spec.parts(lists), { ...entry.content, ...Object.fromEntries(Object.entries(papers).map(([name, key]) => [name, entry[key] ?? ''])) })

/** The entry a form describes, with the file that proves it. @throws Problem naming every input that is wrong */
export function readEntry(spec: KindOfRecord, lists: Lists, { input, files }: { input: Record<string, unknown>; files: Record<string, StoredFile[]> }, stored: Entry | null, locale: Locale, { born, today }: { born: string; today: string }): Entry {
  const problems: { name: string; message: { text: string; values?: Record<string, string | number> } }[] = []
  const sent = { input, files, wrong: (name: string, text: string, values?: Record<string, string | number>) => void problems.push({ name, message: { text, values } }) }
  const values = withLocale(locale, () => read(spec.parts(lists), sent, stored?.content ?? null))
  const text = (name: string): string | null => (typeof values[name] === 'string' && values[name] !== '' ? values[name] : null)
  const entry: Entry = {
    kind: spec.kind,
    decreeNumber: text('decree_number'),
    decreeOn: text('decree_on'),
    official: text('official'),
    since: text('since'),
    until: text('until'),
    content: Object.fromEntries(Object.entries(values).filter(([name]) => !(name in papers))),
    fileId: files.berkas?.[0]?.id ?? stored?.fileId ?? null,
  }
  if (entry.since && entry.until && entry.until < entry.since) problems.push({ name: 'until', message: { text: 'Tanggal akhir tidak boleh sebelum tanggal mulai.' } })
  if (entry.since && entry.since < born) problems.push({ name: 'since', message: { text: 'Tanggal ini mendahului tanggal lahir pegawai.' } })
  if (entry.decreeOn && entry.decreeOn > today) problems.push({ name: 'decree_on', message: { text: 'Tanggal SK atau surat ini belum tiba.' } })
  if (problems.length > 0) throw Problem.all(problems)
  return entry
}
