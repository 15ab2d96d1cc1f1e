import { longDate, number } from '#platform/i18n/format.ts'
import { withLocale } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import type { Tx } from '#platform/db/database.ts'
import { Problem } from '#platform/web/problems.ts'
import { drafts } from '#modules/drafting/contract.ts'
import { posts, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import { monthName } from '../list/asked.ts'
import { unitsOfAgency } from '../parts/here.ts'
import { percent } from '../parts/words.ts'
import { monthRows, type MonthRow } from '../reading.ts'
import { dueDays, sumOf } from '../rules/recap.ts'
import { nameLetter, type Closing } from '../store.ts'

/** People on the list of a letter at most. */
const most = 2000

/** Marks of Markdown and of tables in a name are letters of that name. */
const plain = (text: string): string => text.replaceAll('[', '(').replaceAll(']', ')').replace(/[|\\`*_{}<>]/g, '\\$&')

const tableOf = (rows: readonly MonthRow[]): string => [
  '| No. | Nama dan NIP | Hadir | Terlambat | Pulang awal | Lupa catat | Dijelaskan | Tanpa keterangan | Potongan |',
  '|--:|:--|--:|--:|--:|--:|--:|--:|--:|',
  ...rows.map(({ employee, counts, cut }, i) => `| ${[
    i + 1, `${plain(employee.name)}, ${employee.nip ?? '–'}`, counts.present + counts.missingIn + counts.missingOut, counts.late.n ? `${counts.late.n} (${number(counts.late.minutes)} menit)` : '–', counts.early.n ? `${counts.early.n} (${number(counts.early.minutes)} menit)` : '–',
    counts.missingIn + counts.missingOut, counts.explained, counts.absent, cut ? percent(cut.total) : '–',
  ].join(' | ')} |`),
].join('\n')

/** Begins the report of a closed month as a draft for the head of the agency to sign; answers its letter. @throws Problem when no position leads the agency */
export async function beginLetter(context: Pick<Context, 'ask' | 'government' | 'now' | 'who'> & { tx: Tx }, units: UnitTree, agency: Unit, closing: Closing): Promise<string> {
  const { tx, ask, government, now, who } = context
  const head = (await ask(posts).heads(tx, [agency.id], dayIn(now, government.zone))).get(agency.id)
  if (!head) throw new Problem('', 'Belum ada jabatan yang memimpin {unit}, jadi belum ada yang menandatangani.', { unit: agency.name })
  const { rows, table } = await monthRows(tx, context, { units, unitIds: unitsOfAgency(units, agency.id), month: closing.month, limit: most })
  const settled = rows.filter(row => row.settled)
  // Letters are in Indonesian, whoever prepares them.
  const content = withLocale({ language: 'id', zone: government.zone, vocabulary: {}, now }, () => {
    const month = monthName(closing.month)
    const sum = sumOf(settled.map(({ counts }) => counts))
    const present = sum.present + sum.missingIn + sum.missingOut
    return {
      subject: `Rekapitulasi presensi pegawai ${agency.name} bulan ${month}`,
      body: [
        `Presensi pegawai ${agency.name} bulan ${month} ditutup pada ${longDate(dayIn(closing.closedAt ?? now, government.zone))} setelah masa perbaikan sampai ${longDate(closing.deadline)}.`,
        `Dari ${number(dueDays(sum) - sum.explained)} hari kerja ${number(settled.length)} pegawai di luar cuti, tugas, dan izin, ${number(present)} hari dihadiri dan ${number(sum.absent)} hari tanpa keterangan. Terlambat ${number(sum.late.n)} kali (${number(sum.late.minutes)} menit), pulang sebelum waktunya ${number(sum.early.n)} kali (${number(sum.early.minutes)} menit).`,
        table ? `Potongan tambahan penghasilan pegawai dihitung menurut ${plain(table.legalBasis)}. Rinciannya terlampir.` : 'Rinciannya terlampir.',
      ].join('\n\n'),
      annex: { title: `Rekapitulasi presensi ${month}`, body: tableOf(settled) },
    }
  })
  const letter = await ask(drafts).begin(context, {
    unitId: agency.id, accountId: who.account!.id,
    content: {
      kind: 'laporan', subject: content.subject, body: content.body, parts: {}, classification: '800.1', secrecy: 'T', urgency: 'biasa', addressees: [],
      signer: { postId: head.postId, onBehalfOf: null, through: null }, annexes: [content.annex], files: [], meeting: null, replyBy: null, answersId: null,
    },
  })
  await nameLetter(tx, closing.id, letter.id)
  return letter.id
}
