import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { Badge, Button, ButtonLink, DataTable, EmptyState, Form, OrgChart, Section, WorkLayout, type OrgNode } from '#ui/index.ts'
import { unitDirectory, type Unit, type UnitTree } from '../contract.ts'
import { mayManage } from '../policy.ts'
import { chartOf, partsOf, type ChartNode } from './chart.ts'
import { positionForm, PositionFields, positionFrom, possibleSuperiors } from './fields.tsx'
import { Holders } from './holders.tsx'
import { announce } from './posts.ts'
import { insertPosition, positionsIn, type Position } from './store.ts'
import { gradeOf, holderName, postKinds } from './words.ts'

/** A chart of more than this is a list. */
const mostDrawn = 60

async function unitOf({ who, params, ask, government }: Pick<Context, 'who' | 'params' | 'ask' | 'government'>): Promise<{ unit: Unit; units: UnitTree }> {
  const units = await ask(unitDirectory).of(government.id)
  const unit = units.byId(params.id!)
  if (!unit || !mayManage(who, unit.id)) throw new NotFound()
  return { unit, units }
}

/** The formation chart of a unit: which positions there are, who stands under whom, who holds them today, and what is vacant. */
export const positionsPage = page({
  path: '/kerja/unit/:id/jabatan',
  may: 'organisation.manage',
  form: z.object({ langkah: z.literal('tambah'), ...positionForm }),
  async load(context) {
    const { unit, units } = await unitOf(context)
    const { db, government, now } = context
    const [positions, superiors] = await Promise.all([positionsIn(db, partsOf(units, unit.id), dayIn(now, government.zone)), possibleSuperiors(db, units, unit.id)])
    return { unit, units, positions, superiors }
  },
  fill: () => ({ rank: 100 }),
  view({ data: { unit, units, positions, superiors }, fields }) {
    const drawn = positions.length > 1 && positions.length <= mostDrawn
    const apart = positions.some(position => position.unitId !== unit.id)
    const above = units.ancestors(unit.id).slice(0, -1)
    return (
      <WorkLayout title={t('Jabatan')} lead={unit.name} breadcrumbs={[{ label: t('Unit'), href: '/kerja/unit' }, ...above.slice(1).map(one => ({ label: one.shortName, href: `/kerja/unit/${one.id}/jabatan` })), { label: unit.shortName, href: `/kerja/unit/${unit.id}` }]}
        action={<ButtonLink kind="quiet" href={`/kerja/formasi?unit=${unit.slug}`}>{t('Lihat sebagai formasi')}</ButtonLink>}>
        {drawn && <OrgChart label={t('Peta jabatan {name}', { name: unit.name })} root={rootOf(unit, chartOf(positions, units))} />}
        <DataTable caption={t('Jabatan')} rows={positions} rowKey={position => position.id} columns={[
          { label: t('Jabatan'), main: true, cell: position => <><a href={`/kerja/jabatan/${position.id}`}>{position.title}</a>{apart && <> <small>{units.byId(position.unitId)?.shortName}</small></>}</> },
          { label: t('Jenis jabatan'), cell: position => <>{t(postKinds[position.kind].label)} <small>{gradeOf(position)}</small></> },
          { label: t('Pejabat hari ini'), cell: position => <Holders holders={position.holders} /> },
          { label: t('Tindakan'), quiet: true, cell: position => <a href={`/kerja/jabatan/${position.id}/angkat`}>{t('Angkat')}<span class="hidden-text"> {position.title}</span></a> },
        ]} empty={<EmptyState title={t('Belum ada jabatan')}>{t('Tambahkan jabatan dahulu, lalu isi dengan pejabatnya.')}</EmptyState>} />
        <Section title={t('Tambah jabatan')}>
          <Form fields={fields} actions={<Button kind="primary" name="langkah" value="tambah">{t('Tambah jabatan')}</Button>}><PositionFields fields={fields} superiors={superiors} units={units} /></Form>
        </Section>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, note } = context
    const { unit, units } = await unitOf(context)
    const facts = await positionFrom(tx, units, unit.id, input)
    const id = await insertPosition(tx, unit.id, facts)
    await announce(tx, { unitId: unit.id, accountId: null })
    note({ record: ['position', id], after: { unit: unit.id, ...facts } })
    return goto(`/kerja/unit/${unit.id}/jabatan`, 'Jabatan ditambahkan.')
  },
})

const nodeOf = ({ post, below }: ChartNode<Position>): OrgNode => ({
  id: post.id,
  name: post.title,
  href: `/kerja/jabatan/${post.id}`,
  note: post.holders[0] ? holderName(post.holders[0]) : <Badge tone="warn">{t('Lowong')}</Badge>,
  below: below.map(nodeOf),
})

/** The position on top; when several stand beside each other it is the unit itself. */
function rootOf(unit: Unit, tops: readonly ChartNode<Position>[]): OrgNode {
  const [top, ...others] = tops.map(nodeOf)
  return top && others.length === 0 ? top : { id: unit.id, name: unit.name, below: top ? [top, ...others] : [] }
}
