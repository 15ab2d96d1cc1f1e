import { covers, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { SheetRow, Verdict, Work } from '#platform/sheets/declaring.ts'
import type { Change, Reason } from '#platform/sheets/sheet-run.ts'
import { dayIn } from '#platform/time/zone.ts'
import { governmentDirectory, unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { kindWords, sexWords, type RecordKind } from '../contract.ts'
import type { Facts, File } from '../employee.ts'
import { numberFindings } from '#platform/identifiers/checks.ts'
import { maskedNik, provinceCodes } from '#platform/identifiers/nik.ts'
import { listsOn, type Lists } from '../parts/lists.ts'
import { maritalWords, religionWords, statusWords, wordOf } from '../parts/words.ts'
import { employeesByNumber, nikHash, nikOf, tables } from '../store.ts'
import { privateColumns } from './columns.ts'
import { newEntries, type Known, type NewEntry } from './history.ts'
import { personOf, type Person } from './person.ts'

/** What is to be written for a row. */
export interface Plan {
  stored: File | null
  person: Person
  entries: NewEntry[]
}

/** Everything rows are compared with. */
interface Desk {
  today: string
  units: UnitTree
  lists: Lists
  provinces: ReadonlySet<string>
  secret: string
  accountId: string
  manages: Reach | null
  seesPrivate: Reach | null
  byNip: ReadonlyMap<string, File>
  byNik: ReadonlyMap<string, File>
  niks: ReadonlyMap<string, Buffer | null>
  histories: ReadonlyMap<string, Known[]>
}

/** Today where the government is. */
export async function todayIn({ services, governmentId, now }: Pick<Work, 'services' | 'governmentId' | 'now'>): Promise<string> {
  const government = await services.ask(governmentDirectory).byId(governmentId)
  return dayIn(now, government?.zone ?? 'Asia/Jakarta')
}

/** Says of each row what would become of it. */
export async function checkRows(work: Work, rows: readonly SheetRow[]): Promise<Verdict<Plan>[]> {
  const desk = await deskFor(work, rows)
  return rows.map(({ values }) => judge(desk, values))
}

async function deskFor(work: Work, rows: readonly SheetRow[]): Promise<Desk> {
  const { db, services, governmentId } = work
  const { secret } = services.config
  const numbers = (name: string) => rows.map(({ values }) => values[name]).filter(one => one !== undefined && one !== '') as string[]
  const today = await todayIn(work)
  const [units, lists, provinces, found] = await Promise.all([services.ask(unitDirectory).of(governmentId), listsOn(db, today), provinceCodes(), employeesByNumber(db, secret, { nips: numbers('nip'), niks: numbers('nik') })])
  return {
    today, units, lists, provinces, secret, accountId: work.accountId,
    manages: work.reach('personnel.manage'),
    seesPrivate: work.reach('personnel.read-sensitive'),
    byNip: new Map(found.flatMap(({ file }) => (file.nip ? [[file.nip, file]] : []))),
    byNik: new Map(found.flatMap(one => (one.nikHash ? [[one.nikHash.toString('hex'), one.file]] : []))),
    niks: new Map(found.map(one => [one.file.id, one.nikHash])),
    histories: await historiesOf(db, found.map(({ file }) => file.id)),
  }
}

async function historiesOf(db: Db | Tx, ids: readonly string[]): Promise<Map<string, Known[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(db).selectFrom('personnel.record').select(['employee_id', 'kind', 'since', 'content']).where('employee_id', 'in', [...ids]).where('state', '=', 'verified').where('kind', 'in', ['rank', 'position', 'education']).execute()
  return Map.groupBy(rows.map(row => ({ employeeId: row.employee_id, kind: row.kind as RecordKind, since: row.since, content: (row.content ?? {}) as Known['content'] })), row => row.employeeId)
}

const reason = (field: string, text: string, values?: Reason['values']): Reason => ({ field, text, values })

function judge(desk: Desk, values: SheetRow['values']): Verdict<Plan> {
  const { byNip, byNik, secret, manages } = desk
  const hash = values.nik ? nikHash(secret, values.nik) : null
  const [ofNip, ofNik] = [values.nip ? byNip.get(values.nip) : undefined, hash ? byNik.get(hash.toString('hex')) : undefined]
  const stored = ofNip ?? ofNik ?? null
  if (!values.nip && !values.nik) return wrong(reason('nip', 'Isi NIP atau NIK; tanpa salah satunya orang ini tidak dapat dikenali.'))
  if (ofNip && ofNik && ofNip.id !== ofNik.id) return wrong(reason('nik', 'NIP dan NIK di baris ini milik dua pegawai yang berbeda.'))
  if (stored && !covers(manages, { unitId: stored.unitId })) return wrong(reason(ofNip ? 'nip' : 'nik', 'Pegawai ini ada di luar jangkauan Anda.'))
  if (stored && stored.accountId === desk.accountId) return wrong(reason('nip', 'Berkas sendiri diubah lewat usulan, yang diperiksa orang lain.'))
  if (!ofNip && ofNik?.nip && values.nip) return wrong(reason('nik', 'NIK ini sudah tercatat dengan NIP lain.'))

  const person = personOf(values, stored)
  const seesPrivate = covers(desk.seesPrivate, { unitId: person.facts.unitId })
  if (!seesPrivate) person.facts.birthPlace = values.birthPlace ? person.facts.birthPlace : (stored?.birthPlace ?? null)
  const reasons = [...factReasons(desk, values, person, stored, seesPrivate)]
  const history = newEntries(values, stored ? (desk.histories.get(stored.id) ?? []) : [], desk.lists, person.facts.kind)
  reasons.push(...history.reasons)
  if (reasons.length > 0) return { is: 'wrong', reasons }

  const newNik = hash !== null && !(stored && desk.niks.get(stored.id)?.equals(hash))
  const { nik, ...kept } = person
  const plan: Plan = { stored, person: newNik ? person : kept, entries: history.entries }
  const changes = [...changesOf(desk, stored, plan), ...history.changes]
  if (!stored) return { is: 'new', changes, data: plan }
  return changes.length > 0 ? { is: 'changed', changes, data: plan } : { is: 'unchanged' }
}

const wrong = (...reasons: Reason[]): Verdict<Plan> => ({ is: 'wrong', reasons })

function* factReasons(desk: Desk, values: SheetRow['values'], { facts, nik }: Person, stored: File | null, seesPrivate: boolean): Generator<Reason> {
  if (facts.name === '') yield reason('name', 'Isi nama; orang ini belum tercatat.')
  if (facts.unitId === '') yield reason('unit', 'Isi unit kerja; orang ini belum tercatat.')
  else if (facts.unitId !== stored?.unitId && !covers(desk.manages, { unitId: facts.unitId })) yield reason('unit', 'Unit ini ada di luar jangkauan Anda.')
  if (!facts.birthDate) yield reason('birthDate', 'Isi tanggal lahir; orang ini belum tercatat.')
  else if (facts.birthDate > desk.today) yield reason('birthDate', 'Tanggal lahir ini belum tiba.')
  if (!facts.sex) yield reason('sex', 'Isi jenis kelamin; orang ini belum tercatat.')
  if (facts.name.length > 120) yield reason('name', 'Paling banyak {max} huruf.', { max: 120 })
  if ((facts.titleBefore?.length ?? 0) > 40) yield reason('titleBefore', 'Paling banyak {max} huruf.', { max: 40 })
  if ((facts.titleAfter?.length ?? 0) > 80) yield reason('titleAfter', 'Paling banyak {max} huruf.', { max: 80 })
  if (facts.contractUntil && facts.enteredOn && facts.contractUntil < facts.enteredOn) yield reason('contractUntil', 'Kontrak tidak boleh berakhir sebelum mulai bekerja.')
  if (values.birth && values.birthDate && !values.birth.startsWith(values.birthDate)) yield reason('birthDate', 'Tanggal lahir di dua kolom berkas ini berbeda.')
  if (!seesPrivate) for (const name of privateColumns) if (values[name]) yield reason(name, 'Anda belum boleh mengisi data pribadi pegawai di unit ini. Lepas kolom ini dari pencocokan.')
  if (!facts.birthDate || !facts.sex) return
  // The stored NIK is opened only where what it is compared with changes.
  const compared = nik ?? (stored && (facts.birthDate !== stored.birthDate || facts.sex !== stored.sex) ? nikOf(desk.secret, stored) : null)
  for (const { field, text, values: said } of numberFindings({ ...facts, nik: compared }, desk.provinces)) yield reason(field, text, said)
}

const days = (day: string | null) => day?.split('-').reverse().join('/') ?? ''

/** How a fact is shown; what is private only as far as it must be. */
const shown: { [K in Exclude<keyof Facts, 'nik' | 'numberReason'>]: (facts: Pick<Facts, K>, desk: Desk) => string } = {
  nip: ({ nip }) => nip ?? '',
  name: ({ name }) => name,
  titleBefore: ({ titleBefore }) => titleBefore ?? '',
  titleAfter: ({ titleAfter }) => titleAfter ?? '',
  unitId: ({ unitId }, { units }) => units.byId(unitId)?.name ?? '',
  kind: ({ kind }) => kindWords[kind],
  status: ({ status }) => statusWords[status].label,
  birthPlace: ({ birthPlace }) => birthPlace ?? '',
  birthDate: ({ birthDate }) => days(birthDate),
  sex: ({ sex }) => sexWords[sex],
  religion: ({ religion }) => wordOf(religionWords, religion),
  marital: ({ marital }) => wordOf(maritalWords, marital),
  phone: ({ phone }) => phone ?? '',
  email: ({ email }) => email ?? '',
  address: ({ address }) => address ?? '',
  enteredOn: ({ enteredOn }) => days(enteredOn),
  contractUntil: ({ contractUntil }) => days(contractUntil),
}

const columnOf: Partial<Record<keyof Facts, string>> = { unitId: 'unit' }

function changesOf(desk: Desk, stored: File | null, { person: { facts, nik } }: Plan): Change[] {
  const changes: Change[] = []
  for (const name of Object.keys(shown) as (keyof typeof shown)[]) {
    if (stored ? facts[name] === stored[name] : facts[name] === null || name === 'name' || name === 'status') continue
    changes.push({ field: columnOf[name] ?? name, from: stored ? shown[name](stored, desk) : '', to: shown[name](facts, desk) })
  }
  if (nik) changes.push({ field: 'nik', from: '', to: maskedNik(nik) })
  return changes
}
