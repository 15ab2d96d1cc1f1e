import { z } from 'zod'
import { several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { changed } from '#platform/db/changes.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { posts, unitDirectory } from '#modules/organisation/contract.ts'
import { CheckList, Form, Notice, SelectField, WorkLayout } from '#ui/index.ts'
import { rolesTopic } from '../identify.ts'
import { rolesOf } from '../manage/store.ts'
import { mayAssign } from '../roles.ts'
import { rolesOfPositions, writePositionRoles } from './store.ts'

async function read({ db, who, ask, government, params }: Pick<Context, 'db' | 'who' | 'ask' | 'government' | 'params'>) {
  const [post, units] = await Promise.all([ask(posts).byId(db, params.id!), ask(unitDirectory).of(government.id)])
  const reach = who.reach('identity.manage-accounts')
  if (!post || !(reach?.government || reach?.units.has(post.unitId))) throw new NotFound()
  const [roles, given] = await Promise.all([rolesOf(db), rolesOfPositions(db, [post.id])])
  const may = (roleId: string, unitId: string) => mayAssign(who, roles.find(role => role.id === roleId)?.grants ?? [], unitId, units)
  const places = units.ancestors(post.unitId).toReversed()
  return { post, units, given, may, places, roles: roles.filter(role => places.some(unit => may(role.id, unit.id))) }
}

/** Chooses the roles that come with a position, for whoever holds it; nobody gives more than they have. */
export const positionRolesPage = page({
  path: '/kerja/jabatan/:id/peran',
  may: 'identity.manage-accounts',
  form: z.object({ peran: several(z.uuid('Pilih peran')), unit: z.uuid('Pilih unit') }),
  load: read,
  fill: ({ given, post }) => ({ peran: given.map(one => one.roleId), unit: given[0]?.unitId ?? post.unitId }),
  view({ data: { post, given, may, places, roles }, fields }) {
    const fixed = given.filter(one => !may(one.roleId, one.unitId))
    return (
      <WorkLayout title={t('Peran jabatan')} lead={post.title} width="text" breadcrumbs={[{ label: post.title, href: `/kerja/jabatan/${post.id}` }, { label: t('Peran jabatan') }]}>
        {fixed.length > 0 && <Notice><p>{t('Diatur oleh administrator yang lebih luas: {names}.', { names: fixed.map(one => one.name).join(', ') })}</p></Notice>}
        <Form fields={fields} submit={t('Simpan')}>
          <CheckList field={fields('peran')} label={t('Peran')} hint={t('Berlaku bagi pejabatnya, juga Plt. dan Plh., hanya pada hari-hari mereka menjabat.')} options={roles.map(role => ({ value: role.id, label: role.name }))} />
          <SelectField field={fields('unit')} label={t('Di unit')} options={places.map(unit => ({ value: unit.id, label: unit.name }))} required />
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, government, input, note } = context
    const { post, given, may, places } = await read({ ...context, db: tx })
    if (!places.some(unit => unit.id === input.unit)) throw new Problem('unit', 'Pilih unit')
    const fixed = given.filter(one => !may(one.roleId, one.unitId))
    const chosen = input.peran.filter(roleId => !fixed.some(one => one.roleId === roleId)).map(roleId => ({ roleId, unitId: input.unit }))
    if (chosen.some(one => !may(one.roleId, one.unitId))) throw new Problem('peran', 'Anda tidak dapat memberi peran yang melebihi wewenang Anda sendiri.')
    await writePositionRoles(tx, post.id, [...fixed, ...chosen])
    await changed(tx, rolesTopic(government.id))
    const known = (list: readonly { roleId: string; unitId: string }[]) => list.map(({ roleId, unitId }) => `${roleId} ${unitId}`).sort()
    note({ record: ['position', post.id], before: { roles: known(given) }, after: { roles: known([...fixed, ...chosen]) } })
    return goto(`/kerja/jabatan/${post.id}/peran`, 'Peran jabatan disimpan.')
  },
})
