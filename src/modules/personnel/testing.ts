import type { Services } from '#platform/web/services.ts'
import type { Entry, RecordKind } from './contract.ts'
import type { Facts } from './employee.ts'
import { insertProposal, insertRecord } from './records-store.ts'
import { remember } from './remember.ts'
import { bindAccount, insertEmployee } from './store.ts'

interface Place {
  id: string
  units: Record<string, string>
}

let serial = 0
const two = (n: number) => String(n).padStart(2, '0')
const everywhere = { accountId: '', government: true, governmentsBelow: false, units: new Set<string>(), own: false }

export interface NewEmployee extends Partial<Omit<Facts, 'unitId'>> {
  /** Slug of the unit; `diskominfo` when left out. */
  unit?: string
  accountId?: string
}

/**
 * A man or woman born on a day of their own, with numbers that fit and that nobody can have: serials of noughts.
 * The first two days of a month are left to tests that write a birthday themselves.
 */
export function aPerson(over: Partial<Facts> = {}): Omit<Facts, 'unitId'> {
  const n = serial++
  const birthDate = over.birthDate ?? `${1970 + (n % 25)}-${two(1 + (Math.floor(n / 25) % 12))}-${two(3 + (Math.floor(n / 300) % 26))}`
  const sex = over.sex ?? (n % 2 ? 'f' : 'm')
  const kind = over.kind ?? 'pns'
  const year = Number(birthDate.slice(0, 4)) + 25
  const [, month = '', day = ''] = birthDate.split('-')
  return {
    kind, status: 'active', birthDate, sex, name: `Pegawai Uji ${n + 1}`, titleBefore: null, titleAfter: 'S.E.',
    nip: kind === 'honorer' ? null : `${birthDate.replaceAll('-', '')}${year}${kind === 'pns' ? '03' : '21'}${sex === 'm' ? 1 : 2}000`,
    nik: `3328${two(1 + (n % 18))}${two(Number(day) + (sex === 'f' ? 40 : 0))}${month}${birthDate.slice(2, 4)}0000`,
    numberReason: null, birthPlace: 'Slawi', religion: 'islam', marital: 'kawin', phone: '0812 0000 0000', email: `uji${n}@contoh.id`, address: `Jalan Uji ${n + 1}`,
    enteredOn: `${year}-03-01`, contractUntil: null, ...over,
  }
}

/** Somebody who works in a unit; answers the id of the file. */
export function anEmployee({ database, config }: Pick<Services, 'database' | 'config'>, place: Place, { unit = 'diskominfo', accountId, ...over }: NewEmployee = {}): Promise<string> {
  return database.transaction(place.id, async tx => {
    const id = await insertEmployee(tx, config.secret, everywhere, { ...aPerson(over), unitId: place.units[unit]! })
    if (accountId) await bindAccount(tx, id, accountId)
    await remember(tx, [id])
    return id
  })
}

const contents: Record<RecordKind, Record<string, unknown>> = {
  rank: { grade: 'III/b', way: 'reguler', years: 6, months: 0 },
  position: { title: 'Analis Kebijakan Ahli Muda', level: 'ahli-muda', echelon: '', unit: '' },
  'salary-increase': { salary: '3125000', grade: 'III/b', years: 8 },
  education: { level: 's1', school: 'Universitas Contoh', major: 'Ekonomi', year: 2002 },
  training: { name: 'Pelatihan Kepemimpinan Pengawas', sort: 'struktural', organiser: 'BPSDM', hours: 900 },
  license: { name: 'STR Perawat', sort: 'str' },
  performance: { year: 2025, results: 'sesuai', behaviour: 'sesuai', rating: 'baik' },
  award: { name: 'Satyalancana Karya Satya 10 Tahun' },
  discipline: { level: 'ringan', sanction: 'Teguran lisan', reason: 'Tidak masuk kerja tiga hari' },
  family: { relation: 'pasangan', name: 'Pasangan Uji', birthDate: '1985-04-01', work: '', covered: 'ya' },
  other: { sort: 'organisasi', text: 'Anggota Korpri' },
  personal: { name: 'Nama Baru', titleBefore: '', titleAfter: '', birthPlace: '', religion: '', marital: '', phone: '', email: '', address: 'Alamat Baru', remark: '' },
}

/** An entry of a kind with its decree. */
export const anEntry = (kind: RecordKind, over: Partial<Entry> = {}): Entry =>
  ({ kind, decreeNumber: '821/001/2020', decreeOn: '2020-03-20', official: 'Bupati', since: '2020-04-01', until: null, fileId: null, ...over, content: { ...contents[kind], ...over.content } })

/** Adds a verified entry to somebody's history. */
export const aRecord = ({ database }: Pick<Services, 'database'>, place: Pick<Place, 'id'>, employeeId: string, entry: Entry): Promise<string> =>
  database.transaction(place.id, tx => insertRecord(tx, employeeId, entry, new Date().toISOString().slice(0, 10)))

/** Proposes an entry as the person would. */
export const aProposal = ({ database }: Pick<Services, 'database'>, place: Pick<Place, 'id'>, employeeId: string, entry: Entry, by: string): Promise<string> =>
  database.transaction(place.id, tx => insertProposal(tx, employeeId, entry, { by, replaces: null }))
