import { dayIn } from '#platform/time/zone.ts'
import type { DatasetSpec, Indicator } from '#platform/web/module.ts'
import { unitDirectory } from '../contract.ts'
import { postKinds } from '../positions/words.ts'
import { formationByUnit, formationTotals } from './store.ts'

export const datasets: DatasetSpec[] = [
  {
    code: 'formasi-jabatan',
    title: 'Formasi jabatan menurut unit dan jenis',
    description: 'Banyaknya jabatan di setiap unit menurut jenisnya: yang terisi, yang lowong, dan yang dijabat Plt. atau Plh. Tanpa nama orang.',
    every: 'month',
    columns: [
      { name: 'unit', title: 'Unit', type: 'text' },
      { name: 'jenis', title: 'Jenis jabatan', type: 'text' },
      { name: 'jabatan', title: 'Banyaknya jabatan', type: 'integer' },
      { name: 'terisi', title: 'Terisi definitif', type: 'integer' },
      { name: 'lowong', title: 'Lowong', type: 'integer' },
      { name: 'sementara', title: 'Dijabat Plt. atau Plh.', type: 'integer' },
    ],
    async rows({ db, government, now, ask }) {
      const [units, rows] = await Promise.all([ask(unitDirectory).of(government.id), formationByUnit(db, dayIn(now, government.zone))])
      const order = new Map(units.all.map((unit, i) => [unit.id, i]))
      return rows
        .toSorted((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0) || (a.kind < b.kind ? -1 : 1))
        .map(row => ({ unit: units.byId(row.unitId)?.name ?? '', jenis: postKinds[row.kind].label, jabatan: row.posts, terisi: row.filled, lowong: row.vacant, sementara: row.acting }))
    },
  },
]

export const indicators: Indicator[] = [
  {
    code: 'jabatan-lowong',
    label: 'jabatan belum memiliki pejabat definitif',
    inside: true,
    async measure({ db, government, now }) {
      const { vacant, posts } = await formationTotals(db, dayIn(now, government.zone))
      return { value: vacant, of: posts, source: '/kerja/formasi?keadaan=lowong' }
    },
  },
]
