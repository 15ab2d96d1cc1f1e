import { referenceList } from '#platform/reference/reference.ts'
import { addMonths, dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { salaryFor } from '#modules/decrees/decree.ts'
import type { Entry, RecordKind } from '#modules/personnel/contract.ts'
import type { Facts } from '#modules/personnel/employee.ts'
import { insertProposal } from '#modules/personnel/records-store.ts'
import { remember } from '#modules/personnel/remember.ts'
import { bindAccount, refreshCurrent, tables, writeEmployees } from '#modules/personnel/store.ts'
import type { Tables } from '#modules/identity/tables.ts'
import { inventStaff, type DemoEmployee } from './content/staff.ts'
import { bytesOf } from './content/sites-documents.ts'
import type { DemoPerson } from './content/index.ts'
import type { Place } from './units.ts'

const two = (n: number) => String(n).padStart(2, '0')
/** Of those on contract, who have no table in the reference data yet. */
const salaries: Record<string, string> = { V: '2900000', VII: '3100000', IX: '3600000' }

/** Rupiah by whole years of service, by grade. */
type Salaries = ReadonlyMap<string, Readonly<Record<string, number>>>

/** Titles before and after, and the name between them. */
function nameParts(name: string): Pick<Facts, 'name' | 'titleBefore' | 'titleAfter'> {
  const [front = name, ...after] = name.split(', ')
  const [, before = '', bare = front] = /^((?:(?:Drs|Dra|Dr|dr|drg|Ir|Hj?|Prof)\.\s+)*)(.+)$/.exec(front) ?? []
  return { name: bare, titleBefore: before.trim() || null, titleAfter: after.join(', ') || null }
}

/** Level of a position by its title, as far as titles tell. */
const levelOf = (title: string): string =>
  /Ahli (Utama|Madya|Muda|Pertama)/.exec(title)?.[1]?.toLowerCase().replace(/^/, 'ahli-') ??
  (/^(Sekretaris Daerah|Asisten|Kepala (Dinas|Badan|Pelaksana|BKPSDM|DP3AP2KB|DPMPTSP|Satuan)|Inspektur$|Direktur|Sekretaris DPRD)/.test(title) ? 'jpt' : /^(Kepala B(idang|agian)|Sekretaris|Camat|Inspektur Pembantu|Wakil Direktur)/.test(title) ? 'administrator' : /^(Kepala S(eksi|ub)|Sub Koordinator|Lurah)/.test(title) ? 'pengawas' : /^(Guru|Kepala SMP|Wakil Kepala Sekolah)/.test(title) ? 'guru' : 'pelaksana')

/** Somebody of the demo as the staff knows them: what the NIP says is true. */
function ofPerson({ nip, name, title, unit }: DemoPerson, thisYear: number): DemoEmployee & { nip: string; titleBefore: string | null } {
  const [year, month] = [Number(nip!.slice(8, 12)), nip!.slice(12, 14)]
  const { name: bare, titleBefore, titleAfter } = nameParts(name)
  const master = /M\.|Sp\./.test(titleAfter ?? '')
  const from = master ? 9 : 8
  const grades = ['III/a', 'III/b', 'III/c', 'III/d', 'IV/a', 'IV/b', 'IV/c']
  const level = levelOf(title)
  const highest = level === 'jpt' ? 6 : level === 'administrator' ? 5 : level === 'ahli-madya' ? 4 : 3
  const steps = Math.min(Math.floor((thisYear - year) / 4), highest - (from - 8))
  return {
    unit, kind: 'pns', name: bare, titleBefore, titleAfter, birthDate: `${nip!.slice(0, 4)}-${nip!.slice(4, 6)}-${nip!.slice(6, 8)}`, sex: nip![14] === '1' ? 'm' : 'f', enteredOn: `${year}-${month}-01`, nip: nip!,
    education: { level: master ? 's2' : 's1', major: 'Administrasi Publik', year: year - 1 }, position: { title, level },
    grades: Array.from({ length: steps + 1 }, (_, n) => ({ grade: grades[n + (from - 8)]!, since: `${year + n * 4}-${n === 0 ? month : '04'}-01` })),
  }
}

type Member = DemoEmployee & { nip?: string; titleBefore?: string | null; accountId?: string }

/** `twins` were born on the same day before: their NIK names another subdistrict. */
function factsOf(one: Member, i: number, twins: number, unitId: string, today: string): Facts {
  const [year = '', month = '', day = ''] = one.birthDate.split('-')
  return {
    unitId, kind: one.kind, status: i % 61 === 60 ? 'cltn' : 'active', name: one.name, titleBefore: one.titleBefore ?? null, titleAfter: one.titleAfter, birthDate: one.birthDate, sex: one.sex, enteredOn: one.enteredOn,
    nip: one.nip ?? (one.kind === 'honorer' ? null : `${year}${month}${day}${one.enteredOn.slice(0, 4)}${one.kind === 'pns' ? one.enteredOn.slice(5, 7) : '21'}${one.sex === 'm' ? 1 : 2}000`),
    nik: `3328${two(1 + ((Number(month) + Number(day) + twins) % 18))}${two(Number(day) + (one.sex === 'f' ? 40 : 0))}${month}${year.slice(2)}0000`, numberReason: null,
    // Contracts of five years for PPPK and of one for others; a few end soon.
    contractUntil: one.kind === 'pns' ? null : addMonths(today, one.kind === 'honorer' ? 1 + (i % 11) : 2 + (i % 50)),
    birthPlace: 'Tegal', religion: i % 23 === 22 ? 'kristen' : 'islam', marital: i % 4 === 3 ? 'belum' : 'kawin', phone: `0812 5550 ${String(1000 + i).slice(-4)}`, email: null, address: `Jalan Peragaan Nomor ${1 + i}, Kabupaten Tegal`,
  }
}

const entry = (kind: RecordKind, content: Record<string, unknown>, over: Partial<Entry> = {}): Entry => ({ kind, decreeNumber: null, decreeOn: null, official: null, since: null, until: null, fileId: null, content, ...over })

/** What somebody's history says: grades, position, salary, school, ratings, and for some an award or a family. */
function* historyOf(one: Member, i: number, today: string, table: Salaries): Generator<Entry> {
  const decree = (since: string, n: number) => ({ decreeNumber: `821/${100 + ((i * 7 + n) % 800)}/${since.slice(0, 4)}`, decreeOn: addMonths(since, -1), official: 'Bupati Tegal', since })
  for (const [n, { grade, since }] of one.grades.entries()) yield entry('rank', { grade, way: n === 0 ? 'cpns' : 'reguler', years: n * 4, months: 0 }, decree(since, n))
  const held = one.enteredOn > '2022-01-01' ? one.enteredOn : '2022-01-03'
  yield entry('position', { title: one.position.title, level: one.position.level, echelon: '', unit: '' }, decree(held, 5))
  yield entry('education', { level: one.education.level, school: one.education.level === 'sma' ? 'SMA Negeri Peragaan' : 'Universitas Peragaan', major: one.education.major, year: one.education.year }, { decreeNumber: `IJ-${1000 + i}`, decreeOn: `${one.education.year}-08-20` })
  if (one.kind !== 'honorer') {
    // Every second year since entry; one in nine has been forgotten.
    const due = Math.floor((Number(today.slice(0, 4)) - Number(one.enteredOn.slice(0, 4)) - (one.enteredOn.slice(5) > today.slice(5) ? 1 : 0)) / 2) - (i % 9 === 8 ? 1 : 0)
    const since = addMonths(one.enteredOn, due * 24)
    const grade = one.grades.findLast(held => held.since <= since)?.grade ?? ''
    if (due > 0) yield entry('salary-increase', { salary: String(salaryFor(table.get(grade), due * 2) ?? salaries[grade] ?? '3000000'), grade, years: due * 2 }, { ...decree(since, 9), official: 'Kepala BKPSDM' })
    const lastYear = Number(today.slice(0, 4)) - 1
    if (lastYear > Number(one.enteredOn.slice(0, 4))) yield entry('performance', { year: lastYear, results: i % 7 === 3 ? 'atas' : 'sesuai', behaviour: 'sesuai', rating: i % 7 === 3 ? 'sangat-baik' : i % 31 === 30 ? 'butuh-perbaikan' : 'baik' }, { decreeOn: `${lastYear + 1}-01-15`, official: 'Pejabat penilai' })
  }
  if (i % 3 === 0) yield entry('training', { name: 'Pelatihan Tata Kelola Arsip Dinamis', sort: 'teknis', organiser: 'BKPSDM Kabupaten Tegal', hours: 32 }, { decreeNumber: `ST-${i}/2025`, decreeOn: '2025-06-13', since: '2025-06-09', until: '2025-06-13' })
  if (/^drg?\./.test(one.titleBefore ?? '')) yield entry('license', { name: 'Surat Izin Praktik Dokter', sort: 'sip' }, { decreeNumber: `503/${200 + i}/SIP/2022`, decreeOn: addMonths(today, -56), official: 'DPMPTSP Kabupaten Tegal', since: addMonths(today, -56), until: addMonths(today, 4) })
  if (/^(Arsiparis|Pranata|Perencana|Analis)/.test(one.position.title) && i % 4 === 1) yield entry('license', { name: `Sertifikat Kompetensi ${one.position.title}`, sort: 'kompetensi' }, { decreeNumber: `SK-${4000 + i}`, official: 'Badan Nasional Sertifikasi Profesi', since: addMonths(today, 2 + (i % 30) - 36), until: addMonths(today, 2 + (i % 30)) })
  if (i % 10 === 1 && one.enteredOn < '2015-01-01') yield entry('award', { name: 'Satyalancana Karya Satya 10 Tahun' }, { decreeNumber: `SLKS-${i}`, decreeOn: '2025-08-17', official: 'Presiden' })
  if (i % 4 !== 3) yield entry('family', { relation: 'pasangan', name: `Pasangan ${one.name}`, birthDate: one.birthDate, work: '', covered: 'ya' })
  if (i % 89 === 50) yield entry('discipline', { level: 'ringan', sanction: 'Teguran tertulis', reason: 'Tidak masuk kerja lima hari tanpa keterangan' }, { ...decree('2025-03-01', 3), until: '2025-08-31' })
}

/** Adds the files of the demo's people and of an invented staff, with histories, and what some of them propose. */
export async function addEmployees({ database, files, config }: Pick<Services, 'database' | 'files' | 'config'>, place: Place, people: readonly DemoPerson[], { units, each }: { units: readonly string[]; each: number }): Promise<void> {
  const today = dayIn(new Date(), place.zone)
  const thisYear = Number(today.slice(0, 4))
  const paper = await bytesOf({ content: ['Sertifikat pelatihan (peragaan)', 'Bimbingan Teknis Penulisan Berita, 16 jam pelajaran.'] })
  const evidence = await files.put(database.of(place.governmentId), place.governmentId, { name: 'sertifikat.odt', ...paper, unitId: place.unit(units[0]!).id, public: false })
  await database.transaction(place.governmentId, async tx => {
    const accounts = await tx.withTables<Tables>().selectFrom('identity.account').select(['id', 'nip']).where('nip', 'is not', null).execute()
    const table: Salaries = new Map((await referenceList<Record<string, number>>(tx, 'base-salary', today)).map(({ code, value }) => [code, value]))
    const members: Member[] = [
      ...people.filter(({ nip }) => nip).map(person => ({ ...ofPerson(person, thisYear), accountId: accounts.find(({ nip }) => nip === person.nip)?.id })),
      ...inventStaff(units, each, thisYear),
    ]
    const written = await writeEmployees(tx, config.secret, members.map((one, i) => ({ id: null, facts: factsOf(one, i, members.slice(0, i).filter(({ birthDate }) => birthDate === one.birthDate).length, place.unit(one.unit).id, today) })))
    const ids = written.filter(id => id !== null)
    for (const [i, { accountId }] of members.entries()) if (accountId) await bindAccount(tx, ids[i]!, accountId)
    const records = members.flatMap((one, i) => [...historyOf(one, i, today, table)].map(({ decreeNumber, decreeOn, official, since, until, kind, content }) =>
      ({ employee_id: ids[i]!, kind, decree_number: decreeNumber, decree_on: decreeOn, official, since, until, content: JSON.stringify(content) })))
    for (let at = 0; at < records.length; at += 500) await tables(tx).insertInto('personnel.record').values(records.slice(at, at + 500)).execute()
    await refreshCurrent(tx, today, ids)
    await remember(tx, ids)
    const proposing = members.flatMap(({ accountId, name, titleAfter }, i) => (accountId ? [{ id: ids[i]!, accountId, name, titleAfter }] : []))
    const proposals = [
      entry('training', { name: 'Bimbingan Teknis Penulisan Berita', sort: 'teknis', organiser: 'Diskominfo', hours: 16 }, { decreeNumber: 'ST-118/2026', decreeOn: addMonths(today, -1), since: addMonths(today, -1), until: null, fileId: evidence.id }),
      entry('personal', { name: '', titleBefore: '', titleAfter: '', birthPlace: 'Tegal', religion: 'islam', marital: 'kawin', phone: '0812 5550 9001', email: '', address: 'Perumahan Peragaan Indah Blok C-7, Slawi', remark: 'Pindah rumah' }),
      entry('education', { level: 's2', school: 'Universitas Peragaan', major: 'Ilmu Komunikasi', year: thisYear }, { decreeNumber: 'IJ-2048', decreeOn: addMonths(today, -2) }),
    ]
    for (const [n, proposal] of proposals.entries()) {
      const who = proposing[n + 1]
      if (who) await insertProposal(tx, who.id, proposal.kind === 'personal' ? { ...proposal, content: { ...proposal.content, name: who.name, titleAfter: who.titleAfter ?? '' } } : proposal, { by: who.accountId, replaces: null })
    }
  })
}
