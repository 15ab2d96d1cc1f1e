import { appendAudit } from '#platform/audit/audit.ts'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { asCsv, asSheet } from '#platform/sheets/downloads.ts'
import type { WrittenCell } from '#platform/sheets/writing.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { localeOf } from '#platform/web/render.ts'
import { Refused } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { kindWords } from '#modules/personnel/contract.ts'
import type { z } from 'zod'
import { listQuery } from './list.page.tsx'
import { balancedOf, servingIn, unitsWithin } from './listed.ts'

/** Rows a file holds at most. */
const most = 20_000

type Asked = Context<z.output<typeof listQuery>>

/** Everybody's account under the same unit and reach; what is downloaded is an audited act. */
async function rowsOf(context: Asked): Promise<WrittenCell[][]> {
  const { db, who, query, ask, government, language, now, request } = context
  const units = await ask(unitDirectory).of(government.id)
  const people = await servingIn(db, context, unitsWithin(units, who.reach('leave.manage'), query.unit), query.q, most + 1)
  if (people.length > most) throw new Refused('Lebih dari {most} pegawai. Pilih unit dahulu.', { most })
  const found = await balancedOf(db, context, people)
  await db.transaction().execute(tx => appendAudit(tx, { action: 'leave.manage', accountId: who.account!.id, path: request.url.split('?')[0]!, record: ['leave-balances', government.id], after: { rows: found.length, unit: query.unit ?? null } }))
  return withLocale(localeOf({ government, language }, now), () => [
    [t('Nama'), t('NIP'), t('Jenis'), t('Unit kerja'), t('Hak'), t('Dibawa'), t('Dipakai'), t('Diajukan'), t('Sisa')],
    ...found.map(({ employee, balance }) => [employee.name, employee.nip, t(kindWords[employee.kind]), units.byId(employee.unitId)?.name ?? '', ...(balance ? [balance.own, balance.carried, balance.used, balance.pending, balance.left] : [null, null, null, null, null])]),
  ])
}

/** The list as text. */
export const csvDownload = resource({ path: '/kerja/cuti/sisa/unduh.csv', may: 'leave.manage', query: listQuery, load: async context => asCsv('sisa-cuti', await rowsOf(context)) })

/** The list as a spreadsheet. */
export const xlsxDownload = resource({
  path: '/kerja/cuti/sisa/unduh.xlsx', may: 'leave.manage', query: listQuery,
  load: async context => asSheet('sisa-cuti', await rowsOf(context), [34, 20, 10, 40, 8, 8, 8, 8, 8]),
})
