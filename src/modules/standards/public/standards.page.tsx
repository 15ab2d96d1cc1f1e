import { z } from 'zod'
import { fieldsOf } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { addressWith, ArticleItem, ArticleList, EmptyState, FilterBar, NameList, Pager, PublicLayout, Section, SelectField } from '#ui/index.ts'
import { standardsTopic } from '../lifecycle.ts'
import { listToday } from '../parts/here.ts'
import { counts, standardsFor } from '../store.ts'

const size = 40

/** Valid standards of a government, by theme or by words. */
export const standardsPage = page({
  path: '/data/standar',
  may: 'public',
  query: z.object({ q: z.string().max(200).optional().catch(undefined), tema: z.string().max(60).optional().catch(undefined), setelah: z.string().max(200).optional().catch(undefined) }),
  async load(context) {
    const { db, query } = context
    const [id = '', name] = /^([0-9a-f-]{36})\.(.+)$/.exec(query.setelah ?? '')?.slice(1) ?? []
    const [found, numbers, themes] = await Promise.all([
      standardsFor(db, { words: query.q, theme: query.tema, states: ['valid'], after: name ? { id, name } : undefined, limit: size }),
      counts(db, null),
      listToday(context, 'tema-data'),
    ])
    return { found, numbers, themes }
  },
  shows: ({ government }) => [standardsTopic(government.id), `code-lists:${government.id}`],
  view({ data: { found: { items, more }, numbers, themes }, query, request }) {
    const fields = fieldsOf({ ...query })
    const theme = themes.find(({ code }) => code === query.tema)
    const last = items.at(-1)
    const narrowed = Boolean(query.q || theme || query.setelah)
    return (
      <PublicLayout title={t('Standar data')} lead={t('Arti tepat setiap data pemerintah daerah: konsep, definisi, klasifikasi, ukuran, dan satuannya.')} current="/data" breadcrumbs={[{ label: t('Data'), href: '/data' }]}>
        <FilterBar search={{ label: t('Cari standar data'), value: query.q, placeholder: t('Nama, konsep, atau kata dalam definisi') }} active={theme ? [{ name: 'tema', label: theme.label }] : []} quick={[{ label: t('Kode referensi'), href: '/data/kode' }]}>
          <SelectField field={fields('tema')} label={t('Tema')} empty={t('Semua tema')} options={themes.map(({ code, label }) => ({ value: code, label }))} />
        </FilterBar>
        {!narrowed && numbers.themes.size > 0 && (
          <Section title={t('Menurut tema')}>
            <NameList items={themes.filter(({ code }) => numbers.themes.has(code)).map(({ code, label }) => ({ label, href: `/data/standar?tema=${code}`, note: number(numbers.themes.get(code)!) }))} />
          </Section>
        )}
        {items.length > 0 ? (
          <Section title={theme?.label ?? (narrowed ? t('Yang cocok') : t('Semua standar data'))}>
            <ArticleList>
              {items.map(standard => (
                <ArticleItem key={standard.id} level={3} href={`/data/standar/${standard.slug}`} title={standard.name} summary={standard.definition}
                  extra={`${standard.measure}, ${standard.unit}`} />
              ))}
            </ArticleList>
          </Section>
        ) : <EmptyState title={narrowed ? t('Belum ada yang cocok') : t('Belum ada standar data yang berlaku')}>{narrowed ? t('Kurangi saringan, atau cari dengan kata lain.') : null}</EmptyState>}
        <Pager labels={{ newer: t('Sebelumnya'), older: t('Berikutnya') }} older={more && last ? addressWith(request.url, { setelah: `${last.id}.${last.name}` }) : null} />
      </PublicLayout>
    )
  },
})
