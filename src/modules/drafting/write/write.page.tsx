import { z } from 'zod'
import { withLocale, t } from '#platform/i18n/locale.ts'
import { referenceList } from '#platform/reference/reference.ts'
import { goto, page, type ActContext, type Context } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { localeOf } from '#platform/web/render.ts'
import { assigning } from '#modules/assignments/contract.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { seats, type Seat } from '#modules/inbox/contract.ts'
import { posts, unitDirectory, type Unit } from '#modules/organisation/contract.ts'
import { ButtonLink, NameList, Notice, Section, WorkLayout, type Option } from '#ui/index.ts'
import { read, take } from '#ui/part/part.ts'
import type { DraftContent } from '../contract.ts'
import { correspondentsOf } from '../correspondents.ts'
import { crumbsOf, draftHere, takeHere, unitsHere } from '../here.ts'
import { beginningsOf, kindOn, kindsOn, named, type Beginning, type Kind } from '../kinds.ts'
import { KindChoice } from '../kind-choice.tsx'
import { begin, dayOf, save } from '../lifecycle.ts'
import { WhyReturned } from '../parts.tsx'
import type { Draft } from '../store.ts'
import { addresseesFrom, draftFiles, draftForm, filesFrom, Findings, inputsOf, lists, meetingFrom, partsFrom, refuseUnprintable, signerFrom, valuesOf, type DraftInput } from './content.ts'
import { DraftForm } from './form.tsx'
import { answerTo } from './answer.ts'
import { signersFor, usualSigner } from './signers.ts'

/** Classification codes to choose from, as they are on a day. */
async function classificationsOn(db: Context['db'], day: string): Promise<Option[]> {
  const list = await referenceList<{ name: string }>(db, 'letter-classification', day)
  return list.map(({ code, value }) => ({ value: code, label: `${code} ${value.name}` })).toSorted((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true }))
}

const seatIn = (at: readonly Seat[], unitId: string): Seat | null => at.find(one => one.unitId === unitId) ?? at[0] ?? null

async function prepare(context: Context) {
  const { db, ask, government } = context
  const day = dayOf(context)
  const [units, at, known, classifications] = [await ask(unitDirectory).of(government.id), await ask(seats).of(context), await correspondentsOf(context, db, day), await classificationsOn(db, day)]
  return { day, units, at, known, classifications }
}

type Prepared = Awaited<ReturnType<typeof prepare>>

/** All a form says. @throws Problem with everything that is wrong */
async function contentFrom(context: ActContext<unknown, DraftInput>, prepared: Pick<Prepared, 'known'>, kind: Kind, stored: DraftContent | null, signer: (found: Findings) => DraftContent['signer'], answersId: string | null): Promise<DraftContent> {
  const { input, files, government, now, tx, ask } = context
  const found = new Findings()
  const listed = withLocale(localeOf(context, now), () => read(lists, { input, files, wrong: found.wrong }, null))
  const { to, copies, assigned, annexes } = take(lists, listed)
  const assignment = kind.assigns && (await ask(assigning).read({ ask, db: tx }, kind.assigns, { rows: assigned, inputs: inputsOf(input, 'assigned'), from: input.duty_from, until: input.duty_until, place: input.duty_place }, found.wrong))
  const parts = partsFrom(kind, input)
  const content: DraftContent = {
    kind: kind.code, subject: input.subject, body: input.body, parts: assignment && assignment.people.length > 0 ? { ...parts, kepada: ask(assigning).table(assignment) } : parts, classification: input.classification, secrecy: input.secrecy, urgency: input.urgency,
    addressees: await addresseesFrom({ ask, db: tx }, prepared.known, input, { to, copies }, stored?.addressees ?? [], found),
    signer: signer(found), annexes, files: filesFrom(input, files, stored), meeting: meetingFrom(input, government.zone, found), ...(assignment && { assignment }), replyBy: input.reply_by, answersId,
  }
  refuseUnprintable(kind, content, found)
  if (content.classification && !(await classificationsOn(tx, dayOf(context))).some(({ value }) => value === content.classification)) found.wrong('classification', 'Pilih dari daftar')
  found.settle()
  return content
}

/** What the audit trail remembers: of a secret letter only which parts changed. */
const told = (content: DraftContent) =>
  content.secrecy === 'R' || content.secrecy === 'SR' ? { kind: content.kind, secrecy: content.secrecy } : { kind: content.kind, secrecy: content.secrecy, subject: content.subject, addressees: content.addressees.map(({ name }) => name).join('; ') }

const changedIn = (before: DraftContent, after: DraftContent): string[] =>
  (Object.keys(after) as (keyof DraftContent)[]).filter(key => JSON.stringify(before[key]) !== JSON.stringify(after[key]))

interface Start extends Prepared {
  kind: Kind | null
  kinds: Kind[]
  beginnings: Beginning[]
  begun: Beginning | undefined
  answered: { letter: Letter; values: Record<string, unknown> } | null
  writable: Unit[]
  colleagues: string[]
  signers: Awaited<ReturnType<typeof signersFor>>
}

/** Writes a new letter of a kind, from a template, or in answer to another. */
export const createPage = page({
  path: '/kerja/surat/baru',
  may: 'drafting.write',
  query: z.object({ jenis: z.string().max(60).optional(), templat: z.string().max(60).optional(), menjawab: z.uuid().optional().catch(undefined) }),
  form: draftForm,
  files: draftFiles,
  async load(context): Promise<Start> {
    const { db, ask, query } = context
    const prepared = await prepare(context)
    const { day, units, at, known } = prepared
    const kinds = await kindsOn(db, day)
    const kind = kinds.find(({ code }) => code === query.jenis) ?? null
    const writable = await unitsHere(context, 'drafting.write')
    const own = writable[0]?.id ?? context.who.account!.unitId
    const beginnings = kind ? await beginningsOf(db, day, units.ancestors(own).map(({ id }) => id), kind.code) : []
    const answered = query.menjawab ? await ask(letters).readable(context, query.menjawab) : null
    return {
      ...prepared, kinds, kind, beginnings, begun: beginnings.find(({ id }) => id === (query.templat ?? kind?.code)) ?? beginnings[0], writable, colleagues: kind?.assigns ? await ask(assigning).colleagues(context) : [],
      answered: answered && { letter: answered, values: await answerTo(context, known, answered) },
      signers: await signersFor(context, units, seatIn(at, own), own, day),
    }
  },
  fill({ kind, begun, writable, answered, signers, units }) {
    const next = kind && writable[0] && usualSigner(signers, kind, units, writable[0].id)
    return {
      unit: writable[0]?.id, secrecy: 'B', urgency: 'biasa', classification: kind?.classification, signer: next?.postId,
      subject: begun?.subject, body: begun?.body, ...Object.fromEntries(Object.entries(begun?.parts ?? {}).map(([code, text]) => [`part_${code}`, text])), ...answered?.values,
    }
  },
  view({ data, fields, kept, query }) {
    const { kind, kinds, beginnings, begun, known, writable, colleagues, classifications, signers, answered } = data
    const link = (over: Record<string, string | undefined>) => `/kerja/surat/baru?${new URLSearchParams(Object.entries({ menjawab: query.menjawab, jenis: query.jenis, ...over }).filter((entry): entry is [string, string] => entry[1] !== undefined)).toString()}`
    const lead = answered && t('Menjawab surat {number}: {subject}', { number: answered.letter.number ?? t('tanpa nomor'), subject: answered.letter.subject })
    if (writable.length === 0) return <WorkLayout title={t('Tulis surat')} breadcrumbs={crumbsOf()}><Notice tone="warn"><p>{t('Anda belum boleh menulis surat untuk unit tempat Anda bekerja. Minta administrator memberi Anda peran di unit itu.')}</p></Notice></WorkLayout>
    if (!kind)
      return <WorkLayout title={t('Tulis surat')} lead={lead ?? t('Pilih jenis naskahnya dahulu.')} breadcrumbs={crumbsOf()}><KindChoice kinds={kinds} href={code => link({ jenis: code })} /></WorkLayout>
    return (
      <WorkLayout title={t('Tulis {kind}', { kind: named(kind).toLowerCase() })} lead={lead} width="text" islands={['editor', 'drafts']} breadcrumbs={crumbsOf()} action={<ButtonLink kind="quiet" href={link({ jenis: undefined })}>{t('Jenis lain')}</ButtonLink>}>
        {beginnings.length > 1 && <Section title={t('Mulai dari templat')}><NameList items={beginnings.map(one => ({ label: one.name, href: link({ templat: one.id }), note: one === begun ? t('dipakai') : one.unitId ? t('milik unit') : undefined }))} /></Section>}
        <DraftForm fields={fields} kept={kept} kind={kind} known={known} colleagues={colleagues} classifications={classifications} signers={signers} stored={null} units={writable.map(({ id, name }) => ({ value: id, label: name }))} />
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, hands, query, note, ask, db } = context
    const prepared = await prepare({ ...context, db: tx })
    const { day, units, at } = prepared
    const kind = (await kindsOn(tx, day)).find(({ code }) => code === query.jenis)
    const writable = await unitsHere({ ...context, db: tx }, 'drafting.write')
    const unit = writable.find(({ id }) => id === input.unit) ?? writable[0]
    if (!kind || !unit) throw new Refused('Anda belum boleh menulis surat untuk unit ini.')
    if (query.menjawab) await ask(letters).readable({ ...context, db }, query.menjawab)
    const signers = await signersFor({ ...context, db: tx }, units, seatIn(at, writable[0]!.id), writable[0]!.id, day)
    const content = await contentFrom(context, prepared, kind, null, found => signerFrom(input, signers.map(({ postId }) => postId), found), query.menjawab ?? null)
    const letter = await begin({ ...context, tx }, { unitId: unit.id, accountId: who.account!.id, content })
    await hands.files.keep(tx, content.files.map(({ fileId }) => fileId))
    note({ record: ['letter', letter.id], after: told(content) })
    return goto(`/kerja/surat/${letter.id}/naskah`, 'Konsep disimpan. Periksa naskahnya, lalu edarkan.')
  },
})

/** Changes what a draft says; every change is a version. */
export const editPage = page({
  path: '/kerja/surat/:id/ubah',
  may: 'signed-in',
  form: draftForm,
  files: draftFiles,
  async load(context) {
    const here = await draftHere(context, 'edit')
    const prepared = await prepare(context)
    const circulating = here.letter.state === 'circulating'
    const kind = await kindOn(context.db, here.draft.content.kind, prepared.day)
    return { ...here, ...prepared, kind, steps: await context.ask(letters).steps(context.db, here.letter.id), colleagues: kind.assigns ? await context.ask(assigning).colleagues(context) : [], assigned: here.draft.content.assignment ? context.ask(assigning).rows(here.draft.content.assignment) : [], signers: circulating ? [] : await signersOf(context, prepared, here.draft) }
  },
  fill: ({ draft, known, assigned }, { government }) => valuesOf(draft.content, known, government.zone, assigned),
  view: ({ data: { letter, draft, kind, steps, known, colleagues, classifications, signers }, fields, kept }) => (
    <WorkLayout title={t('Ubah naskah')} lead={named(kind)} width="text" islands={['editor', ...(letter.secrecy === 'R' || letter.secrecy === 'SR' ? [] : ['drafts'])]} breadcrumbs={crumbsOf(letter)}>
      <WhyReturned letter={letter} steps={steps} />
      {letter.state === 'circulating' && <Notice><p>{t('Perubahan Anda menjadi versi baru atas nama Anda. Mereka yang sudah memaraf diberi tahu, dan parafnya tetap berlaku.')}</p></Notice>}
      <DraftForm fields={fields} kept={kept} kind={kind} known={known} colleagues={colleagues} classifications={classifications} signers={signers} stored={draft.content} version={draft.version} units={[]} />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, hands, note } = context
    const { means, taken, by } = await takeHere(context, 'edit', input.version)
    const prepared = await prepare({ ...context, db: tx })
    const before = taken.draft.content
    const kind = await kindOn(tx, before.kind, prepared.day)
    const circulating = taken.letter.state === 'circulating'
    const signers = circulating ? [] : await signersOf({ ...context, db: tx }, prepared, taken.draft)
    const content = await contentFrom(context, prepared, kind, before, found => (circulating ? before.signer : signerFrom(input, signers.map(({ postId }) => postId), found)), before.answersId)
    await save(means, taken, content, by)
    await hands.files.keep(tx, content.files.map(({ fileId }) => fileId))
    note({ record: ['letter', taken.letter.id], before: told(before), after: { ...told(content), changed: changedIn(before, content) } })
    return goto(`/kerja/surat/${taken.letter.id}/${circulating ? 'paraf' : 'naskah'}`, 'Naskah disimpan sebagai versi {n}.', { n: taken.draft.version + 1 })
  },
})

/** Who may sign a draft that was begun: its position and those above, and the one it names. */
async function signersOf(context: Context, { units, day }: Prepared, { unitId, postId, content }: Pick<Draft, 'unitId' | 'postId' | 'content'>): Promise<Start['signers']> {
  const post = postId ? await context.ask(posts).byId(context.db, postId) : null
  const signers = await signersFor(context, units, post && { postId: post.id, title: post.title, unitId: post.unitId }, unitId, day)
  const named = content.signer.postId
  if (signers.some(one => one.postId === named)) return signers
  const other = await context.ask(posts).byId(context.db, named)
  const holder = (await context.ask(posts).inCharge(context.db, [named], day)).get(named)
  return [...signers, { postId: named, unitId: other?.unitId ?? '', title: other?.title ?? '', name: holder?.name ?? null, kind: holder?.kind ?? null }]
}
