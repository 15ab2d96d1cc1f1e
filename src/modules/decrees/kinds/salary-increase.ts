import { inWords } from '#platform/documents/in-words.ts'
import { longDate, rupiah } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { addMonths } from '#platform/time/zone.ts'
import { among } from '#ui/part/among.tsx'
import { day, money, number } from '#ui/part/inputs.tsx'
import type { Entry } from '#modules/personnel/contract.ts'
import { salaryFor, serviceIn, serviceOn } from '../decree.ts'
import { gradesOf, rankName } from '../lists.ts'
import { decreeKind, newest } from './kind.ts'
import { serviceWords } from './words.ts'

/** The newest decree about pay: the last increase, or the rank that came after it. */
const basis = (history: readonly Entry[]): Entry | undefined =>
  [newest(history, 'salary-increase'), newest(history, 'rank')].filter(entry => entry !== undefined).toSorted((a, b) => ((a.since ?? '') > (b.since ?? '') ? -1 : 1))[0]

const salaryIn = (entry: Entry | undefined): bigint | null => (typeof entry?.content.salary === 'string' && /^\d{1,15}$/.test(entry.content.salary) ? BigInt(entry.content.salary) : null)

/** Kenaikan gaji berkala (KGB). */
export const salaryIncrease = decreeKind({
  kind: 'salary-increase',
  label: 'Kenaikan gaji berkala',
  text: 'Surat kenaikan gaji berkala Anda sudah ditandatangani, nomor {number}.',
  rests: ['salary-increase', 'rank', 'performance'],
  facts: ({ history, grade }, lists) => [
    { label: t('Golongan'), value: rankName(grade, lists) },
    { label: t('Gaji pokok lama'), value: salaryIn(newest(history, 'salary-increase')) === null ? t('Belum tercatat') : rupiah(salaryIn(newest(history, 'salary-increase'))!) },
    { label: t('KGB terakhir'), value: newest(history, 'salary-increase')?.since ? longDate(newest(history, 'salary-increase')!.since!) : t('Belum tercatat') },
  ],
  parts: (person, lists) => ({
    salary: money('Gaji pokok baru', { required: true, hint: lists.salaries.has(person.grade ?? '') ? 'Terisi dari tabel gaji pokok di data rujukan.' : 'Tabel gaji pokok untuk golongan ini belum ada di data rujukan.' }),
    grade: among('Golongan', { options: gradesOf(lists, person.kind), required: true }),
    years: number('Masa kerja golongan, tahun', { plain: true, required: true }),
    since: day('Terhitung mulai tanggal (TMT)', { required: true }),
  }),
  begin(person, { salaries }) {
    const service = serviceOn(person, person.dueOn)
    const salary = service && salaryFor(salaries.get(person.grade ?? ''), service.years)
    return { salary: salary === null ? '' : String(salary), grade: person.grade ?? '', years: service?.years ?? null, since: person.dueOn }
  },
  row({ salary, grade, years, since }, { history }, _lists, wrong) {
    const before = salaryIn(newest(history, 'salary-increase'))
    if (before !== null && salary !== '' && BigInt(salary) <= before) wrong('salary', 'Gaji pokok baru tidak lebih tinggi dari yang lama, {before}.', { before: rupiah(before) })
    return { kind: 'salary-increase', since, until: null, content: { salary, grade, years } }
  },
  words({ since, content: { salary, grade, years } }, person, lists) {
    const last = basis(person.history)
    const before = salaryIn(newest(person.history, 'salary-increase'))
    const then = last && serviceIn(last)
    const amount = typeof salary === 'string' && salary !== '' ? BigInt(salary) : 0n
    return {
      gaji_lama: before === null ? '–' : rupiah(before),
      gaji_baru: rupiah(amount),
      gaji_terbilang: inWords(Number(amount)),
      golongan: rankName(typeof grade === 'string' ? grade : null, lists),
      masa_kerja: serviceWords({ years: typeof years === 'number' ? years : 0, months: 0 }),
      tmt: since ? longDate(since) : '–',
      berikutnya: since ? longDate(addMonths(since, lists.increaseAfter)) : '–',
      dasar_pejabat: last?.official ?? '–',
      dasar_nomor: last?.decreeNumber ?? '–',
      dasar_tanggal: last?.decreeOn ? longDate(last.decreeOn) : '–',
      dasar_tmt: last?.since ? longDate(last.since) : '–',
      dasar_masa_kerja: then ? serviceWords(then) : '–',
    }
  },
  overtaken: ({ since }, history) => (newest(history, 'salary-increase')?.since ?? '') >= (since ?? ''),
})
