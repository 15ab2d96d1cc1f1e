import { covers } from '#platform/access/who.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { agendas } from '#modules/numbering/contract.ts'
import { posts, unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { Notice, WorkLayout } from '#ui/index.ts'
import { type Letter, type Party, letters } from '../contract.ts'
import { taskFacts } from '../deliver/deliver.ts'
import { isSecret, likenessOf } from '../letter.ts'
import { keysHere } from '../letters.ts'
import { deadlineOf } from '../parts/deadline.ts'
import { classificationOn, kindsOn } from '../parts/lists.ts'
import { officeOf } from '../parts/office.ts'
import { readFilesJob } from '../reading/read-files.ts'
import { alike, insertReceipt, openedBy } from '../store.ts'
import { meetingFrom, originVia, receiveFiles, receiveForm, refuseDates, type ReceiveInput } from './content.ts'
import { ReceiveForm } from './form.tsx'

type Here = Pick<Context, 'db' | 'ask' | 'who' | 'government' | 'now'>

const todayOf = ({ now, government }: Pick<Context, 'now' | 'government'>) => dayIn(now, government.zone)

/** Offices whose agenda the person keeps, the own one first. */
function officesOf({ who }: Pick<Context, 'who'>, units: UnitTree) {
  const reach = who.reach('correspondence.office')
  const own = who.account ? officeOf(units, who.account.unitId) : ''
  return units.all.filter(unit => officeOf(units, unit.id) === unit.id && covers(reach, { unitId: unit.id })).toSorted((a, b) => Number(b.id === own) - Number(a.id === own))
}

async function choices(context: Here) {
  const { ask, db, government } = context
  const units = await ask(unitDirectory).of(government.id)
  const today = todayOf(context)
  const offices = officesOf(context, units)
  const first = offices[0]
  const [kinds, codes, heads] = await Promise.all([
    kindsOn(db, today),
    classificationOn(db, today),
    first ? ask(posts).heads(db, units.below(first.id), today) : Promise.resolve(new Map()),
  ])
  return { today, offices, kinds, codes, heads: [...heads.values()] }
}

/** Letters that look the same, as far as the person may know of them. */
async function twins(context: Here, { number: no, sender }: Pick<ReceiveInput, 'number' | 'sender'>): Promise<Letter[]> {
  const found = await alike(context.db, likenessOf(no, sender))
  const open = await openedBy(context.db, await keysHere(context), found.map(({ id }) => id))
  return found.filter(({ id }) => open.has(id))
}

/** Writes a letter that came in on paper or by e-mail into the agenda and lays it on the leader's desk. */
export const receivePage = page({
  path: '/kerja/surat/terima',
  offline: true,
  may: 'correspondence.office',
  form: receiveForm,
  files: receiveFiles,
  load: choices,
  fill: ({ today, offices, heads }) => ({ receivedOn: today, letterOn: today, via: 'paper', kind: 'surat-dinas', secrecy: 'B', urgency: 'biasa', office: offices[0]?.id, to: heads[0]?.postId }),
  view: ({ data, fields, kept }) => (
    <WorkLayout title={t('Terima surat')} lead={t('Surat yang datang di atas kertas atau lewat surel. Surat dari unit lain di sini masuk sendiri.')} width="text" islands={['drafts']} breadcrumbs={[{ label: t('Surat'), href: '/kerja/surat' }, { label: t('Terima surat') }]}>
      {data.offices.length === 0 ? <Notice tone="warn"><p>{t('Anda belum memegang agenda surat kantor mana pun.')}</p></Notice> : <ReceiveForm {...data} fields={fields} kept={kept} />}
    </WorkLayout>
  ),
  async act(context) {
    const { tx, db, who, input, files, ask, government, note, hands } = context
    const units = await ask(unitDirectory).of(government.id)
    const today = todayOf(context)
    const office = officesOf(context, units).find(unit => unit.id === input.office)
    if (!office) throw new Problem('office', 'Pilih kantor yang agendanya Anda pegang.')
    refuseDates(input, today)
    if (!(await kindsOn(tx, today)).has(input.kind)) throw new Problem('kind', 'Pilih jenis surat dari daftar.')
    if (input.classification && !(await classificationOn(tx, today)).some(({ code }) => code === input.classification)) throw new Problem('classification', 'Pilih kode klasifikasi dari daftar.')
    const [same] = input.twice ? [] : await twins({ ...context, db }, input)
    if (same)
      throw new Problem('twice', 'Surat nomor {number} dari {sender} sudah dicatat pada {on, date, long}: “{subject}”. Centang bila ini memang surat lain.', { number: same.number ?? '', sender: same.sender, on: same.createdAt.getTime(), subject: isSecret(same.secrecy) ? 'rahasia' : same.subject })

    const post = input.to ? await ask(posts).byId(tx, input.to) : null
    if (input.to && (!post || !units.below(office.id).includes(post.unitId))) throw new Problem('to', 'Pilih jabatan di kantor ini.')
    const by = who.account!.id
    const parties: Party[] = [
      { unitId: office.id, role: 'registrar', desk: { accountId: by } },
      { unitId: office.id, role: 'to', desk: null },
      ...(post ? [{ unitId: post.unitId, role: 'to' as const, desk: { postId: post.id } }] : []),
    ]
    const letter = await ask(letters).create(tx, {
      origin: originVia[input.via], unitId: office.id, kind: input.kind, state: 'received', secrecy: input.secrecy, urgency: input.urgency, subject: input.subject, sender: input.sender, createdBy: by,
      classification: input.classification, number: input.number, letterOn: input.letterOn, summary: input.summary, replyBy: input.replyBy,
      fileId: files.scan?.[0]?.id ?? null, meeting: meetingFrom(input, government.zone),
      attachments: (files.attachments ?? []).map(({ id, name, mediaType, bytes }) => ({ fileId: id, name, mediaType, bytes })),
    }, parties)
    await hands.files.keep(tx, [...(files.scan ?? []), ...(files.attachments ?? [])].map(({ id }) => id))
    const dueOn = await deadlineOf(tx, letter, today)
    const { sequence, year } = await ask(agendas).next(tx, { unitId: office.id, on: input.receivedOn })
    await insertReceipt(tx, { letterId: letter.id, unitId: office.id, year, sequence, receivedOn: input.receivedOn, via: input.via, dueOn, by })
    await ask(letters).step(tx, letter.id, { event: 'Surat dicatat dalam agenda', by })
    await ask(tasks).put(tx, [{ kind: 'incoming', desk: post ? { postId: post.id } : { officeId: office.id }, unitId: office.id, dueOn, ...taskFacts(letter) }])
    if (letter.fileId || letter.attachments.length > 0) await hands.jobs.enqueue(tx, readFilesJob.name, government.id, { letterId: letter.id })
    note({ record: ['letter', letter.id], after: { agenda: `${sequence}/${year}`, office: office.name, number: isSecret(letter.secrecy) ? null : letter.number } })
    return goto(input.next ? '/kerja/surat/terima' : `/kerja/surat/${letter.id}`, post ? 'Surat dicatat dengan nomor agenda {sequence}/{year} dan disampaikan kepada {title}.' : 'Surat dicatat dengan nomor agenda {sequence}/{year}.', { sequence, year: String(year), title: post?.title ?? '' })
  },
})
