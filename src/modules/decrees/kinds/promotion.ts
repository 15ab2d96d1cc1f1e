import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { among } from '#ui/part/among.tsx'
import { choice, day, number } from '#ui/part/inputs.tsx'
import { serviceIn, serviceOn } from '../decree.ts'
import { gradesOf, rankName, type Lists } from '../lists.ts'
import { decreeKind, newest } from './kind.ts'
import { serviceWords } from './words.ts'

/** As the history of ranks has them. */
const ways = { reguler: 'Reguler', pilihan: 'Pilihan', ijazah: 'Penyesuaian ijazah' }

const nextGrade = (grade: string | null, { grades }: Lists): string => {
  const own = grades.filter(({ kind }) => kind === 'pns')
  return own[own.findIndex(({ code }) => code === grade) + 1]?.code ?? ''
}

/** Kenaikan pangkat. */
export const promotion = decreeKind({
  kind: 'promotion',
  label: 'Kenaikan pangkat',
  text: 'Keputusan kenaikan pangkat Anda sudah ditandatangani, nomor {number}.',
  rests: ['rank', 'salary-increase', 'performance'],
  facts: ({ grade, gradeSince }, lists) => [{ label: t('Golongan'), value: `${rankName(grade, lists)}${gradeSince ? `, ${t('sejak {date}', { date: longDate(gradeSince) })}` : ''}` }],
  parts: (person, lists) => ({
    grade: among('Golongan baru', { options: gradesOf(lists, person.kind), required: true }),
    way: choice('Jenis kenaikan', ways),
    years: number('Masa kerja golongan, tahun', { plain: true, required: true }),
    months: number('Masa kerja golongan, bulan', { plain: true }),
    since: day('Terhitung mulai tanggal (TMT)', { required: true }),
  }),
  begin(person, lists) {
    const service = serviceOn(person, person.dueOn)
    return { grade: nextGrade(person.grade, lists), way: 'reguler', years: service?.years ?? null, months: service?.months ?? null, since: person.dueOn }
  },
  row({ grade, way, years, months, since }, person, { grades }, wrong) {
    const order = (code: string | null) => grades.find(one => one.code === code)?.order ?? 0
    if (grade !== '' && order(grade) <= order(person.grade)) wrong('grade', 'Golongan baru harus lebih tinggi dari {grade}.', { grade: person.grade ?? '–' })
    if (months !== null && months > 11) wrong('months', 'Bulan paling banyak 11.')
    return { kind: 'rank', since, until: null, content: { grade, way, years, months: months ?? 0 } }
  },
  words(row, { grade }, lists) {
    const { grade: reached, way } = row.content
    return {
      pangkat: rankName(grade, lists),
      pangkat_baru: rankName(typeof reached === 'string' ? reached : null, lists),
      masa_kerja: serviceWords(serviceIn(row) ?? { years: 0, months: 0 }),
      cara: (Object.entries(ways).find(([code]) => code === way)?.[1] ?? ways.reguler).toLowerCase(),
      tmt: row.since ? longDate(row.since) : '–',
    }
  },
  overtaken: ({ since }, history) => (newest(history, 'rank')?.since ?? '') >= (since ?? ''),
})
