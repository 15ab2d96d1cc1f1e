import { z } from 'zod'
import { inReadersLanguage, t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { pagesPort, type OfficePage } from '#modules/pages/contract.ts'
import { Actions, Badge, Button, ButtonLink, DataTable, DateTime, Form, NameList, Notice, Section, WorkLayout } from '#ui/index.ts'
import { baseOf } from '../directory.ts'
import { close, publish } from '../lifecycle.ts'
import { siteHere } from '../parts/here.ts'
import { mayManage } from '../policy.ts'
import { siteOfUnit } from '../store.ts'

/** One site as officers see it: its pages, what is still to be filled, and one press that publishes all of it. */
export const showPage = page({
  path: '/kerja/situs/:site',
  may: 'pages.read',
  form: z.object({ step: z.enum(['publish', 'close'], 'Pilih langkah') }),
  async load(context) {
    const here = await siteHere(context, 'see')
    return { ...here, pages: await context.ask(pagesPort).all(context.db, here.unit.id) }
  },
  view({ data, who, fields }) {
    const { site, unit, pages } = data
    const manage = mayManage(who, unit.id)
    const here = `/kerja/situs/${unit.slug}`
    const open = pages.filter(one => one.state !== 'hidden')
    const empty = open.filter(one => one.empty)
    const waiting = open.filter(one => !one.empty && one.state !== 'published')
    const depths = depthsOf(pages)
    return (
      <WorkLayout title={site.name} lead={<>{site.published ? <Badge tone="good">{t('Terbit')}</Badge> : <Badge>{t('Belum terbit')}</Badge>} {unit.name}</>} breadcrumbs={[{ label: t('Situs'), href: '/kerja/situs' }]}
        action={<Actions>
          {site.published && <ButtonLink kind="quiet" href={inReadersLanguage(baseOf(site))}>{t('Lihat situs')}</ButtonLink>}
          {manage && <ButtonLink kind="quiet" href={`${here}/tampilan`}>{t('Nama dan tampilan')}</ButtonLink>}
          {manage && <ButtonLink kind="quiet" href={`${here}/domain`}>{t('Domain')}</ButtonLink>}
        </Actions>}>
        {manage && (!site.published || waiting.length > 0) && (
          <Notice title={site.published ? t('{n, plural, one {# halaman} other {# halaman}} menunggu diterbitkan', { n: waiting.length }) : t('Situs ini belum terbit')}>
            <p>{t('Semua halaman yang sudah berisi terbit bersama. Yang masih kosong menunggu sampai Anda mengisinya.')}</p>
            <Form fields={fields} actions={<Button kind="primary" name="step" value="publish">{site.published ? t('Terbitkan perubahan') : t('Terbitkan situs')}</Button>} />
          </Notice>
        )}
        {empty.length > 0 && (
          <Section title={t('Masih kosong')}>
            <p>{t('Halaman ini baru tampil setelah diisi.')}</p>
            <NameList items={empty.map(one => ({ label: one.title, href: `/kerja/halaman/${one.id}` }))} />
          </Section>
        )}
        <Section title={t('Semua halaman')} link={manage ? { href: `/kerja/halaman/baru?unit=${unit.slug}`, label: t('Tambah halaman') } : undefined}>
          <DataTable caption={t('Semua halaman')} rows={pages} rowKey={one => one.id} columns={[
            { label: t('Judul'), main: true, cell: one => <>{'– '.repeat(depths.get(one.id) ?? 0)}<a href={`/kerja/halaman/${one.id}`}>{one.title}</a></> },
            { label: t('Keadaan'), cell: one => stateOf(one) },
            { label: t('Menu'), cell: one => (one.inMenu ? t('Ya') : t('Tidak')) },
            { label: t('Diubah'), cell: one => <DateTime at={one.changedAt} /> },
          ]} />
        </Section>
        {manage && site.published && <Form fields={fields} actions={<Button kind="danger" name="step" value="close">{t('Tutup situs untuk umum')}</Button>} />}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, hands, note } = context
    const { unit } = await siteHere(context, 'manage')
    const site = await siteOfUnit(tx, unit.id, true)
    if (!site) throw new NotFound()
    const here = `/kerja/situs/${unit.slug}`
    if (input.step === 'close') {
      await close(tx, hands, context, site)
      note({ record: ['site', site.id], before: { published: site.published }, after: { published: false } })
      return goto(here, 'Situs ditutup untuk umum. Isinya tetap tersimpan.')
    }
    const pages = await context.ask(pagesPort).all(tx, unit.id)
    if (!pages.some(one => one.slug === '' && !one.empty && one.state !== 'hidden')) throw new Problem('', 'Halaman muka masih kosong. Isi dahulu satu bagian, lalu terbitkan.')
    const { published } = await publish(tx, hands, context, site, who.account!.id)
    note({ record: ['site', site.id], before: { published: site.published }, after: { published: true, pages: published } })
    return goto(here, 'Terbit: {n} halaman.', { n: published })
  },
})

function stateOf(one: OfficePage) {
  if (one.state === 'hidden') return <Badge>{t('Disembunyikan')}</Badge>
  if (one.empty) return <Badge>{t('Kosong')}</Badge>
  if (one.state === 'published') return <Badge tone="good">{t('Terbit')}</Badge>
  if (one.state === 'submitted') return <Badge tone="info">{t('Menunggu pemeriksaan')}</Badge>
  return one.visible ? <Badge tone="warn">{t('Ada perubahan')}</Badge> : <Badge>{t('Konsep')}</Badge>
}

/** How deep each page stands in the tree. */
function depthsOf(pages: readonly OfficePage[]): Map<string, number> {
  const depths = new Map<string, number>()
  for (const one of pages) depths.set(one.id, one.parentId === null ? 0 : (depths.get(one.parentId) ?? -1) + 1)
  return depths
}
