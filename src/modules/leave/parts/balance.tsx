import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Account, YearBalance } from '#modules/leave-accounts/contract.ts'
import { DataTable, Muted } from '#ui/index.ts'

const signed = (days: number) => (days < 0 ? `−${number(-days)}` : number(Math.abs(days)))

/** One year's account, line by line, so that anyone can add it up; `office` for those who decide. */
export const BalanceTable = ({ balance, account, office }: { balance: YearBalance; account: Account; office?: boolean }) => (
  <DataTable caption={t('Cuti tahunan {year}', { year: String(balance.year) })} showCaption={!office} rows={account.lines(balance)}
    columns={[
      { label: t('Keterangan'), main: true, cell: ({ text, values, note, requestId }) => <>{requestId ? <a href={`${office ? '/kerja' : ''}/cuti/${requestId}`}>{t(text, values)}</a> : t(text, values)} {note && <Muted>{t(note.text, note.values)}</Muted>}</> },
      { label: t('Hari kerja'), numeric: true, cell: line => signed(line.days) },
    ]}
    foot={[t('Sisa'), number(balance.left)]} />
)
