import { covers, type Reach } from '#platform/access/who.ts'
import { numberFindings } from '#platform/identifiers/checks.ts'
import { maskedNik, provinceCodes } from '#platform/identifiers/nik.ts'
import { referenceList } from '#platform/reference/reference.ts'
import type { SheetRow, Verdict, Work } from '#platform/sheets/declaring.ts'
import type { Change, Reason } from '#platform/sheets/sheet-run.ts'
import { dayIn } from '#platform/time/zone.ts'
import { governmentDirectory, unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { rolls, type EmployeeKind, type Facts, type Known, type ListedEntry } from '#modules/personnel/contract.ts'
import { privateColumns } from './columns.ts'
import { newEntries } from './history.ts'
import { personOf, type Person } from './person.ts'
import { wordFor } from './readers.ts'

/** What is to be written for a row. */
export interface Plan {
  stored: Known | null
  person: Person
  entries: ListedEntry[]
}

/** Everything rows are compared with. */
interface Desk {
  today: string
  units: UnitTree
  grades: ReadonlyMap<string, EmployeeKind>
  provinces: ReadonlySet<string>
  accountId: string
  manages: Reach | null
  seesPrivate: Reach | null
  byNip: ReadonlyMap<string, Known>
  byNik: ReadonlyMap<string, Known>
  nikOf(known: Known): Promise<string | null>
}

/** Says of each row what would become of it. */
export async function checkRows(work: Work, rows: readonly SheetRow[]): Promise<Verdict<Plan>[]> {
  const desk = await deskFor(work, rows)
  const verdicts: Verdict<Plan>[] = []
  for (const { values } of rows) verdicts.push(await judge(desk, values))
  return verdicts
}

async function deskFor({ db, services, governmentId, now, accountId, reach }: Work, rows: readonly SheetRow[]): Promise<Desk> {
  const files = services.ask(rolls)
  const numbers = (name: string) => rows.flatMap(({ values }) => values[name] || [])
  const government = await services.ask(governmentDirectory).byId(governmentId)
  const today = dayIn(now, government?.zone ?? 'Asia/Jakarta')
  const known = await files.known(db, { nips: numbers('nip'), niks: numbers('nik') })
  const grades = await referenceList<{ kind: EmployeeKind }>(db, 'grade', today)
  return {
    today, accountId,
    units: await services.ask(unitDirectory).of(governmentId),
    grades: new Map(grades.map(({ code, value }) => [code, value.kind])),
    provinces: await provinceCodes(),
    manages: reach('personnel.manage'),
    seesPrivate: reach('personnel.read-sensitive'),
    byNip: new Map(known.flatMap(one => (one.nip ? [[one.nip, one]] : []))),
    byNik: new Map(known.flatMap(one => (one.nik ? [[one.nik, one]] : []))),
    nikOf: ({ id }) => files.nikOf(db, id),
  }
}

const reason = (field: string, text: string, values?: Reason['values']): Reason => ({ field, text, values })

async function judge(desk: Desk, values: SheetRow['values']): Promise<Verdict<Plan>> {
  const { byNip, byNik, manages } = desk
  const [ofNip, ofNik] = [values.nip ? byNip.get(values.nip) : undefined, values.nik ? byNik.get(values.nik) : undefined]
  const stored = ofNip ?? ofNik ?? null
  if (!values.nip && !values.nik) return wrong(reason('nip', 'Isi NIP atau NIK; tanpa salah satunya orang ini tidak dapat dikenali.'))
  if (ofNip && ofNik && ofNip.id !== ofNik.id) return wrong(reason('nik', 'NIP dan NIK di baris ini milik dua pegawai yang berbeda.'))
  if (stored && !covers(manages, { unitId: stored.unitId })) return wrong(reason(ofNip ? 'nip' : 'nik', 'Pegawai ini ada di luar jangkauan Anda.'))
  if (stored && stored.accountId === desk.accountId) return wrong(reason('nip', 'Berkas sendiri diubah lewat usulan, yang diperiksa orang lain.'))
  if (!ofNip && ofNik?.nip && values.nip) return wrong(reason('nik', 'NIK ini sudah tercatat dengan NIP lain.'))

  const person = personOf(values, stored)
  const seesPrivate = covers(desk.seesPrivate, { unitId: person.facts.unitId })
  if (!seesPrivate) person.facts.birthPlace = values.birthPlace ? person.facts.birthPlace : (stored?.birthPlace ?? null)
  const compared = person.nik ?? (stored && bornOtherwise(person, stored) ? await desk.nikOf(stored) : null)
  const reasons = [...factReasons(desk, values, person, { stored, seesPrivate, nik: compared })]
  const history = newEntries(values, stored?.history ?? [], desk.grades, person.facts.kind)
  reasons.push(...history.reasons)
  if (reasons.length > 0) return { is: 'wrong', reasons }

  const plan: Plan = { stored, person: person.nik && person.nik !== stored?.nik ? person : { facts: person.facts }, entries: history.entries }
  const changes = [...changesOf(desk, stored, plan), ...history.changes]
  if (!stored) return { is: 'new', changes, data: plan }
  return changes.length > 0 ? { is: 'changed', changes, data: plan } : { is: 'unchanged' }
}

const wrong = (...reasons: Reason[]): Verdict<Plan> => ({ is: 'wrong', reasons })

/** The NIK on file is opened only where what it is compared with changes. */
const bornOtherwise = ({ facts }: Person, stored: Known) => facts.birthDate !== stored.birthDate || facts.sex !== stored.sex

function* factReasons(desk: Desk, values: SheetRow['values'], { facts }: Person, { stored, seesPrivate, nik }: { stored: Known | null; seesPrivate: boolean; nik: string | null }): Generator<Reason> {
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
  if (!seesPrivate && facts.unitId !== '') for (const name of privateColumns) if (values[name]) yield reason(name, 'Anda belum boleh mengisi data pribadi pegawai di unit ini. Lepas kolom ini dari pencocokan.')
  if (!facts.birthDate || !facts.sex) return
  for (const { field, text, values: said } of numberFindings({ ...facts, nik }, desk.provinces)) yield reason(field, text, said)
}

const days = (day: string | null) => day?.split('-').reverse().join('/') ?? ''

/** How a fact is shown; what is private only as far as it must be. */
const shown: { [K in Exclude<keyof Facts, 'nik' | 'numberReason'>]: (facts: Pick<Facts, K>, desk: Desk) => string } = {
  nip: ({ nip }) => nip ?? '',
  name: ({ name }) => name,
  titleBefore: ({ titleBefore }) => titleBefore ?? '',
  titleAfter: ({ titleAfter }) => titleAfter ?? '',
  unitId: ({ unitId }, { units }) => units.byId(unitId)?.name ?? '',
  kind: ({ kind }) => wordFor('kind', kind),
  status: ({ status }) => wordFor('status', status),
  birthPlace: ({ birthPlace }) => birthPlace ?? '',
  birthDate: ({ birthDate }) => days(birthDate),
  sex: ({ sex }) => wordFor('sex', sex),
  religion: ({ religion }) => wordFor('religion', religion),
  marital: ({ marital }) => wordFor('marital', marital),
  phone: ({ phone }) => phone ?? '',
  email: ({ email }) => email ?? '',
  address: ({ address }) => address ?? '',
  enteredOn: ({ enteredOn }) => days(enteredOn),
  contractUntil: ({ contractUntil }) => days(contractUntil),
}

const columnOf: Partial<Record<keyof Facts, string>> = { unitId: 'unit' }

function changesOf(desk: Desk, stored: Known | null, { person: { facts, nik } }: Plan): Change[] {
  const changes: Change[] = []
  for (const name of Object.keys(shown) as (keyof typeof shown)[]) {
    if (stored ? facts[name] === stored[name] : facts[name] === null || name === 'name' || name === 'status') continue
    changes.push({ field: columnOf[name] ?? name, from: stored ? shown[name](stored, desk) : '', to: shown[name](facts, desk) })
  }
  if (nik) changes.push({ field: 'nik', from: '', to: maskedNik(nik) })
  return changes
}
