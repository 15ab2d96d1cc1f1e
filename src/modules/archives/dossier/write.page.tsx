import { z } from 'zod'
import type { Fields } from '#platform/forms/fields.ts'
import { line, optionalId, optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { posts, unitDirectory, type Post, type Unit } from '#modules/organisation/contract.ts'
import { DateField, Form, FormSection, HiddenField, Notice, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { numberOf } from '../dossier.ts'
import { describe, open } from '../lifecycle.ts'
import { managedHere, take, todayOf } from '../parts/here.ts'
import { officeOf, officesOf } from '../parts/office.ts'
import { classificationOn } from '../retention.ts'

const form = z.object({
  unit: z.uuid('Pilih kantor').optional(),
  title: line(3, 300, 'Isi judul berkas, paling sedikit 3 huruf'),
  classification: line(3, 30, 'Pilih kode klasifikasi'),
  openedOn: z.iso.date('Tulis tanggal seperti 2026-11-21').optional(),
  holder: optionalId(),
  room: optionalLine(60),
  shelf: optionalLine(60),
  box: optionalLine(60),
  version: z.coerce.number().int().optional(),
})

type Input = z.output<typeof form>

interface Choices {
  codes: ReadonlyMap<string, string>
  posts: readonly Post[]
}

/** Codes of the day and the positions of an office and its divisions. */
async function choicesOf({ db, ask, government }: Context, unitId: string | undefined, today: string): Promise<Choices> {
  const units = await ask(unitDirectory).of(government.id)
  const inner = unitId ? units.below(unitId).filter(id => officeOf(units, id) === unitId) : []
  const found = await Promise.all(inner.map(id => ask(posts).of(db, id)))
  return { codes: await classificationOn(db, today), posts: found.flat() }
}

/** What is wrong with a code or a position, beside its field; a code that stays is not asked about. */
async function refuseWrong(db: Db | Tx, context: Context, { classification, holder }: { classification?: string; holder: string | null }, unitId: string): Promise<void> {
  if (classification && !(await classificationOn(db, todayOf(context))).has(classification)) throw new Problem('classification', 'Pilih kode klasifikasi dari daftar.')
  const post = holder ? await context.ask(posts).byId(db, holder) : null
  const units = await context.ask(unitDirectory).of(context.government.id)
  if (holder && (!post || officeOf(units, post.unitId) !== unitId)) throw new Problem('holder', 'Pilih jabatan di kantor ini.')
}

const placeOf = ({ room, shelf, box }: Pick<Input, 'room' | 'shelf' | 'box'>) => ({ room, shelf, box })

function Describing({ fields, choices, fixed }: { fields: Fields; choices: Choices; fixed: boolean }) {
  return (
    <>
      {!fixed && (
        <>
          <TextField field={fields('title')} label={t('Judul berkas')} hint={t('Satu urusan, misalnya “Pembangunan Jembatan Kalisapu 2026”.')} required maxlength={300} />
          <SelectField field={fields('classification')} label={t('Kode klasifikasi')} options={[...choices.codes].map(([value, name]) => ({ value, label: `${value} ${name}` }))} empty={t('Pilih kode')} required />
        </>
      )}
      {choices.posts.length > 0 && <SelectField field={fields('holder')} label={t('Dipegang jabatan')} hint={t('Siapa pun yang memegang jabatan ini melihat berkasnya, juga setelah berganti orang.')} options={choices.posts.map(({ id, title }) => ({ value: id, label: title }))} empty={t('Kantor saja')} />}
      <FormSection title={t('Tempat kertasnya')} folded={!['room', 'shelf', 'box'].some(name => fields(name).value || fields(name).error)}>
        <TextField field={fields('room')} label={t('Ruang')} maxlength={60} />
        <TextField field={fields('shelf')} label={t('Rak')} maxlength={60} />
        <TextField field={fields('box')} label={t('Boks')} maxlength={60} />
      </FormSection>
    </>
  )
}

/** Opens a dossier. */
export const createPage = page({
  path: '/kerja/arsip/baru',
  may: 'archives.manage',
  query: z.object({ unit: z.uuid().optional().catch(undefined) }),
  form,
  async load(context) {
    const { who, ask, government, query } = context
    const today = todayOf(context)
    const offices = officesOf(who, await ask(unitDirectory).of(government.id))
    const office: Unit | undefined = offices.find(({ id }) => id === query.unit) ?? offices[0]
    return { today, offices, office, choices: await choicesOf(context, office?.id, today) }
  },
  fill: ({ today, office }) => ({ openedOn: today, unit: office?.id }),
  view: ({ data: { today, offices, office, choices }, fields }) => (
    <WorkLayout title={t('Buka berkas')} lead={office?.name} width="text" breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }]}>
      {!office ? <Notice tone="warn"><p>{t('Anda belum mengelola arsip kantor mana pun.')}</p></Notice> : (
        <>
          {offices.length > 1 && (
            <Form method="get" submit={t('Ganti kantor')}>
              <SelectField field={fields('unit')} label={t('Kantor')} options={offices.map(({ id, name }) => ({ value: id, label: name }))} />
            </Form>
          )}
          <Form fields={fields} submit={t('Buka berkas')}>
            <HiddenField name="unit" value={office.id} />
            <Describing fields={fields} choices={choices} fixed={false} />
            <DateField field={fields('openedOn')} label={t('Tanggal dibuka')} max={today} required />
          </Form>
        </>
      )}
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, ask, government, note } = context
    const today = todayOf(context)
    const office = officesOf(who, await ask(unitDirectory).of(government.id)).find(({ id }) => id === input.unit)
    if (!office) throw new Problem('unit', 'Pilih kantor yang arsipnya Anda kelola.')
    await refuseWrong(tx, context, input, office.id)
    if (input.openedOn && input.openedOn > today) throw new Problem('openedOn', 'Tanggal ini belum tiba.')
    const dossier = await open(tx, { unitId: office.id, title: input.title, classification: input.classification, openedOn: input.openedOn ?? today, holderPostId: input.holder, ...placeOf(input) }, who.account!.id)
    note({ record: ['dossier', dossier.id], after: { number: numberOf(dossier), classification: dossier.classification, title: dossier.title } })
    return goto(`/kerja/arsip/${dossier.id}`, 'Berkas nomor {number} dibuka.', { number: numberOf(dossier) })
  },
})

/** Changes what describes a dossier; of one that was closed only who keeps it and where it stands. */
export const editPage = page({
  path: '/kerja/arsip/:id/ubah',
  may: 'archives.manage',
  form: form.partial({ title: true, classification: true }),
  async load(context) {
    const dossier = await managedHere(context)
    return { dossier, choices: await choicesOf(context, dossier.unitId, todayOf(context)) }
  },
  fill: ({ dossier }) => ({ ...dossier, holder: dossier.holderPostId }),
  view: ({ data: { dossier, choices }, fields }) => (
    <WorkLayout title={t('Ubah uraian berkas')} lead={`${numberOf(dossier)} · ${dossier.title}`} width="text" breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }, { label: numberOf(dossier), href: `/kerja/arsip/${dossier.id}` }]}>
      <Form fields={fields} submit={t('Simpan')}>
        <HiddenField name="version" value={fields('version').value} />
        <Describing fields={fields} choices={choices} fixed={dossier.state !== 'open'} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, params, note } = context
    const dossier = await take(tx, context, params.id!, input.version)
    // What was closed is called and judged by what it was closed under.
    const words = dossier.state === 'open' ? { title: input.title, classification: input.classification } : {}
    await refuseWrong(tx, context, { ...words, holder: input.holder }, dossier.unitId)
    const changed = await describe(tx, dossier, { ...words, holderPostId: input.holder, ...placeOf(input) }, who.account!.id)
    const facts = ({ title, classification, holderPostId, room, shelf, box }: typeof changed) => ({ title, classification, holderPostId, room, shelf, box })
    note({ record: ['dossier', dossier.id], before: facts(dossier), after: facts(changed) })
    return goto(`/kerja/arsip/${dossier.id}`, 'Perubahan disimpan.')
  },
})
