import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { WorkLayout } from '#ui/index.ts'
import { unitDirectory } from '../contract.ts'
import { mayManage, possibleParents } from '../policy.ts'
import { changeUnit, openUnit } from './change.ts'
import { UnitForm, unitForm } from './form.tsx'
import { storedUnit } from './store.ts'

/** Opens a new unit. */
export const newUnitPage = page({
  path: '/kerja/unit/baru',
  may: 'organisation.manage',
  query: z.object({ induk: z.string().max(80).optional() }),
  form: unitForm,
  async load({ who, ask, government, query }) {
    const units = await ask(unitDirectory).of(government.id)
    return { parents: possibleParents(who, units), parent: query.induk ? units.bySlug(query.induk) : undefined }
  },
  fill: ({ parent }) => ({ parent: parent?.id, channel: 'on' }),
  view: ({ data, fields }) => (
    <WorkLayout title={t('Tambah unit')} width="text" breadcrumbs={[{ label: t('Unit'), href: '/kerja/unit' }]}>
      <UnitForm fields={fields} parents={data.parents} />
    </WorkLayout>
  ),
  async act({ tx, who, input, ask, government, note }) {
    const id = await openUnit(tx, who, government.id, await ask(unitDirectory).of(government.id), input)
    note({ record: ['unit', id], after: { name: input.name, kind: input.kind, parent: input.parent } })
    return goto(`/kerja/unit/${id}`, 'Unit ditambahkan.')
  },
})

/** Changes a unit and where it stands. */
export const editUnitPage = page({
  path: '/kerja/unit/:id/ubah',
  may: 'organisation.manage',
  form: unitForm,
  async load({ db, who, params, ask, government }) {
    const units = await ask(unitDirectory).of(government.id)
    const unit = await storedUnit(db, params.id!)
    if (!unit || !mayManage(who, unit.id)) throw new NotFound()
    const parents = possibleParents(who, units, units.byId(unit.id))
    const present = unit.parentId ? units.byId(unit.parentId) : undefined
    // Where it stands now may be beyond the person's reach; it may stay there.
    return { unit, parents: present && !parents.includes(present) ? [present, ...parents] : parents }
  },
  fill: ({ unit }) => ({ ...unit, short_name: unit.shortName, parent: unit.parentId, channel: unit.channel ? 'on' : undefined }),
  view: ({ data: { unit, parents }, fields }) => (
    <WorkLayout title={t('Ubah unit')} lead={unit.name} width="text" breadcrumbs={[{ label: t('Unit'), href: '/kerja/unit' }, { label: unit.shortName, href: `/kerja/unit/${unit.id}` }]}>
      <UnitForm fields={fields} parents={parents} root={unit.parentId === null} version={unit.version} />
    </WorkLayout>
  ),
  async act({ tx, who, params, input, ask, government, note }) {
    const { version: _, ...after } = input
    const before = await changeUnit(tx, who, government.id, await ask(unitDirectory).of(government.id), params.id!, input)
    note({ record: ['unit', params.id!], before: { name: before.name, short_name: before.shortName, kind: before.kind, parent: before.parentId, address: before.address, phone: before.phone, email: before.email, npsn: before.npsn, channel: before.channel }, after })
    return goto(`/kerja/unit/${params.id}`, 'Unit disimpan.')
  },
})
