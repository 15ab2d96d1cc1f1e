import { sql } from 'kysely'
import type { DatasetSpec, EvidenceSpec, Indicator, PublicationExport } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { listToday } from './parts/here.ts'
import { conceptUses, type ConceptState } from './contract.ts'
import { open, published } from './concept.ts'
import { tables } from './store.ts'

const stateNames: Record<string, string> = { valid: 'berlaku', replaced: 'diganti', retired: 'dicabut' }

/** Pages of valid standards and of code lists, for the sitemap. */
export const publications: PublicationExport[] = [
  {
    code: 'standar-data',
    async addresses({ db }, after, limit) {
      let query = tables(db).selectFrom('standards.concept').select(['id', 'slug', 'changed_at']).where('state', '=', 'valid').orderBy('id', 'desc').limit(limit)
      if (after) query = query.where('id', '<', after)
      return (await query.execute()).map(row => ({ path: `/data/standar/${row.slug}`, changedAt: row.changed_at, cursor: row.id }))
    },
  },
]

export const datasets: DatasetSpec[] = [
  {
    code: 'standar-data',
    title: 'Standar data pemerintah daerah',
    description: 'Setiap standar data yang pernah ditetapkan menurut versinya: konsep, definisi, klasifikasi, ukuran, satuan, dan rujukannya.',
    every: 'month',
    columns: [
      { name: 'kode', title: 'Kode standar', type: 'text' },
      { name: 'versi', title: 'Versi', type: 'integer' },
      { name: 'nama', title: 'Nama data', type: 'text' },
      { name: 'konsep', title: 'Konsep', type: 'text' },
      { name: 'definisi', title: 'Definisi', type: 'text' },
      { name: 'klasifikasi', title: 'Klasifikasi', type: 'text' },
      { name: 'ukuran', title: 'Ukuran', type: 'text' },
      { name: 'satuan', title: 'Satuan', type: 'text' },
      { name: 'sumber', title: 'Sumber definisi', type: 'text' },
      { name: 'tema', title: 'Tema', type: 'text' },
      { name: 'pengusul', title: 'Unit pengusul', type: 'text' },
      { name: 'keadaan', title: 'Keadaan', type: 'text' },
      { name: 'berlaku_sejak', title: 'Berlaku sejak', type: 'date' },
      { name: 'berlaku_sampai', title: 'Sampai sebelum', type: 'date' },
    ],
    async rows({ db, government, ask }) {
      const [rows, units, themes] = await Promise.all([
        tables(db).selectFrom('standards.concept').selectAll().select(sql<string>`(select string_agg(c ->> 'label', '; ') from jsonb_array_elements(classifications) c)`.as('by')).where('state', 'in', [...published]).orderBy('slug').orderBy('number').execute(),
        ask(unitDirectory).of(government.id),
        listToday({ db, ask }, 'tema-data'),
      ])
      return rows.map(row => ({
        kode: row.slug, versi: row.number, nama: row.name, konsep: row.concept, definisi: row.definition, klasifikasi: row.by, ukuran: row.measure, satuan: row.unit, sumber: row.reference,
        tema: themes.find(({ code }) => code === row.theme)?.label ?? row.theme, pengusul: units.byId(row.unit_id ?? '')?.name ?? '', keadaan: stateNames[row.state], berlaku_sejak: row.valid_from, berlaku_sampai: row.valid_to,
      }))
    },
  },
]

const counted = async (db: Parameters<typeof tables>[0], states: readonly ConceptState[]) =>
  (await tables(db).selectFrom('standards.concept').select(sql<number>`count(*)::int`.as('n')).where('state', 'in', [...states]).executeTakeFirstOrThrow()).n

export const indicators: Indicator[] = [
  {
    code: 'standar-data-dipakai',
    label: 'standar data yang berlaku dipakai oleh sedikitnya satu dataset',
    async measure({ db, ask }) {
      const [uses, ids] = await Promise.all([ask(conceptUses).counts(db), tables(db).selectFrom('standards.concept').select('id').where('state', '=', 'valid').execute()])
      return { value: ids.filter(({ id }) => (uses.get(id) ?? 0) > 0).length, of: ids.length, source: '/data/standar' }
    },
  },
  {
    code: 'standar-data-menunggu',
    label: 'usulan standar data menunggu diperiksa atau ditetapkan',
    inside: true,
    measure: async ({ db }) => ({ value: await counted(db, ['proposed', 'reviewed']), of: await counted(db, [...open, 'valid']), source: '/kerja/standar-data?lihat=proses' }),
  },
]

/** Evidence that data follow set standards (Perpres 39/2019 articles 3 and 4): each with its day. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'standar-data-ditetapkan',
    title: 'Standar data ditetapkan',
    async collect({ db }) {
      const rows = await tables(db).selectFrom('standards.step').innerJoin('standards.concept', 'standards.concept.id', 'standards.step.concept_id')
        .select(['standards.step.at', 'standards.concept.name', 'standards.concept.slug', 'standards.concept.number']).where('standards.step.event', '=', 'establish').orderBy('standards.step.at').execute()
      return rows.map(row => ({ at: row.at, text: `Standar data “${row.name}” versi ${row.number} ditetapkan`, source: `/data/standar/${row.slug}?versi=${row.number}` }))
    },
  },
]
