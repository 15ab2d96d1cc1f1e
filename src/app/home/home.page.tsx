import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { Elsewhere } from '#platform/web/problems.ts'
import { publicationsPort } from '#modules/publications/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Items } from '#modules/publications/parts/item.tsx'
import { feedLinks } from '#modules/publications/parts/feed-links.tsx'
import { Columns, Hero, NameList, PublicLayout, SearchField, Section, Stat, TaskList } from '#ui/index.ts'
import { formerlyNumbered } from '../formerly.ts'
import { measure } from '../indicators.ts'

const agencies = ['secretariat', 'agency', 'office', 'hospital']

/** The portal's front door: the question of the person in front of it, then what is new. */
export const homePage = page({
  path: '/',
  may: 'public',
  async load(context) {
    const { db, government, ask } = context
    const former = await formerlyNumbered(context)
    if (former) throw new Elsewhere(former, 'for-good')
    const units = await ask(unitDirectory).of(government.id)
    const [{ items }, numbers] = await Promise.all([ask(publicationsPort).visible(db, { limit: 8 }), measure(context, { open: true })])
    return { units, items, numbers }
  },
  shows: ({ government }) => [`publications:${government.id}`, `units:${government.id}`, 'day'],
  view({ data, government }) {
    const { units, items, numbers } = data
    const count = (kinds: string[]) => units.all.filter(unit => kinds.includes(unit.kind)).length
    const districts = units.all.filter(unit => unit.kind === 'subdistrict')
    const counts = { agencies: count(agencies) + districts.length, districts: districts.length, villages: count(['village']) }
    return (
      <PublicLayout title={government.name} description={t('Portal resmi {name}: layanan, kabar, dan data.', { name: government.name })} current="/" head={feedLinks('')}
        hero={
          <Hero title={t('Apa yang Anda perlukan hari ini?')} lead={counts.districts > 0
            ? t('Satu tempat untuk kabar dari {agencies} perangkat daerah, {districts} {kecamatan}, dan {villages} {desa} dan kelurahan.', counts)
            : t('Satu tempat untuk kabar dari {agencies} perangkat daerah.', counts)}>
            <form action="/cari" role="search"><SearchField label={t('Cari')} size="large" placeholder={t('Cari berita, pengumuman, atau {desa} …')} /></form>
          </Hero>
        }>
        <TaskList items={[
          { label: t('Pengumuman resmi'), href: '/berita?jenis=pengumuman', hint: t('Jadwal layanan, pendaftaran, dan tenggat') },
          { label: t('Program dan kegiatan'), href: '/berita?jenis=program', hint: t('Apa yang sedang dikerjakan pemerintah') },
          { label: t('Kanal setiap lembaga'), href: '/kanal', hint: t('Perangkat daerah, {kecamatan}, {desa}, sekolah') },
          { label: t('Dokumen publik'), href: '/berita?jenis=dokumen', hint: t('Laporan, peraturan, dan anggaran') },
          { label: t('Kabari saya'), href: '/langganan', hint: t('Kabar lewat surel atau pemberitahuan ponsel') },
          { label: t('Satu Data'), href: '/data', hint: t('Angka perangkat daerah: lihat, jumlahkan, unduh') },
        ]} />
        <Columns aside={
          <Section title={t('Hari ini')} link={{ href: '/keaktifan', label: t('Asal angka') }}>
            {numbers.map(n => <Stat key={n.code} value={n.of === undefined ? number(n.value) : `${n.value}/${n.of}`} href={n.source} share={n.of ? n.value / n.of : undefined}>{t(n.label, n.values)}</Stat>)}
          </Section>
        }>
          <Section title={t('Terbaru dari semua kanal')} link={{ href: '/berita', label: t('Semua berita') }}>
            <Items items={items} units={units} />
          </Section>
        </Columns>
        {districts.length > 0 && (
          <Section title={t('{Kecamatan} dan {desa}')} link={{ href: '/kanal', label: t('Semua kanal') }}>
            <NameList items={districts.map(unit => ({ label: unit.name.replace(/^\S+ /, ''), href: `/kanal/${unit.slug}`, note: t('{n} {desa}', { n: units.children(unit.id).filter(u => u.kind === 'village').length }) }))} />
          </Section>
        )}
      </PublicLayout>
    )
  },
})
