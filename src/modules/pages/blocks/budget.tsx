import { number as numeral, rupiah } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { DataTable, Grid, Muted, Share, Stack, Stat } from '#ui/index.ts'
import { beside, line, number } from '#ui/part/inputs.tsx'
import { rows } from '#ui/part/rows.tsx'
import { block, heading } from './block.ts'
import { writtenIn } from './written.tsx'

const groups = { pendapatan: 'Pendapatan', belanja: 'Belanja', pembiayaan: 'Pembiayaan' }

type Amounts = { budgeted: string; realised: string }
const sum = (list: readonly Amounts[], key: keyof Amounts) => list.reduce((all, one) => all + BigInt(one[key] || 0), 0n)

/** Tenths of a percent are enough, and bigints lose nothing before. */
const shareOf = (part: bigint, whole: bigint): number | null => (whole > 0n ? Number((part * 1000n) / whole) / 1000 : null)
const percent = (share: number) => `${numeral(Math.round(share * 1000) / 10)}%`

/** What comes in and goes out in a year, as decided and as done. */
export const budget = block({
  kind: 'budget',
  label: 'Anggaran',
  hint: 'Ringkasan anggaran setahun: pendapatan, belanja, dan pembiayaan, dengan realisasinya.',
  title: 'Anggaran',
  parts: {
    heading: heading(),
    year: beside(number('Tahun anggaran', { plain: true })),
    source: beside(line('Dasar hukum atau sumber', { max: 160, hint: 'Misalnya Peraturan {Desa} No. 4 Tahun 2025 tentang APB {Desa}.' })),
    rows: rows('Rincian', {
      columns: {
        group: { label: 'Kelompok', options: groups },
        label: { label: 'Uraian', required: true, max: 120 },
        budgeted: { label: 'Anggaran', as: 'money', required: true },
        realised: { label: 'Realisasi', as: 'money' },
      },
    }),
  },
  check({ rows, year, source }, wrong) {
    if (rows.length > 0 && (year === null || year < 1945 || year > 2200)) wrong('year', 'Isi tahun anggaran seperti 2026.')
    if (rows.length > 0 && source === '') wrong('source', 'Isi dasar hukum atau sumber angka anggaran.')
  },
  view({ values }) {
    const { rows, source } = values
    if (rows.length === 0) return null
    const shown = Object.entries(groups).map(([key, label]) => ({ label, lines: rows.filter(({ group }) => group === key) })).filter(({ lines }) => lines.length > 0)
    const year = values.year ?? ''
    return (
      <Stack>
        <Grid>{shown.map(({ label, lines }) => <Total key={label} label={label} lines={lines} />)}</Grid>
        {shown.map(({ label, lines }) => {
          const done = lines.some(({ realised }) => realised !== '')
          const share = (one: Amounts) => (one.realised === '' ? null : shareOf(BigInt(one.realised), BigInt(one.budgeted || 0)))
          const all = shareOf(sum(lines, 'realised'), sum(lines, 'budgeted'))
          return (
            <DataTable key={label} caption={`${t(label)} ${year}`} showCaption rows={lines} columns={[
              { label: t('Uraian'), main: true, cell: one => <span lang={writtenIn()}>{one.label}</span> },
              { label: t('Anggaran'), numeric: true, cell: one => one.budgeted && rupiah(BigInt(one.budgeted)) },
              ...(done ? [
                { label: t('Realisasi'), numeric: true, cell: (one: Amounts) => one.realised && rupiah(BigInt(one.realised)) },
                { label: t('Capaian'), numeric: true, cell: (one: Amounts) => percentBar(share(one)) },
              ] : []),
            ]} foot={lines.length > 1 ? [t('Jumlah'), rupiah(sum(lines, 'budgeted')), ...(done ? [rupiah(sum(lines, 'realised')), all === null ? '' : percent(all)] : [])] : undefined} />
          )
        })}
        {source && <p><Muted>{t('Sumber: {source}.', { source })}</Muted></p>}
      </Stack>
    )
  },
})

const percentBar = (share: number | null) => share !== null && <Share share={share}>{percent(share)}</Share>

function Total({ label, lines }: { label: string; lines: readonly Amounts[] }) {
  const [budgeted, realised] = [sum(lines, 'budgeted'), sum(lines, 'realised')]
  const share = lines.some(one => one.realised !== '') ? shareOf(realised, budgeted) : null
  return (
    <Stat value={rupiah(budgeted)} share={share ?? undefined} shareLabel={t('Capaian')}>
      {share === null ? t(label) : t('{group}, terealisasi {percent}', { group: t(label), percent: percent(share) })}
    </Stat>
  )
}
