import { resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { uploadHere } from '../parts/here.ts'

/** All violations of the last check, with row and column, for mending the file. */
export const violationsFile = resource({
  path: '/kerja/data/unggahan/:id/pelanggaran.csv',
  may: 'datasets.produce',
  async load(context) {
    const upload = await uploadHere(context, context.params.id!)
    if (upload.state !== 'found' || !upload.taken) throw new NotFound()
    const name = upload.name.replace(/\.[^.]*$/, '').replace(/[^\w.-]+/g, '-').slice(0, 80)
    return { type: 'text/csv; charset=utf-8', body: await context.hands.tables.violations(context.government.id, upload.taken), headers: { 'Content-Disposition': `attachment; filename="pelanggaran-${name}.csv"`, 'Cache-Control': 'no-store' } }
  },
})
