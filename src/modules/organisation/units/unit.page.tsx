import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { Actions, ButtonLink, DateTime, EmptyState, FactList, NameList, Section, WorkLayout } from '#ui/index.ts'
import { unitDirectory } from '../contract.ts'
import { kindNames } from '../kinds.ts'
import { mayManage } from '../policy.ts'
import { holdersText } from '../positions/words.ts'
import { positionsOf } from '../positions/store.ts'

/** One unit: what is known of it, who leads it, and what stands below. */
export const unitPage = page({
  path: '/kerja/unit/:id',
  may: 'organisation.manage',
  async load({ db, who, params, ask, government, now }) {
    const units = await ask(unitDirectory).of(government.id)
    const unit = units.byId(params.id!)
    if (!unit || !mayManage(who, unit.id)) throw new NotFound()
    return { units, unit, positions: await positionsOf(db, unit.id, dayIn(now, government.zone)) }
  },
  view({ data: { units, unit, positions } }) {
    const children = units.children(unit.id)
    const above = units.ancestors(unit.id).slice(0, -1)
    return (
      <WorkLayout title={unit.name} lead={t(kindNames[unit.kind])} breadcrumbs={[{ label: t('Unit'), href: '/kerja/unit' }, ...above.map(one => ({ label: one.shortName, href: `/kerja/unit/${one.id}` }))]}
        action={<Actions><ButtonLink href={`/kerja/unit/${unit.id}/ubah`}>{t('Ubah')}</ButtonLink><ButtonLink kind="quiet" href={`/kerja/unit/${unit.id}/jabatan`}>{t('Atur jabatan')}</ButtonLink>{unit.channel && <ButtonLink kind="quiet" href={`/kanal/${unit.slug}`}>{t('Lihat kanalnya')}</ButtonLink>}</Actions>}>
        <FactList facts={[
          { label: t('Nama pendek'), value: unit.shortName },
          { label: t('Kanal'), value: unit.channel ? `/kanal/${unit.slug}` : t('Tidak punya kanal sendiri') },
          { label: t('Kode wilayah'), value: unit.regionCode },
          { label: t('NPSN'), value: unit.npsn },
          { label: t('Alamat'), value: unit.address },
          { label: t('Telepon'), value: unit.phone },
          { label: t('Surel'), value: unit.email },
        ]} />
        <Section title={t('Jabatan')} link={{ href: `/kerja/unit/${unit.id}/jabatan`, label: t('Atur jabatan') }}>
          {positions.length > 0
            ? <FactList facts={positions.map(position => ({ label: position.title, value: <>{holdersText(position.holders)} {position.holders.length > 0 && <small>{t('sejak')} <DateTime at={position.holders.at(-1)!.from} as="short" /></small>}</> }))} />
            : <EmptyState title={t('Belum ada jabatan')}>{t('Tambahkan jabatan dan pejabatnya, agar tampil di kanal unit ini.')}</EmptyState>}
        </Section>
        {children.length > 0 && (
          <Section title={t('Di bawahnya')} link={{ href: `/kerja/unit?induk=${unit.slug}`, label: t('Lihat sebagai daftar') }}>
            <NameList items={children.map(child => ({ label: child.shortName, href: `/kerja/unit/${child.id}`, note: units.children(child.id).length > 0 ? String(units.children(child.id).length) : undefined }))} />
          </Section>
        )}
      </WorkLayout>
    )
  },
})
