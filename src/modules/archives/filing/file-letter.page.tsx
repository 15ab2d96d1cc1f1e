import { z } from 'zod'
import { optionalId, optionalLine, ticked } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Tx } from '#platform/db/database.ts'
import { goto, page, type ActContext, type Context } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { posts } from '#modules/organisation/contract.ts'
import { CheckField, Form, FormSection, HiddenField, Notice, RadioField, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import type { Dossier } from '../contract.ts'
import { isSecret, numberOf } from '../dossier.ts'
import { fileLetter, open } from '../lifecycle.ts'
import { titleOf } from '../parts/contents.ts'
import { todayOf } from '../parts/here.ts'
import { readerOf } from '../policy.ts'
import { classificationOn } from '../retention.ts'
import { dossierFor, filedIn, takeDossier } from '../store.ts'
import { placesOf, type Place } from './places.ts'
import { candidatesFor } from './suggest.ts'

/** Dossiers shown as choices of their own; the rest is in a list that opens. */
const inView = 5

const form = z.object({ office: z.uuid('Pilih kantor'), dossier: optionalId(), other: optionalId(), title: optionalLine(300), classification: optionalLine(30), close: ticked() })

/** The offices of this person that have not filed the letter yet, the one asked for first. */
async function waitingPlaces(context: Context<{ unit?: string }>, letter: Letter): Promise<Place[]> {
  const places = await placesOf(context, context.db, letter)
  const filed = await Promise.all(places.map(({ office }) => filedIn(context.db, office.id, [letter.id])))
  return places.filter((_, i) => !filed[i]!.has(letter.id)).toSorted((a, b) => Number(b.office.id === context.query.unit) - Number(a.office.id === context.query.unit))
}

/** Positions of the office on whose desk the letter still lies. */
async function desksOf({ ask, db }: Pick<Context, 'ask' | 'db'>, letter: Letter, { office }: Place): Promise<string[]> {
  const lies = (await ask(tasks).of(db, { matter: { kind: 'letter', id: letter.id }, kinds: ['incoming'] })).filter(({ doneAt, unitId }) => doneAt === null && unitId === office.id)
  return (await Promise.all(lies.flatMap(({ desk }) => ('postId' in desk ? [ask(posts).byId(db, desk.postId)] : [])))).flatMap(post => post?.title ?? [])
}

/** Puts a letter into a dossier of an office that has done with it. */
export const fileLetterPage = page({
  path: '/kerja/surat/:id/berkaskan',
  may: 'signed-in',
  query: z.object({ unit: z.uuid().optional().catch(undefined) }),
  form,
  async load(context) {
    const { db, ask, params } = context
    const letter = await ask(letters).readable(context, params.id!)
    const places = await waitingPlaces(context, letter)
    const [place] = places
    if (!place) throw new Refused('Surat ini tidak menunggu diberkaskan oleh Anda.')
    const [candidates, codes, desks] = await Promise.all([candidatesFor(context, db, await readerOf(context), place.office.id, letter), classificationOn(db, todayOf(context)), desksOf(context, letter, place)])
    return { letter, place, places, candidates, codes, desks }
  },
  fill: ({ letter, place, candidates, desks }) => ({
    office: place.office.id, dossier: candidates[0]?.why ? candidates[0].id : '', title: isSecret(letter.secrecy) ? undefined : letter.subject, classification: letter.classification, close: place.open && desks.length === 0 ? 'on' : undefined,
  }),
  view({ data: { letter, place, places, candidates, codes, desks }, fields }) {
    const shown = candidates.slice(0, inView)
    const rest = candidates.slice(inView)
    const labelOf = (one: Dossier) => `${numberOf(one)} · ${one.classification} · ${one.title}`
    const called = titleOf({ letter, title: null, secrecy: letter.secrecy })
    return (
      <WorkLayout title={t('Berkaskan surat')} lead={[letter.number, called].filter(Boolean).join(' · ')} width="text" breadcrumbs={[{ label: t('Surat'), href: '/kerja/surat' }, { label: isSecret(letter.secrecy) ? called : (letter.number ?? t('Surat')), href: `/kerja/surat/${letter.id}` }]}>
        {places.length > 1 && (
          <Form method="get" submit={t('Ganti kantor')}>
            <SelectField field={{ ...fields('office'), name: 'unit' }} label={t('Diberkaskan oleh')} options={places.map(({ office: { id, name } }) => ({ value: id, label: name }))} />
          </Form>
        )}
        <Form fields={fields} submit={t('Berkaskan')}>
          <HiddenField name="office" value={place.office.id} />
          {places.length === 1 && <p class="hint">{place.office.name}</p>}
          {candidates.length === 0 && <Notice><p>{t('Kantor ini belum punya berkas terbuka. Buka yang pertama di bawah.')}</p></Notice>}
          {shown.length > 0 && (
            <RadioField field={fields('dossier')} label={t('Ke dalam berkas')} required options={[
              ...shown.map(one => ({ value: one.id, label: labelOf(one), hint: one.why === 'answers' ? t('Surat yang dijawab ada di sini.') : one.why === 'code' ? t('Kode klasifikasinya cocok.') : undefined })),
              { value: '', label: rest.length > 0 ? t('Berkas lain atau berkas baru') : t('Berkas baru') },
            ]} />
          )}
          {rest.length > 0 && <SelectField field={fields('other')} label={t('Berkas lain')} options={rest.map(one => ({ value: one.id, label: labelOf(one) }))} empty={t('Tidak, buka berkas baru')} />}
          <FormSection title={t('Berkas baru')} folded={shown.length > 0 && Boolean(fields('dossier').value) && !fields('title').error && !fields('classification').error}>
            <TextField field={fields('title')} label={t('Judul berkas')} maxlength={300} />
            <SelectField field={fields('classification')} label={t('Kode klasifikasi')} options={[...codes].map(([value, name]) => ({ value, label: `${value} ${name}` }))} empty={t('Pilih kode')} />
          </FormSection>
          {place.open && <CheckField field={fields('close')} label={t('Surat ini sudah selesai bagi kantor')} hint={[t('Ditandai sudah ditindaklanjuti di agenda {agenda}.', { agenda: `${place.open.sequence}/${place.open.year}` }), desks.length > 0 && t('Surat ini masih di meja {title}, dan diambil dari sana bila Anda mencentang.', { title: desks.join('; ') })].filter(Boolean).join(' ')} />}
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, ask, who, input, params, note } = context
    const by = who.account!.id
    const letter = await ask(letters).readable(context, params.id!)
    const place = (await waitingPlaces(context, letter)).find(({ office }) => office.id === input.office)
    if (!place) throw new Refused('Surat ini tidak menunggu diberkaskan oleh Anda.')
    const dossier = await dossierOf(tx, context, input.dossier ?? input.other, place.office.id)
    await ask(letters).take(tx, letter.id)
    if ((await filedIn(tx, place.office.id, [letter.id])).size > 0) throw new Problem('', 'Surat ini sudah diberkaskan orang lain.')
    await fileLetter(tx, context, dossier, letter, by)
    if (place.open && input.close) await ask(letters).close(tx, letter.id, place.office.id, 'done', by)
    note({ record: ['letter', letter.id], after: { dossier: dossier.id, office: place.office.name } })
    return goto(`/kerja/arsip/${dossier.id}`, 'Surat diberkaskan dalam berkas {number}.', { number: numberOf(dossier) })
  },
})

/** The dossier that was chosen, or a new one. */
async function dossierOf(tx: Tx, context: ActContext<unknown, z.output<typeof form>>, chosen: string | null, unitId: string): Promise<Dossier> {
  const { input, who } = context
  if (chosen) {
    // Whoever cannot know of a dossier cannot put anything in there.
    const known = await dossierFor(context.db, await readerOf(context), chosen)
    const dossier = known ? await takeDossier(tx, chosen) : null
    if (!dossier || dossier.unitId !== unitId) throw new NotFound()
    if (dossier.state !== 'open') throw new Problem('dossier', 'Berkas ini sudah ditutup. Pilih yang lain.')
    return dossier
  }
  const today = todayOf(context)
  if (!input.title || input.title.length < 3) throw new Problem('title', 'Isi judul berkas, paling sedikit 3 huruf')
  if (!input.classification || !(await classificationOn(tx, today)).has(input.classification)) throw new Problem('classification', 'Pilih kode klasifikasi dari daftar.')
  return open(tx, { unitId, title: input.title, classification: input.classification, openedOn: today, holderPostId: null, room: null, shelf: null, box: null }, who.account!.id)
}
