import { longDate, number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { lengthOf, yearOf } from '../days.ts'
import { chargesFor, findingsOf, longestUntil, paperFor, unsaved, type Asked, type Case, type Finding } from '../judge.ts'
import type { Span } from '../leave.ts'
import { groundOf } from '../rules.ts'
import { awayWith, mostAway, type Company } from './case.ts'
import { lengthWords, paperName } from './words.ts'

/** How a leave is counted, in sentences of the page's language. */
export interface Reckoning {
  lines: string[]
  warnings: string[]
  findings: Finding[]
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** The days of a form, once both are whole and in order. */
export function spanOf(from: string, until: string): Span | null {
  const last = until || from
  return isDay(from) && isDay(last) && last >= from ? { from, until: last } : null
}

/** Counts the days that are asked for and says what remains. */
export function reckon(asked: Asked, about: Case, company: Pick<Company, 'away' | 'of' | 'share'> | null): Reckoning {
  const { kind, account, holidays, id } = about
  const ground = groundOf(kind, asked.ground)
  const lines = [t('Lamanya {length}.', { length: lengthWords(lengthOf(asked, kind.count, holidays)) })]
  const charges = chargesFor(kind, asked, holidays)
  const yearsWith = (charged: typeof charges) => new Map(account.years(yearOf(asked.until), { requestId: id ?? unsaved, charges: charged }).map(year => [year.year, year]))
  const [before, after] = [yearsWith({}), yearsWith(charges)]
  for (const [year, days] of Object.entries(charges)) {
    const [had, has] = [before.get(Number(year)), after.get(Number(year))]
    if (had && has) lines.push(t('Cuti tahunan {year}: sisa {had} hari kerja, dipakai {days}, tinggal {left}.', { year, had: number(had.left), days: number(days), left: number(has.left) }))
  }
  const end = longestUntil(asked.from, ground, about)
  if (end) lines.push(t('Paling lama sampai {end}.', { end: longDate(end) }))
  if (kind.clearsAnnual) lines.push(t('Hak cuti tahunan {year} hapus karena cuti ini.', { year: String(yearOf(asked.from)) }))
  if (kind.unpaid) lines.push(t('Selama cuti ini tidak ada penghasilan dan masa kerja tidak dihitung.'))
  const paper = paperFor(kind, ground, asked)
  if (paper) lines.push(t('Perlu dilampiri: {what}.', { what: paperName(paper.what) }))
  return { lines, warnings: company ? companyWarnings(company, asked) : [], findings: findingsOf(asked, about) }
}

function companyWarnings(company: Pick<Company, 'away' | 'of' | 'share'>, span: Span): string[] {
  const names = awayWith(company, span)
  if (names.length === 0) return []
  const n = mostAway(company, span)
  const said = [t('Juga cuti pada hari-hari itu: {names}.', { names: names.slice(0, 8).join(', ') + (names.length > 8 ? ' …' : '') })]
  return company.of > 1 && n / company.of > company.share ? [t('Pada hari yang sama {n} dari {of} orang di unit Anda cuti. Atasan mungkin meminta tanggal lain.', { n, of: company.of }), ...said] : said
}
