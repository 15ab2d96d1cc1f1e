import type { EvidenceSpec } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { amounts } from './import-run.ts'
import { finishedRuns } from './store.ts'

/** Evidence that what was published before is kept findable when sites are merged. What comes in is a publication, whose module exports it. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'penyatuan-situs',
    title: 'Isi situs lama disatukan ke portal dengan alamat lamanya',
    async collect({ db, government, ask }) {
      const units = await ask(unitDirectory).of(government.id)
      const runs = (await finishedRuns(db, 500)).filter(run => run.sourceId === null && (run.counts.create ?? 0) > 0)
      return runs.map(run => {
        const { posts, pages } = amounts(run.counts, 'create')
        const what = [posts > 0 && `${posts} tulisan`, pages > 0 && `${pages} halaman`].filter(Boolean).join(' dan ')
        return { at: run.finishedAt ?? run.createdAt, text: `${what} dari ${run.reading.site ?? run.name} menjadi publikasi dan situs ${units.byId(run.unitId)?.name ?? ''}`.trim(), source: `/kerja/impor/${run.id}` }
      })
    },
  },
]
