import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { DataTable, Muted } from '#ui/index.ts'
import type { ComponentChildren } from 'preact'
import type { Account } from '../ledger.ts'
import { isGranted, isWaiting, type Request } from '../leave.ts'
import type { YearBalance } from '../quota.ts'
import { spanWords } from './words.ts'

interface Line {
  label: ComponentChildren
  days: number
}

/** How the days carried into a year came about. */
function carriedWords({ year, lapsed, deferred, idle }: YearBalance): string {
  const why = idle ? t('tidak dipakai selama dua tahun atau lebih') : deferred > 0 ? t('{n} di antaranya ditangguhkan', { n: deferred }) : ''
  const gone = lapsed > 0 ? t('{n} hari tidak dapat dibawa', { n: lapsed }) : ''
  const said = [why, gone].filter(Boolean).join('; ')
  return said ? t('Sisa {year} yang dibawa ({said})', { year: String(year - 1), said }) : t('Sisa {year} yang dibawa', { year: String(year - 1) })
}

/** What a year's account is made of, line by line, so that anyone can add it up. */
function linesOf(balance: YearBalance, { requests, adjustments }: Account, href: (request: Request) => string): Line[] {
  const { year } = balance
  const lines: Line[] = [{ label: t('Hak cuti tahunan {year}', { year: String(year) }), days: balance.own + balance.joint }]
  if (balance.joint > 0) lines.push({ label: t('Cuti bersama {year}', { year: String(year) }), days: -balance.joint })
  if (balance.carried > 0 || balance.lapsed > 0) lines.push({ label: carriedWords(balance), days: balance.carried })
  if (balance.cleared) lines.push({ label: t('Hapus karena cuti besar pada tahun ini'), days: -(balance.own + balance.carried - balance.used - balance.pending) })
  const left = adjustments.find(one => one.kind === 'left' && one.year === year)
  if (left) return [...lines, { label: t('Sudah dipakai menurut catatan pengelola kepegawaian'), days: -balance.used }]
  for (const { kind, year: of, days, basis } of adjustments) if (kind === 'used' && of === year) lines.push({ label: <>{t('Dipakai, dicatat pengelola kepegawaian')} {basis && <Muted>{basis}</Muted>}</>, days: -days })
  for (const request of requests.toReversed()) {
    const days = request.charges[year]
    if (days && (isGranted(request.state) || isWaiting(request.state))) lines.push({ label: <><a href={href(request)}>{spanWords(request)}</a> {isWaiting(request.state) && <Muted>{t('diajukan')}</Muted>}</>, days: -days })
  }
  return lines
}

/** One year's account with its sum. */
export function BalanceTable({ balance, account, href }: { balance: YearBalance; account: Account; href: (request: Request) => string }) {
  const signed = (days: number) => (days < 0 ? `−${number(-days)}` : number(days))
  return (
    <DataTable caption={t('Cuti tahunan {year}', { year: String(balance.year) })} rows={linesOf(balance, account, href)}
      columns={[{ label: t('Keterangan'), main: true, cell: line => line.label }, { label: t('Hari kerja'), numeric: true, cell: line => signed(line.days) }]}
      foot={[t('Sisa'), number(balance.left)]} />
  )
}
