import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { Form, WorkLayout } from '#ui/index.ts'
import { positionForm, PositionFields, positionFrom, possibleSuperiors } from './fields.tsx'
import { positionOf, wayTo } from './position.page.tsx'
import { announce } from './posts.ts'
import { updatePosition } from './store.ts'

/** PostgreSQL's word for a row that a check refuses: here the one against circles. */
const checkViolation = '23514'

/** Changes what a position is and what it stands under. */
export const editPositionPage = page({
  path: '/kerja/jabatan/:id/ubah',
  may: 'organisation.manage',
  form: z.object(positionForm),
  async load(context) {
    const found = await positionOf(context)
    return { ...found, superiors: (await possibleSuperiors(context.db, found.units, found.unit.id)).filter(post => post.id !== found.position.id) }
  },
  fill: ({ position: { title, kind, echelon, grade, code, rank, superiorId } }) => ({ title, post_kind: kind, echelon, grade, code, rank, superior: superiorId }),
  view: ({ data: { position, unit, units, superiors }, fields }) => (
    <WorkLayout title={t('Ubah jabatan')} lead={position.title} width="text" breadcrumbs={wayTo(unit, position)}>
      <Form fields={fields} submit={t('Simpan')}><PositionFields fields={fields} superiors={superiors} units={units} /></Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, note } = context
    const { position, unit, units } = await positionOf({ ...context, db: tx })
    const facts = await positionFrom(tx, units, unit.id, input, position.id)
    await updatePosition(tx, position.id, facts).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === checkViolation)) throw error
      throw new Problem('superior', 'Jabatan itu berada di bawah jabatan ini. Pilih atasan yang lain.')
    })
    await announce(tx, { unitId: unit.id, accountId: null })
    const { title, kind, echelon, grade, code, rank, superiorId } = position
    note({ record: ['position', position.id], before: { title, kind, echelon, grade, code, rank, superiorId }, after: facts })
    return goto(`/kerja/jabatan/${position.id}`, 'Jabatan disimpan.')
  },
})
