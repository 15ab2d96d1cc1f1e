import { longDate, number as numeral } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { Badge, ButtonLink, DataTable, FactList, Stack } from '#ui/index.ts'
import { day, english, line, link, markdown, number } from '#ui/part/inputs.tsx'
import { rows } from '#ui/part/rows.tsx'
import { block, heading } from './block.ts'
import { hrefOf } from './links.ts'
import { Writing, writtenIn } from './written.tsx'

type Standing = 'before' | 'open' | 'over'

/** How a pupil is admitted, and whether it is time. */
export const admissions = block({
  kind: 'admissions',
  label: 'Penerimaan murid',
  hint: 'Waktu, daya tampung, jalur, dan persyaratan pendaftaran; mengatakan sendiri apakah sedang dibuka.',
  title: 'Penerimaan murid baru',
  parts: {
    heading: heading(),
    year: line('Tahun ajaran', { max: 20, hint: 'Misalnya 2026/2027.' }),
    from: day('Dibuka tanggal'),
    to: day('Ditutup tanggal'),
    quota: number('Daya tampung', { suffix: 'murid' }),
    ways: rows('Jalur', { max: 12, columns: { name: { label: 'Nama jalur', required: true, max: 80 }, quota: { label: 'Kuota', as: 'number' }, note: { label: 'Keterangan', max: 200 } } }),
    requirements: markdown('Persyaratan dan tata cara'),
    english: english(markdown('Persyaratan dan tata cara (Inggris)')),
    address: link('Alamat pendaftaran'),
  },
  check({ from, to }, wrong) {
    if (from && to && to < from) wrong('to', 'Tanggal penutupan mendahului tanggal pembukaan.')
    if (to && !from) wrong('from', 'Isi juga tanggal pembukaan.')
  },
  topics: () => ['day'],
  load: async ({ now, government }, { from, to }): Promise<Standing | null> => {
    const today = dayIn(now, government.zone)
    return from === '' ? null : today < from ? 'before' : to !== '' && today > to ? 'over' : 'open'
  },
  view({ values, data, around }) {
    const { year, from, to, quota, ways, requirements, address } = values
    if (!from && quota === null && ways.length === 0 && !requirements && !address) return null
    return (
      <Stack>
        {data && <p><Badge tone={data === 'open' ? 'good' : data === 'before' ? 'info' : 'plain'}>{data === 'open' ? t('Pendaftaran dibuka') : data === 'over' ? t('Pendaftaran ditutup') : t('Dibuka mulai {date}', { date: longDate(from) })}</Badge></p>}
        <FactList facts={[
          { label: t('Tahun ajaran'), value: year },
          { label: t('Waktu pendaftaran'), value: from && (to ? `${longDate(from)} – ${longDate(to)}` : t('Mulai {date}', { date: longDate(from) })) },
          { label: t('Daya tampung'), value: quota !== null && t('{n} murid', { n: numeral(quota) }) },
        ]} />
        {ways.length > 0 && (
          <DataTable caption={t('Jalur pendaftaran')} rows={ways} columns={[
            { label: t('Jalur'), main: true, cell: way => <span lang={writtenIn()}>{way.name}</span> },
            { label: t('Kuota'), numeric: true, cell: way => way.quota && numeral(Number(way.quota)) },
            { label: t('Keterangan'), cell: way => way.note && <span lang={writtenIn()}>{way.note}</span> },
          ]} />
        )}
        <Writing text={requirements} english={values.english} around={around} />
        {address && data !== 'over' && <p><ButtonLink href={hrefOf(around, address)}>{t('Daftar')}</ButtonLink></p>}
      </Stack>
    )
  },
})
