import { person } from '#platform/access/who.ts'
import type { Services } from '#platform/web/services.ts'
import { addDays, dayIn } from '#platform/time/zone.ts'
import { people } from '#modules/identity/contract.ts'
import type { Comparison } from '#modules/reconciliation/contract.ts'
import { decide } from '#modules/reconciliation/deciding.ts'
import { askAll, settle } from '#modules/reconciliation/settling.ts'
import { comparisonById, insertComparison, insertSteps, sourcesOf, type Content, type NewSource } from '#modules/reconciliation/store/comparisons.ts'
import { pageOfDifferences } from '#modules/reconciliation/store/differences.ts'
import { questionPage } from '#modules/reconciliation/store/pairs.ts'
import { changeDelivery, insertDelivery } from '#modules/reconciliation-deliveries/store.ts'
import { deliveryJob } from '#modules/reconciliation-deliveries/work.ts'
import { chanceOf } from './chance.ts'
import type { Place } from './units.ts'

type Line = readonly string[]

const csv = (lines: readonly Line[]) => Buffer.from(lines.map(cells => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n'))

/** One letter left out in the middle of the longest word. */
function slipped(name: string): string {
  const word = name.split(' ').toSorted((a, b) => b.length - a.length)[0] ?? ''
  const at = Math.floor(word.length / 2)
  return name.replace(word, word.slice(0, at) + word.slice(at + 1))
}

const share = (chance: number, ...bounds: number[]) => bounds.findIndex(bound => chance < bound)

/** Schools as Dapodik might have them, and as the education office keeps them in a sheet of its own. Numbers are invented. */
function schools(place: Place): { dapodik: Line[]; office: Line[] } {
  const dapodik: Line[] = [['NPSN', 'Nama Satuan Pendidikan', 'Kecamatan', 'Jumlah murid', 'Jumlah guru', 'Akreditasi', 'Tanggal SK pendirian']]
  const office: Line[] = [['NPSN', 'Nama sekolah', 'Kec.', 'Jml Murid', 'Jumlah Guru', 'Akreditasi', 'Tgl SK pendirian']]
  const villages = place.units.all.filter(({ kind }) => kind === 'village')
  let serial = 0
  for (const village of villages) {
    const district = (place.units.byId(village.parentId ?? '')?.name ?? '').replace(/^Kecamatan /, '')
    const name = village.name.replace(/^(?:Desa|Kelurahan) /, '')
    const count = chanceOf(name, district, 'count') < 0.25 ? 2 : 1
    for (let i = 1; i <= count && dapodik.length <= 320; i++) {
      const chance = (about: string) => chanceOf(name, district, String(i), about)
      const npsn = `2032${5000 + ++serial * 7}`
      const called = `SD Negeri ${name} ${String(i).padStart(2, '0')}`
      const [pupils, teachers] = [90 + Math.floor(chance('pupils') * 260), 8 + Math.floor(chance('teachers') * 9)]
      const grade = ['A', 'A', 'B', 'B', 'C'][Math.floor(chance('grade') * 5)]!
      const founded = `01/07/${1965 + Math.floor(chance('year') * 30)}`
      if (chance('gone') > 0.02) dapodik.push([npsn, called, `Kec. ${district}`, String(pupils), String(teachers), grade, founded])
      if (chance('unlisted') < 0.03) continue
      const way = share(chance('name'), 0.45, 0.6, 0.68, 0.74)
      const written = [`SDN ${i} ${name}`, `SD N ${name} ${'I'.repeat(i)}`, slipped(called), name.includes(' ') ? called.replace(name, name.replace(/ (\p{L})/u, (_, letter: string) => letter.toLowerCase())) : called][way] ?? called
      const row = [
        chance('code') < (way === 2 ? 0.7 : 0.1) ? '' : npsn, written, district, String(chance('other pupils') < 0.12 ? pupils + 3 + Math.floor(chance('more') * 30) : pupils), chance('other teachers') < 0.04 ? 'belum lapor' : String(teachers),
        chance('other grade') < 0.06 ? 'Terakreditasi B' : grade, chance('other day') < 0.04 ? '02/01/1978' : founded,
      ]
      office.push(row)
      if (chance('twice') < 0.015) office.push(row.with(1, called))
    }
  }
  return { dapodik, office }
}

/** Agencies and subdistricts as the directory has them, and as an older sheet of the organisation section does. */
function agencies(place: Place): { directory: Line[]; sheet: Line[] } {
  const kept = place.units.all.filter(({ kind }) => kind === 'agency' || kind === 'subdistrict' || kind === 'secretariat')
  const lines = kept.map((unit, i) => ({ code: `${1 + (i % 7)}.${String(1 + (i % 20)).padStart(2, '0')}.${String(i + 1).padStart(3, '0')}`, ...unit }))
  return {
    directory: [['Kode', 'Nama unit', 'Alamat', 'Telepon'], ...lines.map(({ code, name, address, phone }) => [code, name, address ?? '', phone ?? ''])],
    sheet: [['Kode', 'Nama unit', 'Alamat', 'Telp'], ...lines.flatMap(({ code, name, shortName, address, phone, kind, slug }): Line[] => {
      const chance = chanceOf(slug, 'unit list')
      if (chance < 0.05) return []
      const written = kind === 'subdistrict' ? name.replace('Kecamatan', 'Kec.') : chance < 0.25 ? shortName : name
      return [[chance > 0.8 ? '' : code, written, chance > 0.6 && chance < 0.75 ? 'Jl. A. Yani No. 7, Slawi' : (address ?? ''), phone ?? '']]
    })],
  }
}

/** Brings a file in the way the pages do, the columns as they are guessed. */
async function bring(services: Services, { governmentId }: Place, source: string, name: string, lines: readonly Line[], { asOf, by, columns }: { asOf: string; by: string; columns: Record<string, number> }, whole = true): Promise<void> {
  const db = services.database.of(governmentId)
  const file = await services.files.put(db, governmentId, { name, mediaType: 'text/csv', body: csv(lines), unitId: null, public: false })
  const delivery = await services.database.transaction(governmentId, tx => insertDelivery(tx, source, file, asOf, by))
  const go = () => deliveryJob.run({ services, governmentId, db, now: new Date() }, { delivery })
  await go()
  await changeDelivery(db, delivery, { state: 'checking', choices: { sheet: 0, heading: null, columns } }, ['mapping'])
  await go()
  if (!whole) return
  await changeDelivery(db, delivery, { state: 'taking' }, ['ready'])
  await go()
}

interface Kept {
  content: Content
  sources: readonly NewSource[]
  files: readonly { name: string; lines: readonly Line[]; columns: Record<string, number> }[]
}

async function make(services: Services, place: Place, { content, sources, files }: Kept, by: string, today: string): Promise<Comparison> {
  const id = await services.database.transaction(place.governmentId, async tx => {
    const made = await insertComparison(tx, content, sources, by)
    await insertSteps(tx, made, [{ recordId: made, event: 'create', by }])
    return made
  })
  const db = services.database.of(place.governmentId)
  const kept = await sourcesOf(db, id)
  for (const [i, { name, lines, columns }] of files.entries()) await bring(services, place, kept[i]!.id, name, lines, { asOf: addDays(today, -9 + i * 4), by, columns })
  return (await comparisonById(db, id))!
}

/** Adds schools in Dapodik against the office's own list, partly settled, and a list of units with a newer file that waits. */
export async function addReconciliation(services: Services, place: Place, now = new Date()): Promise<void> {
  const db = services.database.of(place.governmentId)
  const today = dayIn(now, place.zone)
  const root = place.units.all.find(({ kind }) => kind === 'government')!
  const [education, statistics] = [place.unit('dikbud').id, place.unit('diskominfo-statistik-persandian').id]
  const managers = await services.ask(people).holding(db, 'reconciliation.manage', root.id)
  const keeper = managers.find(({ unitId }) => unitId === statistics) ?? managers[0]
  if (!keeper) return
  const field = (key: string, label: string, type: 'number' | 'text' | 'date', tolerance = 0) => ({ key, label, type, tolerance, ownerId: null })
  const lists = schools(place)
  const columns = { 'code': 0, 'name': 1, 'place': 2, 'jumlah-murid': 3, 'jumlah-guru': 4, 'akreditasi': 5, 'tanggal-sk-pendirian': 6 }
  const comparison = await make(services, place, {
    content: {
      unitId: statistics, title: 'Sekolah dasar: Dapodik dan daftar dinas', about: 'Dasar daftar sekolah di katalog data.', codeLabel: 'NPSN', nameLabel: 'Nama sekolah', placeLabel: 'Kecamatan', ownerId: education, settleDays: 5,
      fields: [field('jumlah-murid', 'Jumlah murid', 'number', 2), field('jumlah-guru', 'Jumlah guru', 'number'), field('akreditasi', 'Akreditasi', 'text'), field('tanggal-sk-pendirian', 'Tanggal SK pendirian', 'date')],
    },
    sources: [{ label: 'Dapodik', system: 'Dapodik (unduhan)', unitId: education }, { label: 'Dinas', system: 'Lembar kerja Dinas Pendidikan dan Kebudayaan', unitId: education }],
    files: [{ name: 'dapodik-sd-tegal.csv', lines: lists.dapodik, columns }, { name: 'daftar-sd-dinas.csv', lines: lists.office, columns }],
  }, keeper.id, today)
  await answer(services, place, comparison, { by: keeper.id, today })

  const units = agencies(place)
  const listed = { code: 0, name: 1, alamat: 2, telepon: 3 }
  const second = await make(services, place, {
    content: { unitId: statistics, title: 'Perangkat daerah: direktori dan daftar Bagian Organisasi', about: null, codeLabel: 'Kode', nameLabel: 'Nama unit', placeLabel: null, ownerId: statistics, settleDays: 10, fields: [field('alamat', 'Alamat', 'text'), field('telepon', 'Telepon', 'text')] },
    sources: [{ label: 'Direktori', system: 'Pendopo', unitId: statistics }, { label: 'Organisasi', system: 'Lembar kerja Bagian Organisasi', unitId: statistics }],
    files: [{ name: 'direktori.csv', lines: units.directory, columns: listed }, { name: 'organisasi-2025.csv', lines: units.sheet, columns: listed }],
  }, keeper.id, today)
  const [, sheet] = await sourcesOf(db, second.id)
  await bring(services, place, sheet!.id, 'organisasi-2026.csv', units.sheet.filter((_, i) => i % 17 !== 5), { asOf: today, by: keeper.id, columns: listed }, false)
}

/** Some questions answered, some differences settled by both sides, the rest asked of the office. */
async function answer(services: Services, { governmentId }: Place, comparison: Comparison, { by, today }: { by: string; today: string }): Promise<void> {
  const db = services.database.of(governmentId)
  const sources = await sourcesOf(db, comparison.id)
  const { pairs } = await questionPage(db, comparison.id, { limit: 6 })
  const settler = person({ id: by, name: '', username: '', email: '', unitId: comparison.unitId, title: null, language: 'id', sessionId: '', strong: true }, [{ permission: 'reconciliation.settle', reach: 'government', unitId: comparison.unitId }], () => [])
  await services.database.transaction(governmentId, async tx => {
    const locked = (await comparisonById(tx, comparison.id, true))!
    for (const [rightId, among] of Map.groupBy(pairs, pair => pair.rightId)) await decide(tx, locked, rightId, among[0]!.leftId, by)
    const { items } = await pageOfDifferences(tx, { comparisonId: comparison.id, states: ['open'], field: 'akreditasi', limit: 40 })
    const some = items.slice(0, Math.ceil(items.length / 2)).map(({ id }) => id)
    if (some.length > 0) await settle(tx, settler, locked, some, { choice: { kind: 'source', sourceId: sources[0]!.id }, why: 'Sesuai sertifikat akreditasi terakhir' })
    await askAll(tx, services, locked, addDays(today, 5), by)
  })
}
