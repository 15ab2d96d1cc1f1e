import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { DataTable, Muted } from '#ui/index.ts'
import type { Account, YearBalance } from './contract.ts'

const signed = (days: number) => (days < 0 ? `−${number(-days)}` : number(Math.abs(days)))

/** One year's account, line by line, with what is left. */
export const BalanceTable = ({ balance, account }: { balance: YearBalance; account: Account }) => (
  <DataTable caption={t('Cuti tahunan {year}', { year: String(balance.year) })} rows={account.lines(balance)}
    columns={[
      { label: t('Keterangan'), main: true, cell: ({ text, values, note, requestId }) => <>{requestId ? <a href={`/kerja/cuti/${requestId}`}>{t(text, values)}</a> : t(text, values)} {note && <Muted>{t(note.text, note.values)}</Muted>}</> },
      { label: t('Hari kerja'), numeric: true, cell: one => signed(one.days) },
    ]}
    foot={[t('Sisa'), number(balance.left)]} />
)
