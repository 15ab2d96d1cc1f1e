import { longDate, number as numeral } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { FactList, Grid, Muted, Stack, Stat } from '#ui/index.ts'
import { beside, day, line, number } from '#ui/part/inputs.tsx'
import { block, heading } from './block.ts'
import { leadersOf, leaderTopics, named } from './leaders.ts'
import { writtenIn } from './written.tsx'

/** What parents want to know of a school first. */
export const school = block({
  kind: 'school',
  label: 'Profil sekolah',
  hint: 'NPSN dan kepala sekolah terisi sendiri; tambahkan jenjang, akreditasi, kurikulum, dan jumlah murid.',
  title: 'Profil sekolah',
  filled: true,
  parts: {
    heading: heading(),
    levels: line('Jenjang dan kelas', { max: 120, hint: 'Misalnya SMP, kelas 7 sampai 9.' }),
    accreditation: line('Akreditasi', { max: 80 }),
    curriculum: line('Kurikulum', { max: 120 }),
    pupils: number('Jumlah murid'),
    teachers: number('Jumlah guru'),
    rooms: number('Jumlah ruang kelas'),
    date: beside(day('Jumlah pada tanggal')),
  },
  topics: leaderTopics,
  load: leadersOf,
  view({ values, data, around }) {
    const { levels, accreditation, curriculum, pupils, teachers, rooms, date } = values
    const [head] = data
    const facts = [
      { label: 'NPSN', value: around.unit.npsn },
      { label: t('Kepala sekolah'), value: head && named(head) },
      { label: t('Jenjang'), value: levels },
      { label: t('Akreditasi'), value: accreditation },
      { label: t('Kurikulum'), value: curriculum },
    ].filter(({ value }) => value)
    const counts = [[pupils, 'murid'], [teachers, 'guru'], [rooms, 'ruang kelas']] as const
    const counted = counts.filter(([count]) => count !== null)
    if (facts.length === 0 && counted.length === 0) return null
    return (
      <Stack>
        {facts.length > 0 && <div lang={writtenIn()}><FactList facts={facts} /></div>}
        {counted.length > 0 && <Grid>{counted.map(([count, what]) => <Stat key={what} value={numeral(count ?? 0)}>{t(what)}</Stat>)}</Grid>}
        {counted.length > 0 && date && <p><Muted>{t('Keadaan {date}.', { date: longDate(date) })}</Muted></p>}
      </Stack>
    )
  },
})
