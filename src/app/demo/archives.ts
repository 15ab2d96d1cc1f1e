import { sql } from 'kysely'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import type { Dossier } from '#modules/archives/contract.ts'
import { aDossier, aPaper, closed, filed, lent, waits } from '#modules/archives/testing.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { proposedBy } from '#modules/disposals/testing.ts'
import type { Tables } from '#modules/identity/tables.ts'
import type { Place } from './units.ts'

/** A dossier of the demo; letters of its codes are filed in it, and those named here are its papers. */
interface DemoDossier {
  unit: string
  code: string
  title: string
  opened: string
  closed?: string
  place?: Pick<Dossier, 'room' | 'shelf' | 'box'>
  /** Letters whose code begins with one of these. */
  letters?: string[]
  papers?: { title: string; on: string; amount: number; remarks?: string; scan?: boolean }[]
}

const nowhere = { room: null, shelf: null, box: null }
const record = (shelf: string, box: string) => ({ room: 'Ruang arsip lantai 1', shelf, box })

const dossiers = (year: number): DemoDossier[] => [
  { unit: 'diskominfo', code: '500.14', title: `Data sektoral dan Satu Data ${year}`, opened: `${year}-01-05`, letters: ['500.14'] },
  { unit: 'diskominfo', code: '500.12', title: `Infrastruktur dan wilayah tanpa sinyal ${year}`, opened: `${year}-01-05`, letters: ['500.12'], papers: [{ title: 'Peta sebaran menara dan wilayah tanpa sinyal', on: `${year}-03-11`, amount: 4, remarks: 'Cetak A1, dilipat', scan: true }] },
  { unit: 'diskominfo', code: '000.6', title: `Persandian dan keamanan informasi ${year}`, opened: `${year}-01-05`, letters: ['000.6'] },
  { unit: 'dpu', code: '600.1', title: `Perbaikan saluran dan jalan lingkungan ${year}`, opened: `${year}-02-02`, letters: ['600'], papers: [{ title: 'Foto lapangan gorong-gorong Jalan Cut Nyak Dien', on: `${year}-10-02`, amount: 6 }] },
  {
    unit: 'diskominfo', code: '000.5.2', title: 'Pembinaan kearsipan desa 2023', opened: '2023-02-01', closed: '2023-12-20', place: record('Rak B', 'Boks 12'),
    papers: [{ title: 'Daftar hadir pembinaan', on: '2023-05-16', amount: 9 }, { title: 'Laporan pembinaan 18 kecamatan', on: '2023-12-12', amount: 42, remarks: 'Jilid' }],
  },
  {
    unit: 'diskominfo', code: '400.14', title: 'Liputan Hari Jadi Kabupaten Tegal 2025', opened: '2025-04-01', closed: '2025-06-30', place: record('Rak A', 'Boks 3'),
    papers: [{ title: 'Naskah siaran pers dan kliping', on: '2025-05-19', amount: 27, scan: true }],
  },
  ...[2016, 2017, 2018].map((past, i): DemoDossier => ({
    unit: 'diskominfo', code: '000.1.1', title: `Tagihan telepon dan internet ${past}`, opened: `${past}-01-04`, closed: `${past}-12-31`, place: record('Rak D', `Boks ${i + 1}`),
    papers: [{ title: `Tagihan dan bukti bayar Januari sampai Desember ${past}`, on: `${past}-12-28`, amount: 24 }],
  })),
]

/** Fills the archives of two offices: dossiers with their letters, older ones on paper, a loan that is overdue and a proposal to destroy. */
export async function addArchives(services: Services, { governmentId, zone, units, unit }: Place, now = new Date()): Promise<void> {
  const db = services.database.of(governmentId)
  const place = { id: governmentId, units: Object.fromEntries(units.all.map(({ slug, id }) => [slug, id])) }
  const opened = { services }
  const accounts = await db.withTables<Tables>().selectFrom('identity.account').select(['id', 'username']).execute()
  const account = (username: string) => accounts.find(one => one.username === username)?.id ?? null
  const keeper = account('tu.kominfo')
  const { rows } = await sql<{ id: string; code: string | null; office: string }>`
    select l.id, l.classification as code, coalesce(r.unit_id, l.unit_id) as office from correspondence.letter l left join correspondence.receipt r on r.letter_id = l.id
    where l.state in ('signed', 'sent', 'received') order by l.id`.execute(db)
  const known = await services.ask(letters).byIds(db, rows.map(({ id }) => id))
  const made: (Dossier & { spec: DemoDossier })[] = []
  for (const spec of dossiers(now.getFullYear())) {
    const dossier = await aDossier(opened, place, { unit: spec.unit, classification: spec.code, title: spec.title, openedOn: spec.opened, ...(spec.place ?? nowhere) })
    const office = unit(spec.unit).id
    const own = rows.filter(row => row.office === office && spec.letters?.some(code => row.code?.startsWith(code))).map(({ id }) => known.get(id)).filter((letter): letter is Letter => letter !== undefined)
    // The newest waits: nobody's archive is up to date.
    for (const letter of own.slice(0, Math.max(1, own.length - 1))) await filed(opened, place, dossier, letter, keeper)
    await waits(opened, place, office, own.slice(1).slice(-1).map(({ id }) => id))
    for (const { title, on, amount, remarks = null, scan } of spec.papers ?? [])
      await aPaper(opened, place, dossier, { title, datedOn: on, amount, remarks, by: keeper, ...(scan ? { body: 'Pindaian peragaan', name: `${title}.txt` } : {}) })
    made.push({ ...(spec.closed ? await closed(opened, place, dossier, spec.closed) : dossier), spec })
  }
  const ago = (days: number) => dayIn(new Date(now.getTime() - days * 86_400_000), zone)
  const borrower = account('kadis.kominfo')
  const wanted = made.find(({ spec }) => spec.code === '000.5.2')
  if (!keeper || !borrower || !wanted) return
  await lent(opened, place, { dossier: wanted, borrower, by: keeper, from: ago(16), until: ago(2), purpose: 'Bahan paparan pengawasan kearsipan' })
  const old = made.filter(({ spec }) => spec.code === '000.1.1').slice(0, 2)
  await proposedBy(services, governmentId, { unitId: unit('diskominfo').id, kind: 'destroy', dossierIds: old.map(({ id }) => id), by: keeper })
}
