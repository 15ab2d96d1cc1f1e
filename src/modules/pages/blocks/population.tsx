import { longDate, number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { DataTable, Grid, Muted, Share, Stack, Stat } from '#ui/index.ts'
import { beside, day, line } from '#ui/part/inputs.tsx'
import { rows } from '#ui/part/rows.tsx'
import { block, heading } from './block.ts'
import { writtenIn } from './written.tsx'

type Counted = { men: string; women: string; total: string }
const totalOf = ({ men, women, total }: Counted) => (total === '' ? Number(men) + Number(women) : Number(total))
const sum = (list: readonly Counted[], count: (one: Counted) => number) => list.reduce((all, one) => all + count(one), 0)

/** How many people live here, by hamlet, age or anything else, of which day and from where. */
export const population = block({
  kind: 'population',
  label: 'Penduduk',
  hint: 'Jumlah penduduk menurut kelompok, dengan tanggal dan sumbernya. Satu bagian untuk setiap pengelompokan.',
  title: 'Penduduk',
  parts: {
    heading: heading(),
    date: beside(day('Keadaan pada tanggal')),
    source: beside(line('Sumber', { max: 120, hint: 'Misalnya Dinas Kependudukan dan Pencatatan Sipil.' })),
    rows: rows('Penduduk menurut kelompok', {
      check({ men, women, total }, wrong) {
        if (men && women && total && Number(men) + Number(women) !== Number(total)) wrong('total', 'Baris {n}: jumlah tidak sama dengan laki-laki dan perempuan bersama. Perbaiki, atau kosongkan jumlahnya.')
      },
      columns: {
        label: { label: 'Kelompok', required: true, max: 80 },
        men: { label: 'Laki-laki', as: 'number' },
        women: { label: 'Perempuan', as: 'number' },
        total: { label: 'Jumlah', as: 'number' },
      },
    }),
  },
  check({ rows, date, source }, wrong) {
    if (rows.length > 0 && date === '') wrong('date', 'Isi tanggal keadaan penduduk, agar pembaca tahu angkanya dari kapan.')
    if (rows.length > 0 && source === '') wrong('source', 'Isi sumber angka penduduk.')
  },
  view({ values }) {
    const { rows, date, source } = values
    const all = sum(rows, totalOf)
    if (all === 0) return null
    const [men, women] = [sum(rows, one => Number(one.men)), sum(rows, one => Number(one.women))]
    const split = men + women === all
    return (
      <Stack>
        <Grid>
          <Stat value={number(all)}>{t('jiwa')}</Stat>
          {split && <Stat value={number(men)} share={men / all} shareLabel={t('Bagian laki-laki')}>{t('laki-laki')}</Stat>}
          {split && <Stat value={number(women)} share={women / all} shareLabel={t('Bagian perempuan')}>{t('perempuan')}</Stat>}
        </Grid>
        <DataTable caption={t('Penduduk menurut kelompok')} rows={rows} columns={[
          { label: t('Kelompok'), main: true, cell: row => <span lang={writtenIn()}>{row.label}</span> },
          ...(split ? [
            { label: t('Laki-laki'), numeric: true, cell: (row: Counted) => number(Number(row.men)) },
            { label: t('Perempuan'), numeric: true, cell: (row: Counted) => number(Number(row.women)) },
          ] : []),
          { label: t('Jumlah'), numeric: true, cell: row => <Share share={totalOf(row) / all}>{number(totalOf(row))}</Share> },
        ]} foot={rows.length > 1 ? [t('Jumlah'), ...(split ? [number(men), number(women)] : []), number(all)] : undefined} />
        {(date || source) && <p><Muted>{[date && t('Keadaan {date}.', { date: longDate(date) }), source && t('Sumber: {source}.', { source })].filter(Boolean).join(' ')}</Muted></p>}
      </Stack>
    )
  },
})
