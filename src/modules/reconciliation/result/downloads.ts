import { t } from '#platform/i18n/locale.ts'
import { asCsv, asSheet } from '#platform/sheets/downloads.ts'
import { slugOf } from '#platform/text/slug.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { fieldsOf } from '../finding.ts'
import { comparisonWithSources } from '../parts/here.ts'
import { fieldText } from '../parts/words.ts'
import { originText } from './origin.ts'
import { allReconciled } from './reading.ts'

/** The list as rows: each column beside where its value comes from. */
async function tableOf(context: Pick<Context, 'db' | 'who' | 'params'>): Promise<{ name: string; rows: string[][] }> {
  const { comparison, sources } = await comparisonWithSources(context)
  const keys = fieldsOf(comparison).map(({ key }) => key)
  const rows = [[...keys.flatMap(key => [fieldText(comparison, key), t('Asal {column}', { column: fieldText(comparison, key) })]), t('Ada di')]]
  for await (const { values, sourceIds } of allReconciled(context.db, comparison, sources))
    rows.push([...values.flatMap(({ text, said, origin }) => [text, origin.kind === 'open' ? `${originText(origin, sources)} (${said.join(' | ')})` : originText(origin, sources)]), sources.filter(({ id }) => sourceIds.includes(id)).map(({ label }) => label).join(' + ')])
  return { name: slugOf(comparison.title).slice(0, 80), rows }
}

/** The reconciled list as text. */
export const resultCsv = resource({
  path: '/kerja/rekonsiliasi/:id/hasil.csv',
  may: 'reconciliation.see',
  async load(context) {
    const { name, rows } = await tableOf(context)
    return asCsv(name, rows)
  },
})

/** The same as a workbook; codes keep all their digits. */
export const resultSheet = resource({
  path: '/kerja/rekonsiliasi/:id/hasil.xlsx',
  may: 'reconciliation.see',
  async load(context) {
    const { name, rows } = await tableOf(context)
    return asSheet(name, rows, [], t('Hasil rekonsiliasi'))
  },
})
