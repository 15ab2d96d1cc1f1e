import { z } from 'zod'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Elsewhere, Problem } from '#platform/web/problems.ts'
import { codeLists } from '#modules/code-lists/contract.ts'
import { standards } from '#modules/standards/contract.ts'
import { addressWith, Button, FactList, FilterBar, Form, FormMarksOptional, Notice, SelectField, Suggestions, TextField, WorkLayout } from '#ui/index.ts'
import { sendTo, take } from '../lifecycle.ts'
import { releaseCrumbs } from '../parts/frame.tsx'
import { fillableHere, meansOf } from '../parts/here.ts'
import { fileKinds, ruleWords } from '../parts/words.ts'
import { earlierUploads, updateUpload } from '../store.ts'
import { ColumnFields } from './column-fields.tsx'
import { fillOf, perPage, readDeclared, registriesOf } from './content.ts'
import { isKnown } from './propose.ts'

const query = z.object({ bagian: z.coerce.number().int().min(1).max(1000).catch(1).default(1) })
type Query = z.output<typeof query>

const form = z.looseObject({ step: z.enum(['save', 'check', 'reread'], 'Pilih langkah'), sheet: z.string().optional(), heading: z.string().optional() })

/** The upload of the address while its columns may be said, with what they are chosen from. */
async function here(context: Context<Query>) {
  const { upload, dataset, release } = await fillableHere(context, context.params.id!)
  if (upload.state !== 'describing' || !upload.taken) throw new Elsewhere(`/kerja/data/unggahan/${upload.id}`)
  const [concepts, lists, earlier] = await Promise.all([context.ask(standards).search(context.db, '', 2000), context.ask(codeLists).codeLists(context.db), earlierUploads(context.db, dataset.id)])
  const parts = Math.max(1, Math.ceil(upload.declared.length / perPage))
  const part = Math.min(context.query.bagian, parts)
  return { upload, taken: upload.taken, dataset, release, concepts, lists, part, parts, known: isKnown(upload.taken, earlier.map(one => one.declared)), shown: upload.declared.slice((part - 1) * perPage, part * perPage), registries: registriesOf(concepts, lists) }
}

/** What each column of a file is: one row of fields per column, filled with what is known from before. */
export const declarePage = page({
  path: '/kerja/data/unggahan/:id/kolom',
  may: 'datasets.produce',
  query,
  form,
  load: here,
  fill: ({ shown, registries, upload, taken }) => ({ ...fillOf(shown, registries), sheet: String(upload.sheet ?? taken.sheet ?? 0), heading: String(upload.heading ?? taken.heading) }),
  view({ data: { upload, taken, dataset, release, concepts, lists, part, parts, known, shown }, fields, request }) {
    const byFrom = new Map(taken.columns.map(column => [column.from, column]))
    return (
      <WorkLayout title={t('Tetapkan kolom')} lead={upload.title} breadcrumbs={releaseCrumbs(dataset, release, upload.name)}>
        {upload.failure && <Notice tone="bad" title={t('Pemeriksaan berhenti')}><p>{t(upload.failure.text, upload.failure.values)}</p></Notice>}
        {known && <Notice tone="good"><p>{t('Semua kolom sama dengan unggahan sebelumnya. Cukup tekan “Periksa”.')}</p></Notice>}
        {taken.misnamed && <Notice tone="warn"><p>{t('Nama berkas menyebut jenis lain, tetapi isinya {kind} dan dibaca sebagai {kind}.', { kind: fileKinds[taken.kind] })}</p></Notice>}
        {taken.troubles.length > 0 && (
          <Notice tone="warn" title={t('Baris yang perlu dilihat di berkas')}>
            <ul>{taken.troubles.map(({ rule, rows, first }) => <li key={rule}>{t(ruleWords[rule])}: {t('{n, plural, one {# baris} other {# baris}}', { n: rows })} ({t('baris {rows}', { rows: first.slice(0, 8).join(', ') })}{first.length > 8 && ' …'})</li>)}</ul>
          </Notice>
        )}
        <FactList facts={[
          { label: t('Berkas'), value: [fileKinds[taken.kind], taken.encoding, taken.separator && t('pemisah {sign}', { sign: taken.separator === '\t' ? 'tab' : taken.separator })].filter(Boolean).join(', ') },
          { label: t('Baris'), value: number(taken.rows) },
          { label: t('Kolom'), value: number(taken.columns.length) },
        ]} />
        {(taken.kind === 'xlsx' || taken.kind === 'csv') && (
          <details class="disclosure">
            <summary>{t('Judul kolom di baris lain atau lembar lain?')}</summary>
            <Form>
              {taken.sheets.length > 1 && <SelectField field={fields('sheet')} label={t('Lembar')} required options={taken.sheets.map((label, i) => ({ value: String(i), label }))} />}
              <TextField field={fields('heading')} label={t('Baris judul kolom')} hint={t('0 bila tidak ada judul.')} width="short" inputmode="numeric" required />
              <Button name="step" value="reread">{t('Baca ulang')}</Button>
            </Form>
          </details>
        )}
        {parts > 1 && <FilterBar quick={Array.from({ length: parts }, (_, i) => ({ label: t('Kolom {from}–{to}', { from: i * perPage + 1, to: Math.min((i + 1) * perPage, upload.declared.length) }), href: addressWith(request.url, { bagian: String(i + 1) }), current: i + 1 === part }))} />}
        <Form fields={fields} wide actions={<>{part < parts && <Button kind="primary" name="step" value="save">{t('Simpan dan lanjut')}</Button>}<Button kind={part < parts ? 'quiet' : 'primary'} name="step" value="check">{t('Periksa')}</Button></>}>
          <Suggestions id="standar" words={concepts.map(({ name }) => name)} />
          <FormMarksOptional.Provider value={false}>
            {shown.map(declared => <ColumnFields key={declared.from} column={byFrom.get(declared.from)!} declared={declared} fields={fields} lists={lists} concepts="standar" />)}
          </FormMarksOptional.Provider>
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, params, note } = context
    const { upload, shown, registries, part, parts, taken } = await here(context)
    const next = `/kerja/data/unggahan/${upload.id}`
    if (input.step === 'reread') {
      const heading = Number(input.heading)
      if (!Number.isInteger(heading) || heading < 0 || heading > 100) throw new Problem('heading', 'Tulis nomor baris dari 0 sampai 100')
      const sheet = Number(input.sheet ?? taken.sheet ?? 0)
      await sendTo(tx, meansOf(context), upload.id, 'reread', { heading, sheet: taken.sheets[sheet] === undefined ? null : sheet })
      return goto(`${next}?tunggu=ya`)
    }
    const wrong: Parameters<typeof Problem.all>[0] = []
    const read = readDeclared(input, shown, registries, wrong)
    if (wrong.length > 0) throw Problem.all(wrong)
    const byFrom = new Map(read.map(one => [one.from, one]))
    const declared = upload.declared.map(one => byFrom.get(one.from) ?? one)
    if (declared.every(({ out }) => out)) throw new Problem('', 'Ikutkan paling sedikit satu kolom.')
    note({ record: ['upload', upload.id], after: { columns: declared.length, out: declared.filter(({ out }) => out).map(({ name }) => name) } })
    if (input.step === 'check') {
      await sendTo(tx, meansOf(context), upload.id, 'check', { declared })
      return goto(`${next}?tunggu=ya`)
    }
    const { state } = await take(tx, params.id!, 'save')
    await updateUpload(tx, upload.id, { state, declared })
    return goto(`${next}/kolom?bagian=${Math.min(part + 1, parts)}`, 'Tersimpan.')
  },
})
