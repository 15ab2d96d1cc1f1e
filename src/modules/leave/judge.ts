import type { Message } from '#platform/forms/fields.ts'
import { addDays, addMonths } from '#platform/time/zone.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import type { Account } from '#modules/leave-accounts/contract.ts'
import { calendarDays, chargesOf, lastDay, overlap, workingDays, yearOf } from './days.ts'
import { isGranted, isWaiting, type Content, type Ground, type Kind, type Limit, type Paper, type Request, type Span } from './leave.ts'
import type { Holidays } from '#platform/time/working-days.ts'
import { groundOf } from './rules.ts'

/** What is wrong, at which field. */
export interface Finding {
  name: string
  message: Message
}

/** Everything a request is judged by besides itself. */
export interface Case {
  /** Id of the request when it is stored already. */
  id: string | null
  person: Pick<Employee, 'kind' | 'status' | 'enteredOn' | 'nip'>
  kind: Kind
  account: Account
  /** All requests of the person. */
  requests: readonly Request[]
  holidays: Holidays
  /** The day on which it is asked for. */
  today: string
}

export type Asked = Pick<Content, 'from' | 'until' | 'ground' | 'birth'> & { paper: boolean }

/** A day as sentences print it: noon, so that no zone moves it. */
export const printed = (day: string): number => Date.parse(`${day}T12:00:00Z`)

const finding = (name: string, text: string, values?: Message['values']): Finding => ({ name, message: { text, values } })

/** Digit 15 of the number of PNS and PPPK says it; of others it is not known here. */
const sexOf = (nip: string | null): 'm' | 'f' | null => (nip?.[14] === '1' ? 'm' : nip?.[14] === '2' ? 'f' : null)

/** Whether somebody may ask for this kind at all. */
export const isFor = (kind: Kind, { kind: who, nip }: Pick<Employee, 'kind' | 'nip'>): boolean => kind.who.includes(who) && (kind.sex === null || sexOf(nip) === null || kind.sex === sexOf(nip))

/** What a leave takes from the quota. */
export const chargesFor = (kind: Kind, span: Span, holidays: Holidays): Record<string, number> => (kind.quota ? chargesOf(span, holidays) : {})

/** The paper this leave needs, if any. */
export const paperFor = (kind: Kind, ground: Ground | null, span: Span): Paper | null => (ground?.papers ?? kind.papers).findLast(paper => calendarDays(span) >= paper.from) ?? null

const limitOf = (kind: Kind, ground: Ground | null): Limit | null => (ground?.most !== undefined ? ground.most : kind.most)

/** All that keeps a request from being sent, in the order of the form. */
export function findingsOf(asked: Asked, about: Case): Finding[] {
  const { kind, person } = about
  if (person.status !== 'active') return [finding('', 'Cuti hanya untuk pegawai yang aktif.')]
  if (!isFor(kind, person)) return [finding('', 'Jenis cuti ini tidak berlaku bagi Anda.')]
  if (asked.until < asked.from) return [finding('until', 'Hari terakhir mendahului hari pertama.')]
  const ground = groundOf(kind, asked.ground)
  return [...groundFindings(asked, ground, about), ...dayFindings(asked, ground, about), ...quotaFindings(asked, about), ...paperFindings(asked, ground, about)]
}

function* groundFindings({ from, birth, ground: code }: Asked, ground: Ground | null, { kind, person, account }: Case): Generator<Finding> {
  if (kind.grounds.length > 0 && !ground) yield finding('ground', code ? 'Alasan itu tidak ada lagi dalam aturan. Pilih yang lain.' : 'Pilih alasannya menurut aturan.')
  if (ground?.sex && sexOf(person.nip) !== null && sexOf(person.nip) !== ground.sex) yield finding('ground', 'Alasan ini tidak berlaku bagi Anda.')
  if (kind.births !== null && birth === null) yield finding('birth', 'Tulis kelahiran anak yang ke berapa.')
  if (kind.births !== null && birth !== null && birth > kind.births) yield finding('birth', 'Cuti ini untuk anak pertama sampai anak ke-{n}. Untuk anak berikutnya ajukan cuti besar.', { n: kind.births })
  const years = ground?.years ?? kind.years
  const ripe = kind.quota ? account.entitledFrom : person.enteredOn && addMonths(person.enteredOn, years * 12)
  if (ripe && from < ripe) yield finding('from', 'Menurut masa kerja, hak atas cuti ini ada mulai {ripe, date, long}.', { ripe: printed(ripe) })
}

/** Requests of the person that count beside this one. */
const others = ({ requests, id }: Case): Request[] => requests.filter(one => one.id !== id && (isGranted(one.state) || isWaiting(one.state)))

function* dayFindings(asked: Asked, ground: Ground | null, about: Case): Generator<Finding> {
  const { kind, today, holidays } = about
  if (asked.from < addDays(today, -kind.late)) yield finding('from', kind.late > 0 ? 'Cuti ini diajukan paling lambat {n} hari sesudah hari pertamanya.' : 'Hari pertama sudah lewat. Pilih hari ini atau sesudahnya.', { n: kind.late })
  if (workingDays(asked, holidays) === 0) yield finding('from', 'Tidak ada hari kerja pada tanggal itu; cuti tidak diperlukan.')
  for (const other of others(about)) if (overlap(asked, other)) yield finding('from', 'Anda sudah mengajukan cuti {from, date, long} sampai {until, date, long}. Pilih hari lain, atau tarik dahulu yang itu.', { from: printed(other.from), until: printed(other.until) })
  const again = ground?.again ?? kind.again
  const last = again > 0 ? others(about).filter(one => one.kind === kind.code && one.until < asked.from).toSorted((a, b) => (a.until < b.until ? 1 : -1))[0] : undefined
  if (last && addMonths(last.until, again * 12) > asked.from) yield finding('from', 'Cuti ini terakhir Anda ambil sampai {until, date, long}; berikutnya setelah {again} tahun.', { until: printed(last.until), again })
  const end = longestUntil(asked.from, ground, about)
  if (end && asked.until > end) yield finding('until', 'Paling lama sampai {end, date, long}.', { end: printed(end) })
}

/**
 * The last day a leave from `from` on may have; null where nothing limits it. Leave that follows upon leave of its kind
 * goes on with it, as long as an extension allows; cuti besar is shorter by the annual leave its year has used.
 */
export function longestUntil(from: string, ground: Ground | null, about: Case): string | null {
  const { kind, holidays } = about
  const limit = limitOf(kind, ground)
  if (!limit) return null
  const earlier = kind.extension ? others(about).filter(one => one.kind === kind.code) : []
  let begin = from
  for (let before = endingBefore(earlier, begin); before; before = endingBefore(earlier, begin)) begin = before.from
  const end = lastDay(begin, limit, holidays)
  if (begin < from && kind.extension) return lastDay(addDays(end, 1), kind.extension, holidays)
  if (!kind.clearsAnnual) return end
  const used = others(about).filter(({ state }) => isGranted(state)).reduce((sum, { charges }) => sum + (charges[yearOf(from)] ?? 0), 0)
  return addDays(end, -used)
}

const endingBefore = (earlier: readonly Request[], from: string): Request | undefined => earlier.find(one => one.until === addDays(from, -1))

function* quotaFindings(asked: Asked, { kind, id, account, holidays }: Case): Generator<Finding> {
  if (!kind.quota) return
  if (!account.quota) return void (yield finding('', 'Hak cuti tahunan untuk jenis pegawai Anda belum ditetapkan. Hubungi pengelola kepegawaian.'))
  const charges = chargesFor(kind, asked, holidays)
  const requestId = id ?? unsaved
  const last = Math.max(yearOf(asked.until), account.lastYear ?? 0)
  const without = new Map(account.years(last, { requestId, charges: {} }).map(year => [year.year, year]))
  const cleared = [...without.values()].find(year => year.cleared && charges[year.year])
  const over = account.years(last, { requestId, charges }).find(year => year.over > (without.get(year.year)?.over ?? 0))
  if (cleared) yield finding('from', 'Hak cuti tahunan {year} hapus karena cuti besar pada tahun itu.', { year: String(cleared.year) })
  else if (over && charges[over.year]) yield finding('until', 'Sisa cuti tahunan {year} tinggal {left} hari kerja, sedangkan tanggal itu memakai {days} hari kerja.', { year: String(over.year), left: without.get(over.year)?.left ?? 0, days: charges[over.year]! })
  // Days of this year that are carried into the next were promised there already.
  else if (over) yield finding('until', 'Sisa yang terbawa ke {year} sudah dipakai untuk cuti yang diajukan pada tahun itu.', { year: String(over.year) })
}

/** Stands for the id of a request that has none yet. */
export const unsaved = 'unsaved'

function* paperFindings(asked: Asked, ground: Ground | null, { kind }: Case): Generator<Finding> {
  const paper = paperFor(kind, ground, asked)
  if (paper && !asked.paper) yield finding('paper', 'Lampirkan {what}.', { what: paper.what.toLowerCase() })
}
