import { z } from 'zod'
import { fieldsOf } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { search } from '#platform/search/search.ts'
import { todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ButtonLink, Columns, EmptyState, FactList, FilterBar, NameList, Notice, Pager, PublicLayout, Section, SelectField, addressWith } from '#ui/index.ts'
import { dataAccess } from '#modules/data-requests/contract.ts'
import { accessWords, catalogue, type Access, type CatalogueFilter } from '#modules/datasets/contract.ts'
import { DatasetItems } from '../parts/items.tsx'
import { inRdf } from '../parts/forms.ts'

const pageSize = 20

const query = z.object({
  q: z.string().max(200).optional(),
  tema: z.string().max(40).optional(),
  unit: z.string().max(80).optional(),
  akses: z.enum(Object.keys(accessWords) as [Access, ...Access[]]).optional(),
  tagar: z.string().max(60).optional(),
  urut: z.enum(['terbaru', 'judul', 'mutu']).default('terbaru'),
  hal: z.coerce.number().int().min(1).max(500).default(1).catch(1),
})

const sorts = { terbaru: 'updated', judul: 'title', mutu: 'quality' } as const

/** The catalogue: every dataset of the daftar data, open or not, with what it is about. */
export const listPage = page({
  path: '/data',
  may: 'public',
  also: () => inRdf('/data/katalog'),
  query,
  async load(context) {
    const { db, query, ask, government } = context
    const units = await ask(unitDirectory).of(government.id)
    const unit = query.unit ? units.bySlug(query.unit) : undefined
    const filter: CatalogueFilter = { words: query.q?.trim() || undefined, theme: query.tema, unitId: unit?.id, access: query.akses, tag: query.tagar, sort: sorts[query.urut] }
    const [found, facets, themes] = await Promise.all([
      ask(catalogue).find(db, filter, { limit: pageSize, offset: (query.hal - 1) * pageSize }), ask(catalogue).facets(db, filter), ask(catalogue).themes(db, todayOf(context)),
    ])
    // Only when nothing has the words as typed is it worth asking what was meant.
    const corrected = found.total === 0 && filter.words ? (await search(db, null, { text: filter.words, kind: 'dataset', limit: 1 })).corrected : null
    const credit = unit ? await ask(dataAccess).credit(db, unit.id, todayOf(context)) : null
    return { units, unit, found, facets, themes, corrected, credit }
  },
  shows: ({ government }) => [`datasets:${government.id}`, `units:${government.id}`, `data-requests:${government.id}`],
  view({ data: { units, unit, found, facets, themes, corrected, credit }, query, request }) {
    const fields = fieldsOf({ ...query })
    const to = (changes: Record<string, string | null>) => addressWith(request.url, { hal: null, ...changes })
    const themeName = (code: string) => themes.find(one => one.code === code)?.name ?? code
    const active = [
      ...(query.tema ? [{ name: 'tema', label: themeName(query.tema) }] : []),
      ...(unit ? [{ name: 'unit', label: unit.shortName }] : []),
      ...(query.akses ? [{ name: 'akses', label: t(accessWords[query.akses].label) }] : []),
      ...(query.tagar ? [{ name: 'tagar', label: `#${query.tagar}` }] : []),
    ]
    const orders = [{ value: 'terbaru', label: t('Terakhir diperbarui') }, { value: 'judul', label: t('Judul') }, { value: 'mutu', label: t('Mutu') }]
    return (
      <PublicLayout title={t('Satu Data')} lead={t('Data yang dihasilkan perangkat daerah: apa yang ada, siapa yang bertanggung jawab, seberapa baru, dan cara memakainya.')} current="/data"
        head={<link rel="alternate" type="text/turtle" href="/data/katalog.ttl" />}>
        <FilterBar search={{ label: t('Cari data'), value: query.q, placeholder: t('Misalnya penduduk, puskesmas, atau jalan rusak') }} active={active} keep={{ tagar: query.tagar }}>
          <SelectField field={fields('tema')} label={t('Tema')} empty={t('Semua tema')} options={themes.map(({ code, name }) => ({ value: code, label: name }))} />
          <SelectField field={fields('unit')} label={t('Produsen data')} empty={t('Semua')} options={facets.unitId.flatMap(({ value, count }) => { const one = units.byId(value); return one ? [{ value: one.slug, label: `${one.shortName} (${number(count)})` }] : [] })} />
          <SelectField field={fields('akses')} label={t('Akses')} empty={t('Semua')} options={(Object.keys(accessWords) as Access[]).map(value => ({ value, label: t(accessWords[value].label) }))} />
          <SelectField field={fields('urut')} label={t('Urutkan')} required options={orders} />
        </FilterBar>
        {corrected && <Notice><p>{t('Tidak ada hasil untuk “{typed}”.', { typed: query.q })} <a href={to({ q: corrected })}>{t('Cari “{corrected}”', { corrected })}</a></p></Notice>}
        <Columns aside={(
          <>
            {unit && credit && (
              <Section title={unit.shortName} link={{ href: `/data/permintaan?unit=${unit.slug}`, label: t('Permintaan data') }}>
                <FactList facts={[{ label: t('Dipakai pihak lain'), value: t('{n} kali setahun ini', { n: number(credit.used) }) }, { label: t('Menerima'), value: t('{n} kali setahun ini', { n: number(credit.received) }) }]} />
              </Section>
            )}
            {facets.theme.length > 1 && !query.tema && <Section title={t('Tema')}><NameList items={facets.theme.map(({ value, count }) => ({ label: themeName(value), href: to({ tema: value }), note: number(count) }))} /></Section>}
            <Section title={t('Lebih jauh')}>
              <NameList items={[
                { label: t('Kisah data'), href: '/data/kisah' },
                { label: t('Minta data'), href: '/data/permintaan' },
                { label: t('Usulkan data'), href: '/data/usulan' },
                { label: t('Standar data'), href: '/data/standar' },
                { label: t('Katalog untuk mesin'), href: '/data/katalog.ttl' },
              ]} />
            </Section>
          </>
        )}>
          <Section title={t('{n, plural, one {# himpunan data} other {# himpunan data}}', { n: found.total })}>
            {found.items.length > 0 ? <DatasetItems items={found.items} units={units} themeName={themeName} /> : (
              <EmptyState title={t('Belum ada yang cocok')} action={<ButtonLink kind="quiet" href="/data">{t('Lihat semua data')}</ButtonLink>}>{t('Kurangi saringan, atau cari dengan kata lain.')}</EmptyState>
            )}
            <Pager newer={query.hal > 1 ? addressWith(request.url, { hal: query.hal > 2 ? String(query.hal - 1) : null }) : null} older={found.total > query.hal * pageSize ? addressWith(request.url, { hal: String(query.hal + 1) }) : null}
              labels={{ newer: t('Sebelumnya'), older: t('Berikutnya') }} />
          </Section>
        </Columns>
      </PublicLayout>
    )
  },
})
