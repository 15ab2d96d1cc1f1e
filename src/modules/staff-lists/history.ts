import type { SheetRow } from '#platform/sheets/declaring.ts'
import { simplified } from '#platform/sheets/readers.ts'
import type { Change, Reason } from '#platform/sheets/sheet-run.ts'
import { kindWords, type EmployeeKind, type ListedEntry, type RecordKind } from '#modules/personnel/contract.ts'
import { levelOf } from './person.ts'
import { educationText } from './readers.ts'

/** What a row adds to the histories of its person, and what is wrong with that. */
export interface Additions {
  entries: ListedEntry[]
  changes: Change[]
  reasons: Reason[]
}

const same = (one: unknown, other: string) => typeof one === 'string' && simplified(one) === simplified(other)

/**
 * Rank, position and education of a row, unless the history has them already. A list says what is so now and not what it
 * came from, so nothing is taken out; what replaces an earlier entry must say since when.
 */
export function newEntries(values: SheetRow['values'], known: readonly ListedEntry[], grades: ReadonlyMap<string, EmployeeKind>, kind: EmployeeKind): Additions {
  const found: Additions = { entries: [], changes: [], reasons: [] }
  const of = (what: RecordKind) => known.filter(one => one.kind === what)
  const add = (field: string, entry: ListedEntry, to: string) => {
    found.entries.push(entry)
    found.changes.push({ field, from: '', to })
  }
  /** Entries that follow one another by days. */
  const succession = (what: 'rank' | 'position', field: string, { key, value, since }: { key: string; value: string; since: string | null }, content: ListedEntry['content'], undated: string) => {
    const before = of(what)
    const equal = before.filter(one => same(one.content[key], value))
    if (equal.some(one => since === null || one.since === since)) return
    if (since === null && before.length > 0) found.reasons.push({ field: `${field}Since`, text: undated })
    else add(field, { kind: what, since, content }, since === null ? value : `${value}, ${since.split('-').reverse().join('/')}`)
  }
  const { grade, position, education } = values
  if (grade) {
    const listed = grades.get(grade)
    if (!listed) found.reasons.push({ field: 'grade', text: 'Golongan {grade} tidak ada di data rujukan.', values: { grade } })
    else if (listed !== kind) found.reasons.push({ field: 'grade', text: 'Golongan {grade} bukan untuk {kind}.', values: { grade, kind: kindWords[kind] } })
    else succession('rank', 'grade', { key: 'grade', value: grade, since: values.gradeSince || null }, { grade, way: 'lain', years: null, months: null }, 'Isi TMT golongan: golongan orang ini berbeda dari yang tercatat.')
  }
  if (position)
    succession('position', 'position', { key: 'title', value: position, since: values.positionSince || null }, { title: position, level: values.positionLevel || levelOf(position), echelon: '', unit: '' }, 'Isi TMT jabatan: jabatan orang ini berbeda dari yang tercatat.')
  if (education) {
    const [level = '', ...words] = education.split(' ')
    const major = words.join(' ')
    const there = of('education').some(one => one.content.level === level && (major === '' || same(one.content.major, major)))
    if (!there) add('education', { kind: 'education', since: null, content: { level, school: '', major, year: null } }, educationText(education))
  }
  return found
}
