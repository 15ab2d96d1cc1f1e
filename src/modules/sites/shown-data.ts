import type { DatasetSpec } from '#platform/web/module.ts'
import { unitDirectory, type Unit } from '#modules/organisation/contract.ts'
import { pagesPort, type Block, type Point, type Row, type Value } from '#modules/pages/contract.ts'

type Given = Parameters<DatasetSpec['rows']>[0]

/** Blocks of one kind on all visible pages, each with its unit. */
async function shownBlocks({ db, government, ask }: Given, kind: Block['kind']): Promise<{ unit: Unit; values: Block['values']; changedAt: Date }[]> {
  const [units, blocks] = await Promise.all([ask(unitDirectory).of(government.id), ask(pagesPort).blocks(db, [kind])])
  return blocks.flatMap(({ unitId, block: { values }, changedAt }) => {
    const unit = units.byId(unitId)
    return unit ? [{ unit, values, changedAt }] : []
  })
}

const text = (value: Value | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)
const rowsIn = (value: Value | undefined): Row[] => (Array.isArray(value) ? (value as Row[]) : [])
const whole = (value: string | null | undefined): number | null => (value && /^\d+$/.test(value) ? Number(value) : null)
const pointIn = (value: Value | undefined): Point | null => (value && typeof value === 'object' && 'latitude' in value ? (value as Point) : null)

const place = [{ name: 'kode_wilayah', title: 'Kode wilayah', type: 'region' }, { name: 'unit', title: 'Unit', type: 'text' }] as const
const placeOf = (unit: Unit) => ({ kode_wilayah: unit.regionCode, unit: unit.name })

/** What villages and agencies show on their sites, as data. */
export const datasets: DatasetSpec[] = [
  {
    code: 'potensi-desa',
    title: 'Potensi desa dan nagari',
    description: 'Satu baris untuk setiap potensi yang ditampilkan di situs desa: ekonomi, wisata, alam, budaya, dan infrastruktur, dengan letaknya.',
    every: 'week',
    columns: [...place, { name: 'potensi', title: 'Potensi', type: 'text' }, { name: 'bidang', title: 'Bidang', type: 'text' }, { name: 'lintang', title: 'Lintang', type: 'text' }, { name: 'bujur', title: 'Bujur', type: 'text' }, { name: 'diubah', title: 'Terakhir diubah', type: 'timestamp' }],
    rows: async given => (await shownBlocks(given, 'potential')).map(({ unit, values, changedAt }) => {
      const point = pointIn(values.point)
      return { ...placeOf(unit), potensi: text(values.heading), bidang: text(values.category), lintang: point?.latitude ?? null, bujur: point?.longitude ?? null, diubah: changedAt }
    }),
  },
  {
    code: 'penduduk-desa',
    title: 'Penduduk menurut situs desa dan nagari',
    description: 'Jumlah penduduk menurut kelompok sebagaimana ditampilkan di situs desa, dengan tanggal keadaan dan sumbernya.',
    every: 'month',
    columns: [...place, { name: 'kelompok', title: 'Kelompok', type: 'text' }, { name: 'laki_laki', title: 'Laki-laki', type: 'integer' }, { name: 'perempuan', title: 'Perempuan', type: 'integer' }, { name: 'jumlah', title: 'Jumlah', type: 'integer' }, { name: 'keadaan', title: 'Keadaan pada tanggal', type: 'date' }, { name: 'sumber', title: 'Sumber', type: 'text' }],
    rows: async given => (await shownBlocks(given, 'population')).flatMap(({ unit, values }) =>
      rowsIn(values.rows).map(({ label, men, women, total }) => ({ ...placeOf(unit), kelompok: label, laki_laki: whole(men), perempuan: whole(women), jumlah: whole(total) ?? (whole(men) ?? 0) + (whole(women) ?? 0), keadaan: text(values.date), sumber: text(values.source) }))),
  },
  {
    code: 'anggaran-desa',
    title: 'Ringkasan anggaran di situs desa dan perangkat daerah',
    description: 'Anggaran dan realisasi setahun dalam rupiah, sebagaimana ditampilkan di situs setiap unit.',
    every: 'month',
    columns: [...place, { name: 'tahun', title: 'Tahun', type: 'integer' }, { name: 'kelompok', title: 'Kelompok', type: 'text' }, { name: 'uraian', title: 'Uraian', type: 'text' }, { name: 'anggaran', title: 'Anggaran (Rp)', type: 'integer' }, { name: 'realisasi', title: 'Realisasi (Rp)', type: 'integer' }],
    rows: async given => (await shownBlocks(given, 'budget')).flatMap(({ unit, values }) =>
      // Rupiah stay text here: they may be larger than a number can say exactly.
      rowsIn(values.rows).map(({ group, label, budgeted, realised }) => ({ ...placeOf(unit), tahun: values.year, kelompok: group, uraian: label, anggaran: budgeted || null, realisasi: realised || null }))),
  },
]
