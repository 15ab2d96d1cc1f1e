import type { Fields } from '../../forms/fields.ts'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/locale.ts'
import { Actions, Badge, Button, ButtonLink, CheckField, DataTable, Form, FormMarksOptional, FormSection, Grid, Muted, Notice, Pager, Section, SelectField, Stack, Stat } from '#ui/index.ts'
import type { SheetField } from '../declaring.ts'
import { headingsOf } from '../heading.ts'
import type { BadRow, SampleRow, SheetRun } from '../sheet-run.ts'

export interface PreviewProps {
  run: SheetRun
  wanted: readonly SheetField[]
  bad: { rows: BadRow[]; more: number | null; first: boolean; fields: { field: string; rows: number }[] }
  fields: Fields
  here: string
}

/** Doubtful texts asked about at once. */
const mostDoubts = 40
/** Bad rows that still fit into a workbook made while somebody waits. */
const mostWritten = 2000

/** What would become of the file, what is in the way, and the one button. */
export function Preview(props: PreviewProps) {
  const { run, wanted, bad } = props
  const { counts } = run
  const all = counts.new + counts.changed + counts.unchanged + counts.wrong
  const swapped = bad.fields.find(({ field, rows }) => field !== '' && all >= 10 && rows * 2 > all)
  return (
    <Stack>
      {run.failure && <Notice tone="warn"><p>{t(run.failure.text, run.failure.values)}</p></Notice>}
      <Grid>
        <Stat value={number(counts.new)}>{t('baris baru')}</Stat>
        <Stat value={number(counts.changed)}>{t('baris mengubah yang sudah ada')}</Stat>
        <Stat value={number(counts.unchanged)}>{t('sudah ada, tidak berubah')}</Stat>
        <Stat value={number(counts.wrong)}>{t('baris perlu diperbaiki')}</Stat>
      </Grid>
      <Remarks run={run} />
      {swapped && <Notice tone="warn" title={t('Lebih dari separuh baris salah di kolom “{column}”', { column: labelOf(wanted, swapped.field) })}><p>{t('Mungkin kolomnya tertukar. Periksa lagi pencocokan kolom.')}</p></Notice>}
      <Doubts {...props} />
      <Decision {...props} />
      {counts.wrong > 0 && <BadRows {...props} />}
      {run.sample.length > 0 && <Sample rows={run.sample} wanted={wanted} more={counts.new + counts.changed - run.sample.length} />}
    </Stack>
  )
}

const labelOf = (wanted: readonly SheetField[], name: string): string => {
  const field = wanted.find(one => one.name === name)
  return field ? t(field.label) : ''
}

function Remarks({ run: { reading, choices } }: Pick<PreviewProps, 'run'>) {
  const sheet = reading.sheets[choices.sheet]
  const said = [
    reading.sheets.length > 1 && sheet && t('Lembar “{name}” dibaca; lembar lain tidak.', { name: sheet.name }),
    reading.hidden > 0 && t('{n} lembar tersembunyi tidak dibaca.', { n: reading.hidden }),
    sheet && sheet.hiddenRows > 0 && t('{n} baris yang disembunyikan saringan ikut dibaca.', { n: sheet.hiddenRows }),
  ].filter(one => typeof one === 'string')
  return said.length > 0 ? <p><Muted>{said.join(' ')}</Muted></p> : null
}

function Doubts({ run, wanted, fields }: PreviewProps) {
  if (run.doubts.length === 0) return null
  return (
    <Form actions={<Button name="langkah" value="padankan">{t('Padankan dan periksa lagi')}</Button>}>
      <FormSection title={t('Apa maksudnya?')} hint={t('Nama ini tidak sama persis dengan yang ada di sini. Pilih sekali; berlaku untuk semua barisnya dan diingat.')}>
        <FormMarksOptional.Provider value={false}>
          {run.doubts.slice(0, mostDoubts).map(({ field, text, rows, suggestions }, i) => (
            <SelectField key={`${field} ${text}`} field={fields(`p_${i}`)} label={t('{column} “{text}”, {n, plural, one {# baris} other {# baris}}', { column: labelOf(wanted, field), text, n: rows })}
              options={suggestions} empty={suggestions.length > 0 ? t('Bukan salah satu dari ini') : t('Tidak ada yang mirip')} />
          ))}
        </FormMarksOptional.Provider>
      </FormSection>
      {run.doubts.length > mostDoubts && <p>{t('… dan {n} lagi.', { n: run.doubts.length - mostDoubts })}</p>}
    </Form>
  )
}

function Decision({ run: { counts }, fields }: PreviewProps) {
  const coming = counts.new + counts.changed
  return (
    <Form fields={fields} actions={
      <>
        {coming > 0 && <Button kind="primary" name="langkah" value="masuk">{t('Masukkan {n, plural, one {# baris} other {# baris}}', { n: coming })}</Button>}
        <Button name="langkah" value="kolom">{t('Ubah pencocokan kolom')}</Button>
        <Button name="langkah" value="buang">{t('Buang pratinjau')}</Button>
      </>
    }>
      {coming === 0 && counts.wrong === 0 && <Notice tone="good"><p>{t('Semua isi berkas ini sudah ada.')}</p></Notice>}
      {coming > 0 && counts.wrong > 0 && (
        <CheckField field={fields('tanpa')} label={t('Tinggalkan {n, plural, one {# baris} other {# baris}} yang salah', { n: counts.wrong })}
          hint={t('Tanpa ini, selama masih ada baris yang salah tidak ada yang masuk. Baris yang ditinggalkan dapat diunduh, diperbaiki, lalu diunggah lagi.')} />
      )}
    </Form>
  )
}

function BadRows({ run, wanted, bad, here }: PreviewProps) {
  const sheet = run.reading.sheets[run.choices.sheet]
  const columns = (sheet && headingsOf(sheet.top, wanted, run.choices.heading ?? undefined)?.columns) ?? []
  const standing = (row: BadRow, field: string) => {
    const at = run.choices.columns[field]
    const text = at === undefined ? '' : (row.cells[at] ?? '')
    return text.length > 40 ? `${text.slice(0, 40)}…` : text
  }
  const column = (field: string) => {
    const found = columns.find(({ at }) => at === run.choices.columns[field])
    return found ? `${found.letter} · ${labelOf(wanted, field)}` : labelOf(wanted, field)
  }
  return (
    <Section title={t('Perbaiki baris ini')}>
      <DataTable caption={t('Baris yang perlu diperbaiki')} rows={bad.rows} rowKey={row => String(row.line)} columns={[
        { label: t('Baris'), main: true, cell: row => row.line },
        { label: t('Kolom'), cell: row => <ul>{row.reasons.map(({ field }, i) => <li key={i}>{column(field)} {standing(row, field) && <Muted>{standing(row, field)}</Muted>}</li>)}</ul> },
        { label: t('Sebab'), cell: row => <ul>{row.reasons.map(({ text, values }, i) => <li key={i}>{t(text, values)}</li>)}</ul> },
      ]} />
      <Pager newer={bad.first ? null : here} older={bad.more === null ? null : `${here}?setelah=${bad.more}`} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      <Actions>
        <ButtonLink kind="quiet" href={`${here}/salah.csv`} download>{t('Unduh baris salah (CSV)')}</ButtonLink>
        {run.counts.wrong <= mostWritten && <ButtonLink kind="quiet" href={`${here}/salah.xlsx`} download>{t('Unduh baris salah (Excel)')}</ButtonLink>}
      </Actions>
    </Section>
  )
}

function Sample({ rows, wanted, more }: { rows: readonly SampleRow[]; wanted: readonly SheetField[]; more: number }) {
  return (
    <Section title={t('Contoh yang akan masuk')}>
      <DataTable caption={t('Contoh yang akan masuk')} rows={rows} rowKey={row => String(row.line)} columns={[
        { label: t('Baris'), cell: row => row.line },
        { label: t('Nama'), main: true, cell: row => row.title },
        { label: t('Menjadi'), cell: row => (row.is === 'new' ? <Badge tone="good">{t('Baru')}</Badge> : <Badge tone="info">{t('Diubah')}</Badge>) },
        { label: t('Perubahan'), cell: row => (row.is === 'new'
          ? row.changes.map(({ field, to }) => `${labelOf(wanted, field)}: ${to}`).join(' · ')
          : <ul>{row.changes.map(({ field, from, to }) => <li key={field}>{labelOf(wanted, field)}: {from !== '' && <><del>{from}</del> → </>}{to}</li>)}</ul>) },
      ]} />
      {more > 0 && <p>{t('… dan {n} lagi.', { n: more })}</p>}
    </Section>
  )
}
