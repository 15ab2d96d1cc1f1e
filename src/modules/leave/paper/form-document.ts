import { addDays } from '#platform/time/zone.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentSource } from '#platform/documents/compiler.ts'
import { dateTime, longDate } from '#platform/i18n/format.ts'
import { withLocale } from '#platform/i18n/locale.ts'
import type { Government } from '#platform/access/government.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { lengthOf, yearOf } from '../days.ts'
import { isGranted, type Kind, type Limit, type Request } from '../leave.ts'
import type { Book } from '../parts/case.ts'
import { groundOf, kindOf } from '../rules.ts'
import type { Step } from '../store.ts'

/** What the form tells. */
export interface FormFacts {
  request: Request
  employee: Employee
  unit: string
  book: Book
  steps: readonly Step[]
  /** Titles of the positions that advise and decide. */
  superior: string | null
  official: string | null
}

const source = readFileSync(join(import.meta.dirname, 'leave-form.typ'), 'utf8')

// The form is Indonesian, whatever language its reader has chosen: its words are the regulation's.
const units: Record<Limit['unit'], string> = { 'working-days': 'hari kerja', days: 'hari', months: 'bulan' }
const officers = 'Pengelola kepegawaian'

/** The form of Peraturan BKN 24/2017 as a document to print. */
export function formDocument(facts: FormFacts, { zone }: Pick<Government, 'zone'>): DocumentSource {
  const { request, employee, unit } = facts
  const data = withLocale({ language: 'id', zone, vocabulary: {}, now: request.createdAt }, () => ({
    dated: longDate(request.submittedAt ?? request.createdAt),
    to: facts.official ?? officers,
    person: [
      { label: 'Nama', value: employee.name }, { label: 'NIP', value: employee.nip ?? '–' },
      { label: 'Jabatan', value: employee.position ?? '–' }, { label: 'Masa kerja', value: serviceOf(employee, request) },
      { label: 'Unit kerja', value: unit }, { label: 'Golongan', value: employee.grade ?? '–' },
    ],
    ...askedFor(facts),
    years: annualNotes(facts),
    notes: kindNotes(facts),
    address: request.address, phone: request.phone,
    own: { capacity: '', name: employee.name, nip: employee.nip, at: request.submittedAt && `diajukan melalui Pendopo, ${dateTime(request.submittedAt)}` },
    superior: opinion(facts.steps.findLast(step => step.event === 'advise' || (decides(step) && facts.superior === facts.official)), facts.superior),
    official: opinion(facts.steps.findLast(decides), facts.official),
  }))
  return { source, data, title: 'Formulir permintaan dan pemberian cuti', author: unit, language: 'id', date: request.decidedAt ?? request.submittedAt ?? request.createdAt }
}

const decides = ({ event }: Step): boolean => event === 'grant' || event === 'defer' || event === 'refuse'

function serviceOf({ enteredOn }: Employee, { from }: Request): string {
  if (!enteredOn) return '–'
  const months = (yearOf(from) - yearOf(enteredOn)) * 12 + Number(from.slice(5, 7)) - Number(enteredOn.slice(5, 7)) - (from.slice(8) < enteredOn.slice(8) ? 1 : 0)
  return `${Math.floor(months / 12)} tahun ${months % 12} bulan`
}

function askedFor({ request, book: { kinds, holidays } }: FormFacts) {
  const kind = kindOf(kinds, request.kind)
  const { n, unit } = lengthOf(request, kind?.count ?? 'days', holidays)
  return {
    kinds: kinds.map((one, i) => ({ label: `${i + 1}. ${one.name}`, on: one.code === request.kind })),
    reason: [groundOf(kind, request.ground)?.name, request.birth && `Kelahiran anak ke-${request.birth}`, request.reason].filter(Boolean).join('. '),
    length: `${n} ${units[unit]}`, from: longDate(request.from), until: longDate(request.until),
  }
}

/** What was left when this was asked for, by the year it comes from. */
function annualNotes({ request, book: { account } }: FormFacts) {
  const year = yearOf(request.from)
  const balance = account.years(year, { requestId: request.id, charges: {} }).at(-1)
  const carried = balance ? balance.left - balance.leftOwn : 0
  const older = balance?.idle ? Math.max(0, carried - (account.quota?.carry ?? 0)) : 0
  return [
    { year: `N-2 (${year - 2})`, left: String(older), note: balance?.idle ? 'tidak dipakai 2 tahun berturut-turut' : '' },
    { year: `N-1 (${year - 1})`, left: String(carried - older), note: balance?.deferred ? `${balance.deferred} hari ditangguhkan` : '' },
    { year: `N (${year})`, left: String(balance?.leftOwn ?? 0), note: balance?.cleared ? 'hapus karena cuti besar' : '' },
  ]
}

/** Earlier leave of the other kinds. */
function kindNotes({ request, book: { kinds, requests } }: FormFacts) {
  const last = (kind: Kind) => requests.find(one => one.id !== request.id && one.kind === kind.code && isGranted(one.state) && one.until < addDays(request.from, 1))
  const notes = kinds.filter(kind => !kind.quota).map((kind, i) => {
    const before = last(kind)
    return { label: `${i + 2}. ${kind.name.toUpperCase()}`, value: before ? `terakhir ${longDate(before.from)} s.d. ${longDate(before.until)}` : '–' }
  })
  return Array.from({ length: 5 }, (_, i) => notes[i] ?? { label: '', value: '' })
}

function opinion(step: Step | undefined, title: string | null) {
  return {
    ticked: step?.verdict ?? '',
    remarks: [step?.verdict === 'change' && `${longDate(step.from)} s.d. ${longDate(step.until)}`, step?.remarks].filter(Boolean).join('. '),
    signed: { capacity: step?.capacity ?? title ?? officers, name: step?.name ?? '………………………………', nip: step?.nip ?? null, at: step ? `ditetapkan melalui Pendopo, ${dateTime(step.at)}` : null },
  }
}
