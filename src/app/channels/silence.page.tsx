import { z } from 'zod'
import { several } from '#platform/forms/inputs.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { covers, type Reach } from '#platform/access/who.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { reference } from '#platform/reference/reference.ts'
import { holidaysOf, workingDaysBetween } from '#platform/time/working-days.ts'
import { dayIn } from '#platform/time/zone.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory, type UnitKind } from '#modules/organisation/contract.ts'
import { Badge, CheckList, DataTable, DateTime, EmptyState, FilterBar, Form, Grid, PublicLayout, Stat, WorkLayout, type Tone } from '#ui/index.ts'
import { arrange, silenceOf, type ChannelState, type Silence, type SilenceBands } from './silence.ts'
import { activityByUnit, markReminded, publishedSince } from '#modules/publications/activity.ts'

const words: Record<Silence, { label: string; tone: Tone | 'plain' }> = {
  active: { label: 'Aktif', tone: 'good' },
  quiet: { label: 'Sepi', tone: 'info' },
  silent: { label: 'Senyap', tone: 'warn' },
  mute: { label: 'Lama senyap', tone: 'bad' },
  never: { label: 'Belum pernah', tone: 'bad' },
}

const kindGroups: { code: string; label: string; kinds: UnitKind[] }[] = [
  { code: 'opd', label: 'Perangkat daerah', kinds: ['secretariat', 'agency', 'office', 'hospital'] },
  { code: 'kecamatan', label: '{Kecamatan}', kinds: ['subdistrict'] },
  { code: 'desa', label: '{Desa} dan kelurahan', kinds: ['village'] },
  { code: 'sekolah', label: 'Sekolah', kinds: ['school'] },
]

const query = z.object({ kelompok: z.enum(['opd', 'kecamatan', 'desa', 'sekolah']).default('opd') })

/** How every channel of a group stands today, by working days. */
async function channelsOf({ db, government, now, ask }: Pick<Context, 'db' | 'government' | 'now' | 'ask'>, group: string, reach?: Reach | null): Promise<{ channels: ChannelState[]; bands: SilenceBands }> {
  const today = dayIn(now, government.zone)
  const kinds = kindGroups.find(g => g.code === group)!.kinds
  const units = (await ask(unitDirectory).of(government.id)).all.filter(unit => unit.channel && kinds.includes(unit.kind) && (reach === undefined || covers(reach, { unitId: unit.id })))
  const [activity, recent, holidays, bands] = await Promise.all([
    activityByUnit(db, reach),
    publishedSince(db, new Date(now.getTime() - 30 * 86_400_000), units.map(unit => unit.id)),
    holidaysOf(db, today),
    reference<SilenceBands>(db, 'channel-silence', 'working-days', today, { quiet: 30, silent: 60, mute: 90 }),
  ])
  const channels = units.map((unit): ChannelState => {
    const known = activity.get(unit.id)
    const days = known?.lastPublishedAt ? workingDaysBetween(dayIn(known.lastPublishedAt, government.zone), today, holidays) : null
    return { unit, activity: known, days, recent: recent.get(unit.id) ?? 0, silence: silenceOf(days, bands) }
  })
  return { channels: arrange(channels), bands }
}

const filters = (group: string) => (
  <FilterBar quick={kindGroups.map(g => ({ label: t(g.label), href: `?kelompok=${g.code}`, current: g.code === group }))} />
)

const columns = [
  { label: 'Unit', main: true, cell: (c: ChannelState) => <a href={`/kanal/${c.unit.slug}`}>{c.unit.shortName}</a> },
  { label: 'Keadaan', cell: (c: ChannelState) => <Badge tone={words[c.silence].tone}>{t(words[c.silence].label)}</Badge> },
  { label: 'Terakhir menerbitkan', cell: (c: ChannelState) => (c.activity?.lastPublishedAt ? <DateTime at={c.activity.lastPublishedAt} /> : t('Belum pernah')) },
  { label: 'Hari kerja sejak itu', numeric: true, cell: (c: ChannelState) => c.days ?? '–' },
  { label: '30 hari terakhir', numeric: true, cell: (c: ChannelState) => c.recent },
  { label: 'Semua', numeric: true, cell: (c: ChannelState) => c.activity?.published ?? 0 },
]

function Summary({ channels }: { channels: readonly ChannelState[] }) {
  const count = (silence: Silence) => channels.filter(c => c.silence === silence).length
  const active = channels.filter(c => c.recent > 0).length
  return (
    <Grid>
      <Stat value={`${active}/${channels.length}`} share={channels.length ? active / channels.length : 0} shareLabel={t('Kanal yang menerbitkan')}>{t('kanal menerbitkan kabar dalam 30 hari')}</Stat>
      <Stat value={String(count('silent') + count('mute'))}>{t('kanal senyap')}</Stat>
      <Stat value={String(count('never'))}>{t('kanal belum pernah menerbitkan')}</Stat>
    </Grid>
  )
}

/** The public version: whoever keeps quiet is seen. */
export const activityPage = page({
  path: '/keaktifan',
  may: 'public',
  query,
  load: context => channelsOf(context, context.query.kelompok),
  // Working days pass without anything being written, so this page also hangs on the calendar's day.
  shows: ({ government }) => [`publications:${government.id}`, `units:${government.id}`, 'day'],
  view: ({ data, query }) => (
    <PublicLayout title={t('Keaktifan kanal')} lead={t('Setiap lembaga punya saluran untuk menyampaikan kegiatannya. Di sini terlihat siapa yang memakainya.')}>
      {filters(query.kelompok)}
      <Summary channels={data.channels} />
      <DataTable caption={t('Keaktifan kanal')} rows={data.channels} rowKey={c => c.unit.id} columns={columns.map(column => ({ ...column, label: t(column.label) }))} empty={<EmptyState title={t('Belum ada kanal di kelompok ini')} />} />
    </PublicLayout>
  ),
})

/** The board for leaders and Diskominfo, with a reminder they can send. */
export const silencePage = page({
  path: '/kerja/kanal-senyap',
  may: 'publications.supervise',
  query,
  form: z.object({ units: several(z.uuid('Pilih dari daftar')) }),
  async load(context) {
    const reach = context.who.reach('publications.supervise')
    const own = await channelsOf(context, context.query.kelompok, reach)
    const below = await Promise.all((await context.below(reach)).map(async place => ({ government: place.government, ...(await channelsOf({ ...context, ...place }, context.query.kelompok)) })))
    return { ...own, below }
  },
  view({ data, query, fields }) {
    const quiet = data.channels.filter(c => c.silence !== 'active')
    return (
      <WorkLayout title={t('Kanal senyap')} lead={t('Menurut hari kerja: sepi sejak {quiet}, senyap sejak {silent}, lama senyap sejak {mute} hari.', { ...data.bands })}>
        {filters(query.kelompok)}
        <Summary channels={data.channels} />
        <DataTable caption={t('Kanal senyap')} rows={data.channels} rowKey={c => c.unit.id} columns={[...columns.map(column => ({ ...column, label: t(column.label) })), { label: t('Diingatkan'), cell: c => c.activity?.lastRemindedAt && <DateTime at={c.activity.lastRemindedAt} as="short" /> }]} empty={<EmptyState title={t('Belum ada kanal di kelompok ini')} />} />
        {data.below.length > 0 && (
          <DataTable caption={t('Kabupaten dan kota')} showCaption rows={data.below} rowKey={b => b.government.id} columns={[
            { label: t('Pemerintah daerah'), main: true, cell: b => b.government.name },
            { label: t('30 hari terakhir'), numeric: true, cell: b => `${b.channels.filter(c => c.recent > 0).length}/${b.channels.length}` },
            { label: t('Senyap'), numeric: true, cell: b => b.channels.filter(c => c.silence === 'silent' || c.silence === 'mute').length },
            { label: t('Belum pernah'), numeric: true, cell: b => b.channels.filter(c => c.silence === 'never').length },
          ]} />
        )}
        {quiet.length > 0 && (
          <Form fields={fields} submit={t('Kirim pengingat')}>
            <CheckList field={fields.errors.length ? fields('units') : fieldsOf({ units: quiet.map(c => c.unit.id) })('units')} label={t('Ingatkan kanal ini')} options={quiet.map(c => ({ value: c.unit.id, label: c.unit.shortName }))} />
          </Form>
        )}
      </WorkLayout>
    )
  },
  async act({ tx, who, input, ask, government, note, query }) {
    const units = await ask(unitDirectory).of(government.id)
    const reach = who.reach('publications.supervise')
    const chosen = input.units.filter(id => units.byId(id)?.channel && covers(reach, { unitId: id }))
    if (chosen.length === 0) throw new Problem('units', 'Pilih paling sedikit satu kanal.')
    let told = 0
    for (const id of chosen) {
      const holders = await ask(people).holding(tx, 'publications.write', id)
      // Those who work in the unit; whoever only oversees it is told when nobody does.
      const inside = new Set(units.below(id))
      const near = holders.filter(person => inside.has(person.unitId))
      const writers = near.length > 0 ? near : holders
      told += writers.length
      await notify(tx, writers.map(w => w.id), { text: 'Kanal {unit} sudah lama tidak menerbitkan kabar. Sampaikan program dan kegiatan Anda.', values: { unit: units.byId(id)!.shortName }, href: '/kerja/publikasi/baru' })
    }
    await markReminded(tx, chosen)
    note({ record: ['channels', chosen.join(',').slice(0, 200)], after: { reminded: chosen.length, people: told } })
    return goto(`/kerja/kanal-senyap?kelompok=${query.kelompok}`, '{n} kanal diingatkan, {people} orang dikabari.', { n: chosen.length, people: told })
  },
})
