import { covers } from '#platform/access/who.ts'
import type { SheetRow, Verdict, Work } from '#platform/sheets/declaring.ts'
import type { Change, Reason } from '#platform/sheets/sheet-run.ts'
import { dayIn } from '#platform/time/zone.ts'
import { lists, secrecyWords, urgencyWords, type KnownListed, type ListedLetter, type TakenLine } from '#modules/correspondence/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { papersFor, type PapersHere } from './papers/finding.ts'
import { agendaOf, directionOf, isSecretRow, letterOf, reasonsOf } from './row.ts'

/** What is to be written for a row. */
export interface Plan {
  officeId: string
  stored: KnownListed | null
  letter: ListedLetter
  /** Of one that is there, what is new. */
  change: Partial<Pick<ListedLetter, 'kind' | 'secrecy' | 'urgency' | 'classification' | 'subject' | 'summary' | 'fileId'>>
}

/** Says of each row what would become of it. */
export async function checkRows(work: Work, rows: readonly SheetRow[]): Promise<Verdict<Plan>[]> {
  const { db, services, governmentId, unitId, accountId, now, reach } = work
  const port = services.ask(lists)
  const [officeId, government] = await Promise.all([port.officeOf(governmentId, unitId), services.ask(governmentDirectory).byId(governmentId)])
  if (!covers(reach('correspondence.office'), { unitId: officeId })) return rows.map(() => ({ is: 'wrong', reasons: [{ field: '', text: 'Anda belum memegang agenda surat kantor Anda.' }] }))
  const today = dayIn(now, government?.zone ?? 'Asia/Jakarta')
  const read = rows.map(({ values }) => ({ values, direction: directionOf(values), letter: letterOf(values, directionOf(values) ?? 'in') }))
  const lines = read.flatMap(({ values, direction }) => (direction === 'in' ? (agendaOf(values) ?? []) : []))
  const [known, taken, papers] = await Promise.all([
    port.known(db, officeId, read.map(({ letter }) => letter)),
    port.taken(db, officeId, lines),
    papersFor(work, accountId, rows.flatMap(({ values }) => values.file || [])),
  ])
  const takenBy = new Map(taken.map(line => [`${line.sequence}/${line.year}`, line]))
  return read.map(({ values, direction, letter }, i) => judge({ officeId, values, direction, letter, stored: known[i] ?? null, takenBy, papers, today }))
}

interface Row {
  officeId: string
  values: SheetRow['values']
  direction: 'in' | 'out' | null
  letter: ListedLetter
  stored: KnownListed | null
  takenBy: ReadonlyMap<string, TakenLine>
  papers: PapersHere
  today: string
}

function judge(row: Row): Verdict<Plan> {
  const { officeId, values, direction, letter, stored, papers, today } = row
  const reasons = [...reasonsOf(values, direction, today)]
  if (reasons.length > 0) return { is: 'wrong', reasons }
  const paper = values.file && !stored?.fileId ? papers.find(values.file) : null
  if (paper && 'problem' in paper) reasons.push({ field: 'file', ...paper.problem })
  const plan: Plan = { officeId, stored, letter: { ...letter, fileId: paper && 'fileId' in paper ? paper.fileId : null }, change: {} }
  if (!stored) {
    reasons.push(...conflictOf(row))
    return reasons.length > 0 ? { is: 'wrong', reasons } : { is: 'new', changes: factsOf(values, letter), data: plan }
  }
  // What came in otherwise is looked after where it stands; a list adds nothing to it.
  if (stored.origin !== 'list') return { is: 'unchanged' }
  const changes = changesOf(plan, values)
  reasons.push(...refusedChanges(plan, values))
  if (reasons.length > 0) return { is: 'wrong', reasons }
  return changes.length > 0 ? { is: 'changed', changes, data: plan } : { is: 'unchanged' }
}

/** A line of the agenda belongs to one letter. */
function conflictOf({ letter: { agenda }, takenBy }: Row): Reason[] {
  const taken = agenda && takenBy.get(`${agenda.sequence}/${agenda.year}`)
  if (!taken) return []
  const line = `${taken.sequence}/${taken.year}`
  return [taken.sender === null
    ? { field: 'agenda', text: 'Nomor agenda {line} sudah dipakai surat lain.', values: { line } }
    : { field: 'agenda', text: 'Nomor agenda {line} sudah dipakai surat {number} dari {sender}.', values: { line, number: taken.number ?? 'tanpa nomor', sender: taken.sender } }]
}

/** What a list may not change of a letter that is there. */
function* refusedChanges({ stored, letter, change }: Plan, values: SheetRow['values']): Generator<Reason> {
  if (!stored) return
  const order = Object.keys(secrecyWords)
  if (change.secrecy && order.indexOf(change.secrecy) < order.indexOf(stored.secrecy)) yield { field: 'secrecy', text: 'Surat ini tercatat lebih rahasia; sifatnya tidak diturunkan lewat daftar.' }
  if (letter.agenda && stored.year !== null && (letter.agenda.year !== stored.year || letter.agenda.sequence !== stored.sequence)) yield { field: 'agenda', text: 'Surat ini sudah tercatat dengan nomor agenda {line}.', values: { line: `${stored.sequence}/${stored.year}` } }
  if (values.receivedOn && stored.receivedOn && values.receivedOn !== stored.receivedOn) yield { field: 'receivedOn', text: 'Surat ini sudah tercatat dengan tanggal diterima lain.' }
}

const days = (day: string) => day.split('-').reverse().join('/')

/** What the preview shows of a new letter; of a secret one not what it is about. */
function factsOf(values: SheetRow['values'], { direction, letterOn, other, agenda }: ListedLetter): Change[] {
  const facts: Record<string, string> = {
    direction: direction === 'in' ? 'Masuk' : 'Keluar', letterOn: days(letterOn), agenda: agenda ? `${agenda.sequence}/${agenda.year}` : '', [direction === 'in' ? 'sender' : 'addressee']: isSecretRow(values) ? '' : other, file: values.file ?? '',
  }
  return Object.entries(facts).flatMap(([field, to]) => (to ? [{ field, from: '', to }] : []))
}

const wordOf = { kind: (code: string) => code, secrecy: (code: string) => secrecyWords[code as keyof typeof secrecyWords] ?? code, urgency: (code: string) => urgencyWords[code as keyof typeof urgencyWords] ?? code }

/** What a row says anew of a letter that is there; an empty cell says nothing. Fills `change` of the plan. */
function changesOf(plan: Plan, values: SheetRow['values']): Change[] {
  const { stored, letter, change } = plan
  if (!stored) return []
  const changes: Change[] = []
  const hidden = isSecretRow(values) || stored.secrecy === 'R' || stored.secrecy === 'SR'
  for (const field of ['kind', 'secrecy', 'urgency', 'classification', 'subject', 'summary'] as const) {
    const [from, to] = [stored[field] ?? '', letter[field] ?? '']
    if (!values[field] || from === to) continue
    Object.assign(change, { [field]: letter[field] })
    const shown = (text: string) => (field in wordOf ? wordOf[field as keyof typeof wordOf](text) : text)
    changes.push({ field, from: hidden ? '' : shown(from), to: hidden ? '…' : shown(to) })
  }
  if (letter.fileId) {
    change.fileId = letter.fileId
    changes.push({ field: 'file', from: '', to: values.file ?? '' })
  }
  return changes
}
