import { z } from 'zod'
import { day } from '#platform/forms/inputs.ts'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { Actions, Button, ButtonLink, DataTable, DateField, DateTime, EmptyState, FactList, Form, HiddenField, Notice, Section, SelectField, Stack, WorkLayout } from '#ui/index.ts'
import { unitDirectory, type InCharge, type Unit, type UnitTree } from '../contract.ts'
import { mayManage } from '../policy.ts'
import { inChargeOn, spansFrom, type Span } from './in-charge.ts'
import { announce, makePosts } from './posts.ts'
import { closePosition, holdingsOf, inChargeOf, positionById, superiorsOf, type Position } from './store.ts'
import { holderName, postKinds } from './words.ts'

/** A position within reach of whoever asks, its unit, and today there. */
export async function positionOf({ db, who, params, ask, government, now }: Pick<Context, 'db' | 'who' | 'params' | 'ask' | 'government' | 'now'>): Promise<{ position: Position; unit: Unit; units: UnitTree; today: string }> {
  const today = dayIn(now, government.zone)
  const [position, units] = await Promise.all([positionById(db, params.id!, today), ask(unitDirectory).of(government.id)])
  const unit = position && units.byId(position.unitId)
  if (!position || !unit || !mayManage(who, unit.id)) throw new NotFound()
  return { position, unit, units, today }
}

/** Where a page of a position stands. */
export const wayTo = (unit: Unit, position?: Position) => [
  { label: t('Unit'), href: '/kerja/unit' },
  { label: unit.shortName, href: `/kerja/unit/${unit.id}` },
  { label: t('Jabatan'), href: `/kerja/unit/${unit.id}/jabatan` },
  ...(position ? [{ label: position.title, href: `/kerja/jabatan/${position.id}` }] : []),
]

const runs = (one: InCharge, today: string) => one.to === null || one.to >= today

/** One position: what it is, who holds, held and will hold it, and the days on which something is odd. */
export const positionPage = page({
  path: '/kerja/jabatan/:id',
  may: 'organisation.manage',
  form: z.discriminatedUnion('langkah', [
    z.object({ langkah: z.literal('akhiri'), holding: z.uuid('Pilih pejabat'), last: day('Isi hari terakhir') }),
    z.object({ langkah: z.literal('batal'), holding: z.uuid('Pilih pejabat') }),
    z.object({ langkah: z.literal('tutup') }),
  ]),
  async load(context) {
    const found = await positionOf(context)
    const { db } = context
    const [holdings, [superior]] = await Promise.all([holdingsOf(db, found.position.id), superiorsOf(db, found.position.id)])
    const above = superior && (await inChargeOf(db, [superior.id], found.today)).get(superior.id)
    return { ...found, holdings, superior, above }
  },
  fill: ({ today }) => ({ last: today }),
  view({ data: { position, unit, today, holdings, superior, above }, fields, who }) {
    const ending = holdings.filter(one => runs(one, today) && one.from <= today)
    const href = `/kerja/jabatan/${position.id}`
    const current = inChargeOn(holdings, today)
    return (
      <WorkLayout title={position.title} lead={unit.name} width="text" breadcrumbs={wayTo(unit)}
        action={position.active && <Actions><ButtonLink href={`${href}/angkat`}>{t('Angkat pejabat')}</ButtonLink><ButtonLink kind="quiet" href={`${href}/ubah`}>{t('Ubah')}</ButtonLink>{who.may('identity.manage-accounts') && <ButtonLink kind="quiet" href={`${href}/peran`}>{t('Peran jabatan')}</ButtonLink>}</Actions>}>
        {!position.active && <Notice tone="warn"><p>{t('Jabatan ini sudah ditutup.')}</p></Notice>}
        {position.active && spansFrom(holdings, today).map(span => <Oddity key={span.from} span={span} today={today} />)}
        <FactList facts={[
          { label: t('Yang berwenang hari ini'), value: current && holderName(current) },
          { label: t('Jenis jabatan'), value: t(postKinds[position.kind].label) },
          { label: t('Eselon'), value: position.echelon },
          { label: t('Kelas jabatan'), value: position.grade },
          { label: t('Kode jabatan'), value: position.code },
          { label: t('Atasan'), value: superior && <>{superior.title}{above && <> <small>{holderName(above)}</small></>}</> },
        ]} />
        <Section title={t('Pejabat')}>
          <DataTable caption={t('Pejabat')} rows={holdings} rowKey={one => one.holdingId} columns={[
            { label: t('Pejabat'), main: true, cell: one => <>{holderName(one)}{one.reason && <> <small>{one.reason}</small></>}</> },
            { label: t('SK'), cell: one => <DecreeCell holding={one} /> },
            { label: t('Mulai'), cell: one => <DateTime at={one.from} as="short" /> },
            { label: t('Hari terakhir'), cell: one => (one.to ? <DateTime at={one.to} as="short" /> : '–') },
            { label: t('Tindakan'), quiet: true, cell: one => one.from > today && <Form actions={<Button name="langkah" value="batal" about={one.name}>{t('Batalkan')}</Button>}><HiddenField name="holding" value={one.holdingId} /></Form> },
          ]} empty={<EmptyState title={t('Belum pernah diisi')}>{t('Angkat pejabatnya dengan nomor dan tanggal SK.')}</EmptyState>} />
        </Section>
        {ending.length > 0 ? (
          <Section title={t('Akhiri masa jabatan')}>
            <Form fields={fields} actions={<Button name="langkah" value="akhiri">{t('Akhiri')}</Button>}>
              <SelectField field={fields('holding')} label={t('Pejabat')} empty={t('Pilih pejabat')} required options={ending.map(one => ({ value: one.holdingId, label: holderName(one) }))} />
              <DateField field={fields('last')} label={t('Hari terakhir')} required />
            </Form>
          </Section>
        ) : position.active && <Stack><Form fields={fields} actions={<Button kind="danger" name="langkah" value="tutup">{t('Tutup jabatan')}</Button>} /></Stack>}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, note } = context
    const { position, unit, today } = await positionOf({ ...context, db: tx })
    const record: [string, string] = ['position', position.id]
    const here = `/kerja/jabatan/${position.id}`
    const holdings = await holdingsOf(tx, position.id)
    if (input.langkah === 'tutup') {
      if (!position.active) throw new Problem('', 'Jabatan ini sudah ditutup.')
      if (holdings.some(one => runs(one, today))) throw new Problem('', 'Jabatan ini masih atau akan dipegang. Akhiri dahulu masa jabatannya.')
      await closePosition(tx, position)
      await announce(tx, { unitId: unit.id, accountId: null })
      note({ record, before: { position: position.title }, after: {} })
      return goto(`/kerja/unit/${unit.id}/jabatan`, 'Jabatan ditutup.')
    }
    const holding = holdings.find(one => one.holdingId === input.holding)
    if (!holding) throw new Problem('holding', 'Pilih pejabat')
    if (input.langkah === 'batal') {
      if (holding.from <= today) throw new Problem('', 'Masa jabatan ini sudah mulai. Akhiri dengan hari terakhirnya.')
      await makePosts().withdraw(tx, holding.holdingId, today)
      note({ record, before: { holder: holding.name, kind: holding.kind, from: holding.from, to: holding.to }, after: {} })
      return goto(here, 'Pengangkatan dibatalkan.')
    }
    await makePosts().end(tx, holding.holdingId, input.last)
    note({ record, before: { holder: holding.name, to: holding.to }, after: { holder: holding.name, to: input.last } })
    return goto(here, 'Masa jabatan diakhiri.')
  },
})

function DecreeCell({ holding: { holdingId, postId, decree } }: { holding: InCharge }) {
  const text = decree.number ?? (decree.fileId ? t('Berkas SK') : '–')
  return <>{decree.fileId ? <a href={`/kerja/jabatan/${postId}/sk/${holdingId}`}>{text}</a> : text}{decree.on && <> <small><DateTime at={decree.on} as="short" /></small></>}</>
}

/** Days with nobody, or with too many, in a sentence. */
function Oddity({ span: { state, from, to, holders }, today }: { span: Span<InCharge>; today: string }) {
  const days = { from: longDate(from), to: to ? longDate(to) : '', names: holders.map(holderName).join(', ') }
  const now = from <= today
  if (state === 'overlapping') return <Notice tone="bad"><p>{to ? t('Tumpang tindih dari {from} sampai {to}: {names}.', days) : t('Tumpang tindih sejak {from}: {names}.', days)} {t('Yang berwenang: {name}.', { name: holders[0] ? holderName(holders[0]) : '' })}</p></Notice>
  return <Notice tone="warn"><p>{to ? t('Tidak ada pejabat dari {from} sampai {to}.', days) : now ? t('Tidak ada pejabat hari ini.') : t('Tidak ada pejabat mulai {from}.', days)}</p></Notice>
}
