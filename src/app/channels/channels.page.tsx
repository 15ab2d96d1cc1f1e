import { inReadersLanguage, t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { officials, unitDirectory, type Official, type Unit, type UnitKind } from '#modules/organisation/contract.ts'
import { showing } from '#modules/pages/contract.ts'
import { Actions, ButtonLink, EmptyState, FactList, NameList, Pager, PublicLayout, Section, addressWith } from '#ui/index.ts'
import { z } from 'zod'
import { feedLinks } from '#modules/publications/parts/feed-links.tsx'
import { Items } from '#modules/publications/parts/item.tsx'
import { visibleItems } from '#modules/publications/store.ts'
import { activityByUnit } from '#modules/publications/activity.ts'

const groups: { title: string; kinds: UnitKind[] }[] = [
  { title: 'Perangkat daerah', kinds: ['secretariat', 'agency', 'office', 'hospital'] },
  { title: '{Kecamatan}', kinds: ['subdistrict'] },
  { title: 'UPTD dan puskesmas', kinds: ['uptd', 'puskesmas'] },
  { title: 'Sekolah', kinds: ['school'] },
]

/** Every channel of a government; villages stand under their subdistrict. */
export const channelsPage = page({
  path: '/kanal',
  may: 'public',
  async load({ db, government, ask }) {
    const [units, activity] = await Promise.all([ask(unitDirectory).of(government.id), activityByUnit(db)])
    return { units, activity }
  },
  shows: ({ government }) => [`publications:${government.id}`, `units:${government.id}`],
  view({ data }) {
    const { units, activity } = data
    const entry = (unit: Unit) => ({ label: unit.shortName, href: `/kanal/${unit.slug}`, note: activity.get(unit.id)?.published ? t('{n} kabar', { n: activity.get(unit.id)!.published }) : undefined })
    return (
      <PublicLayout title={t('Kanal')} lead={t('Setiap perangkat daerah, {kecamatan}, {desa}, dan sekolah punya kanal sendiri.')} current="/kanal" action={<Actions><ButtonLink kind="quiet" href="/situs">{t('Semua situs')}</ButtonLink></Actions>}>
        {groups.map(group => {
          const found = units.all.filter(unit => unit.channel && group.kinds.includes(unit.kind))
          return found.length > 0 && <Section key={group.title} title={t(group.title)} link={group.kinds[0] === 'secretariat' ? { href: '/keaktifan', label: t('Keaktifan kanal') } : undefined}><NameList items={found.map(entry)} /></Section>
        })}
      </PublicLayout>
    )
  },
})

/** `Plh. Siti Mahmudah`, for whoever stands in. */
const named = ({ name, kind }: Official) => (kind === 'definitif' ? name : `${kind === 'plt' ? 'Plt.' : 'Plh.'} ${name}`)

/** One channel: who it is and what it published. */
export const channelPage = page({
  path: '/kanal/:unit',
  may: 'public',
  query: z.object({ sebelum: z.string().max(60).optional(), setelah: z.string().max(60).optional() }),
  async load({ db, params, query, government, ask, now }) {
    const units = await ask(unitDirectory).of(government.id)
    const unit = units.bySlug(params.unit!)
    if (!unit?.channel) throw new NotFound()
    const [list, leaders, site] = await Promise.all([
      visibleItems(db, { unitId: unit.id, before: query.sebelum, after: query.setelah, limit: 20 }),
      ask(officials).of(db, unit.id, dayIn(now, government.zone)),
      ask(showing).baseOf(government.id, unit.id),
    ])
    return { units, unit, list, leaders, site }
  },
  // Who leads it may change with the day alone.
  shows: ({ government }, { unit }) => [`channel:${unit.id}`, `units:${government.id}`, `officials:${unit.id}`, `sites:${government.id}`, 'day'],
  view({ data, request }) {
    const { units, unit, list, leaders, site } = data
    const base = `/kanal/${unit.slug}`
    const villages = unit.kind === 'subdistrict' ? units.children(unit.id).filter(u => u.kind === 'village') : []
    const above = units.ancestors(unit.id).slice(1, -1).filter(u => u.channel)
    return (
      <PublicLayout title={unit.name} head={feedLinks(base)} current="/kanal" breadcrumbs={[{ label: t('Kanal'), href: '/kanal' }, ...above.map(u => ({ label: u.shortName, href: `/kanal/${u.slug}` }))]}
        description={t('Kabar resmi {name}.', { name: unit.name })}
        action={<Actions><ButtonLink href={`/langganan?unit=${unit.slug}`}>{t('Kabari saya')}</ButtonLink>{site && <ButtonLink kind="quiet" href={inReadersLanguage(site)}>{t('Kunjungi situs')}</ButtonLink>}</Actions>}>
        <FactList facts={[
          { label: t('Alamat'), value: unit.address },
          { label: t('Telepon'), value: unit.phone && <a href={`tel:${unit.phone.replace(/[^+\d]/g, '')}`}>{unit.phone.replaceAll(' ', '\u00a0')}</a> },
          { label: t('Surel'), value: unit.email && <a href={`mailto:${unit.email}`}>{unit.email}</a> },
          { label: 'NPSN', value: unit.npsn },
        ]} />
        <Section title={t('Kabar terbaru')} link={{ href: `${base}/feed.atom`, label: t('Umpan Atom') }}>
          {list.items.length > 0 ? <Items items={list.items} units={units} showUnit={false} /> : <EmptyState title={t('Kanal ini belum menerbitkan kabar')}>{t('Pilih “Kabari saya” untuk menerima yang pertama.')}</EmptyState>}
          <Pager newer={list.newer && addressWith(request.url, { setelah: list.newer })} older={list.older && addressWith(request.url, { sebelum: list.older })} />
        </Section>
        {leaders.length > 0 && <Section title={t('Pejabat')}><FactList facts={[...Map.groupBy(leaders, leader => leader.title)].map(([label, holders]) => ({ label, value: holders.map(named).join(', ') }))} /></Section>}
        {villages.length > 0 && <Section title={t('{Desa} di {name}', { name: unit.name })}><NameList items={villages.map(v => ({ label: v.shortName, href: `/kanal/${v.slug}` }))} /></Section>}
      </PublicLayout>
    )
  },
})
