import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Elsewhere, Problem } from '#platform/web/problems.ts'
import { regionMatching } from '#modules/code-lists/contract.ts'
import { Button, ButtonLink, Form, FormMarksOptional, FormSection, Notice, RadioField, WorkLayout } from '#ui/index.ts'
import { heldBack, violationsLeft, type Upload, type UploadAnswers } from '../intake.ts'
import { drop, sendTo, take } from '../lifecycle.ts'
import { releaseCrumbs } from '../parts/frame.tsx'
import { fillableHere, meansOf } from '../parts/here.ts'
import { earlierUploads, rememberRegionNames, updateUpload } from '../store.ts'
import { findingsByColumn, openTexts, perPage, readPersonal, readRegions } from './answers.ts'
import { Findings } from './findings.tsx'
import { PersonalFields } from './personal-fields.tsx'
import { RegionFields } from './region-fields.tsx'

const form = z.looseObject({ step: z.enum(['answer', 'keep', 'describe', 'drop'], 'Pilih langkah'), unfit: z.enum(['empty', 'leave-out']).optional().or(z.literal('').transform(() => undefined)) })

/** The upload of the address while what was found may be answered. */
async function here(context: Context) {
  const { upload, dataset, release } = await fillableHere(context, context.params.id!)
  if (upload.state !== 'found' || !upload.checked) throw new Elsewhere(`/kerja/data/unggahan/${upload.id}`)
  const texts = openTexts(upload)
  const names = await context.ask(regionMatching).of(context.government.id)
  const [before] = await earlierUploads(context.db, dataset.id)
  return { upload, checked: upload.checked, dataset, release, texts, shown: texts.slice(0, perPage), names, findings: findingsByColumn(upload.checked.personal), before: before?.answers ?? {} }
}

/** What is asked for again begins with what was answered before. */
function fillOf({ findings, upload, before }: Awaited<ReturnType<typeof here>>): Record<string, string> {
  const values: Record<string, string> = { unfit: upload.answers.unfit ?? '' }
  for (const [i, { column }] of findings.entries()) {
    const answer = (upload.answers.personal?.[column] ?? before.personal?.[column])?.answer
    if (answer) values[`personal-${i}`] = answer.become
    if (answer?.become === 'stay') values[`basis-${i}`] = answer.basis
  }
  return values
}

/** What the check found, and what becomes of it: personal data first, names of regions, cells that do not fit. */
export const foundPage = page({
  path: '/kerja/data/unggahan/:id/hasil',
  may: 'datasets.produce',
  form,
  load: here,
  fill: fillOf,
  view({ data, fields }) {
    const { upload, checked, dataset, release, texts, shown, names, findings } = data
    const left = violationsLeft(upload)
    const titleOf = (name: string) => name.split(', ').map(one => upload.declared.find(column => column.name === one)?.title ?? one).join(', ')
    return (
      <WorkLayout title={t('Hasil pemeriksaan')} lead={upload.title} breadcrumbs={releaseCrumbs(dataset, release, upload.name)} action={<ButtonLink kind="quiet" href={`/kerja/data/rilis/${release.id}`}>{t('Ke rilis')}</ButtonLink>}>
        {upload.failure && <Notice tone="bad" title={t('Penyimpanan berhenti')}><p>{t(upload.failure.text, upload.failure.values)}</p></Notice>}
        {left === 0 && findings.length === 0 && texts.length === 0 && <Notice tone="good" title={t('Semua sesuai')}><p>{t('{n, plural, one {# baris} other {# baris}} siap menjadi isi rilis.', { n: checked.rows })}</p></Notice>}
        <Form fields={fields} wide actions={(
          <>
            <Button kind="primary" name="step" value="keep">{t('Jadikan isi rilis')}</Button>
            {(findings.length > 0 || texts.length > 0) && <Button name="step" value="answer">{t('Simpan jawaban')}</Button>}
            <Button name="step" value="describe">{t('Ubah kolom')}</Button>
            <Button kind="danger" name="step" value="drop">{t('Buang, saya perbaiki berkasnya')}</Button>
          </>
        )}>
          {findings.length > 0 && <PersonalFields findings={findings} fields={fields} titleOf={titleOf} access={dataset.access} answered={upload.answers.personal ?? {}} />}
          {texts.length > 0 && <RegionFields texts={shown} left={texts.length} fields={fields} titleOf={titleOf} names={names} />}
          {left > 0 && (
            <FormSection title={t('{n, plural, one {# sel tidak sesuai} other {# sel tidak sesuai}}', { n: left })}>
              <Findings upload={upload} checked={checked} titleOf={titleOf} />
              <FormMarksOptional.Provider value={false}>
                <RadioField field={fields('unfit')} label={t('Bila dijadikan isi rilis apa adanya')} hint={t('Jumlah sel yang tidak sesuai tetap dihitung dan menurunkan mutu rilis.')} options={[
                  { value: 'empty', label: t('Kosongkan sel yang tidak terbaca'), hint: t('Barisnya tetap ada; nilai di luar batas atau daftar tetap tercatat.') },
                  { value: 'leave-out', label: t('Tinggalkan baris yang bermasalah'), hint: t('Baris itu tidak ikut ke rilis.') },
                ]} />
              </FormMarksOptional.Provider>
            </FormSection>
          )}
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, params, who, note } = context
    const { upload, dataset, release, shown, names, findings } = await here(context)
    if (input.step === 'drop') {
      await drop(tx, meansOf(context), upload.id)
      note({ record: ['upload', upload.id], before: { state: upload.state, name: upload.name }, after: { state: 'dropped' } })
      return goto(`/kerja/data/rilis/${release.id}/unggah`, 'Dibuang. Arti kolom dan jawaban wilayah diingat untuk unggahan berikutnya.')
    }
    const wrong: Parameters<typeof Problem.all>[0] = []
    const regions = readRegions(input, shown, names, wrong)
    const personal = { ...upload.answers.personal, ...readPersonal(input, findings, dataset.access, wrong) }
    const answers: UploadAnswers = { ...upload.answers, personal, unfit: input.unfit ?? upload.answers.unfit, regions: withNames(upload.answers.regions ?? {}, regions) }
    if (input.step === 'keep') wrong.push(...open({ ...upload, answers }, wrong))
    if (input.step !== 'describe' && wrong.length > 0) throw Problem.all(wrong)
    await rememberRegionNames(tx, dataset.id, regions, who.account!.id)
    note({ record: ['upload', upload.id], after: { step: input.step, personal: Object.fromEntries(Object.entries(personal).map(([column, { kind, answer }]) => [column, { kind, ...answer }])), regions: regions.length, unfit: answers.unfit } })
    if (input.step === 'keep') {
      await sendTo(tx, meansOf(context), upload.id, 'keep', { answers, strong: who.account!.strong })
      return goto(`/kerja/data/unggahan/${upload.id}?tunggu=ya`)
    }
    const { state } = await take(tx, params.id!, input.step)
    await updateUpload(tx, upload.id, { state, answers })
    return goto(`/kerja/data/unggahan/${upload.id}/${input.step === 'describe' ? 'kolom' : 'hasil'}`, input.step === 'describe' ? undefined : 'Jawaban disimpan.')
  },
})

/** What must be answered before it is kept, and is not said to be wrong already. */
function open(upload: Upload, wrong: Parameters<typeof Problem.all>[0]): Parameters<typeof Problem.all>[0] {
  const held = heldBack(upload)
  const said = new Set(wrong.map(({ name }) => name))
  const silent = findingsByColumn(upload.checked?.personal ?? []).flatMap(({ column }, i) => (held.some(one => one.column === column) && !said.has(`personal-${i}`) && !said.has(`basis-${i}`) ? [`personal-${i}`] : []))
  return [
    ...silent.map(name => ({ name, message: { text: 'Jawab dahulu apa yang terjadi dengan data pribadi ini' } })),
    ...(violationsLeft(upload) > 0 && !upload.answers.unfit ? [{ name: 'unfit', message: { text: 'Pilih apa yang terjadi dengan sel yang tidak sesuai' } }] : []),
  ]
}

function withNames(before: NonNullable<UploadAnswers['regions']>, names: readonly { column: string; text: string; code: string | null }[]): NonNullable<UploadAnswers['regions']> {
  const after = Object.fromEntries(Object.entries(before).map(([column, texts]) => [column, { ...texts }]))
  for (const { column, text, code } of names) (after[column] ??= {})[text] = code
  return after
}
