import { t } from '#platform/i18n/locale.ts'
import { longDate } from '#platform/i18n/format.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { DataTable, DateTime, PrintSheet, Section } from '#ui/index.ts'
import { maturityWords } from '../contract.ts'
import { numberOf } from '../dossier.ts'
import { describedOf, remarksOf } from '../parts/contents.ts'
import { yearsOf } from '../parts/years.ts'
import { listQuery } from './filters.ts'
import { hiddenText, listedOf, scheduleOf } from './rows.ts'

/** Lines of paper nobody would print. */
const most = 3000

/** The list of dossiers and of what is in them, for paper. */
export const printPage = page({
  path: '/kerja/arsip/cetak',
  may: 'signed-in',
  query: listQuery,
  load: async context => ({ found: await listedOf(context, most), units: await context.ask(unitDirectory).of(context.government.id) }),
  view({ data: { found, units }, query, now }) {
    const offices = new Set(found.map(({ dossier }) => dossier.unitId))
    const [only] = offices.size === 1 ? [...offices] : []
    return (
      <PrintSheet title={t('Daftar berkas')} unit={only && units.byId(only)?.name} subtitle={[query.tahun && t('Tahun {year}', { year: String(query.tahun) }), query.kode, longDate(now)].filter(Boolean).join(' · ')}>
        {found.length === 0 && <p>{t('Belum ada berkas di sini')}</p>}
        {found.map(({ dossier, contents: { shown, hidden } }) => (
          <Section key={dossier.id} title={`${numberOf(dossier)} · ${dossier.classification} · ${dossier.title}`}>
            <p>{[yearsOf(dossier), t('{n} item', { n: dossier.items }), scheduleOf(dossier), offices.size > 1 ? units.byId(dossier.unitId)?.name : ''].filter(Boolean).join(' · ')}</p>
            {shown.length > 0 && <DataTable caption={t('Isi berkas')} rows={shown} rowKey={item => item.id} columns={[
              { label: t('No.'), cell: item => String(item.sequence) },
              { label: t('Uraian item'), main: true, cell: item => <>{describedOf(item)} <small>{item.destroyedAt ? t('Dimusnahkan') : remarksOf(item)}</small></> },
              { label: t('Tanggal'), cell: item => (item.datedOn ? <DateTime at={item.datedOn} as="short" /> : '–') },
              { label: t('Jumlah'), cell: item => `${item.amount} ${t(maturityWords[item.maturity]).toLowerCase()}` },
            ]} />}
            {hidden > 0 && <p>{hiddenText(hidden)}</p>}
          </Section>
        ))}
      </PrintSheet>
    )
  },
})
