import { randomBytes } from 'node:crypto'
import { originOf } from '#platform/config/config.ts'
import type { Tx } from '#platform/db/database.ts'
import { linkLetter } from '#platform/mail/link-letter.ts'
import { mail } from '#platform/mail/mail.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { tasks, type NewTask } from '#modules/inbox/contract.ts'
import { agendas } from '#modules/numbering/contract.ts'
import { governmentDirectory, posts, unitDirectory } from '#modules/organisation/contract.ts'
import { type Addressee, type Letter, type Party, letters } from '../contract.ts'
import { isSecret, titleOf } from '../letter.ts'
import { deadlineOf } from '../parts/deadline.ts'
import { officeOf } from '../parts/office.ts'
import { addresseesOf, insertReceipt, linkKeyOf, markDelivered, receiptsOf } from '../store.ts'

/** Somebody of this installation as a letter reaches them. */
interface Inside {
  addressee: Addressee
  /** Null when nobody's position leads the unit: then its secretariat gets it. */
  postId: string | null
  unitId: string
}

async function insideOf(tx: Tx, services: Services, addressees: readonly Addressee[], day: string): Promise<Inside[]> {
  const port = services.ask(posts)
  const heads = await port.heads(tx, [...new Set(addressees.flatMap(({ postId, unitId }) => (!postId && unitId ? [unitId] : [])))], day)
  const found: Inside[] = []
  for (const addressee of addressees) {
    if (addressee.postId) {
      const post = await port.byId(tx, addressee.postId)
      if (post) found.push({ addressee, postId: post.id, unitId: post.unitId })
    } else if (addressee.unitId) found.push({ addressee, postId: heads.get(addressee.unitId)?.postId ?? null, unitId: addressee.unitId })
  }
  return found
}

/** Gives signed letters to everyone they are for. */
export const makeDelivery = (services: Services) =>
  async (tx: Tx, letter: Letter, by: string | null): Promise<void> => {
    const { ask } = services
    const government = await services.ask(governmentDirectory).of(tx)
    const today = dayIn(new Date(), government.zone)
    const units = await ask(unitDirectory).of(government.id)
    const waiting = (await addresseesOf(tx, letter.id)).filter(({ deliveredAt }) => deliveredAt === null)
    const inside = await insideOf(tx, services, waiting, today)
    const outside = waiting.filter(({ postId, unitId, email }) => !postId && !unitId && email)
    const onPaper = waiting.filter(({ postId, unitId, email }) => !postId && !unitId && !email)

    await enterAgendas(tx, services, letter, inside.map(({ unitId }) => officeOf(units, unitId)), today, by)
    const dueOn = await deadlineOf(tx, letter, today)
    const party = ({ addressee, postId, unitId }: Inside): Party[] => [{ unitId, role: addressee.role, desk: postId ? { postId } : null }, { unitId: officeOf(units, unitId), role: addressee.role, desk: null }]
    await ask(letters).join(tx, letter.id, inside.flatMap(party))
    const task = ({ addressee, postId, unitId }: Inside): NewTask => ({
      kind: addressee.role === 'to' ? 'incoming' : 'copy',
      desk: postId ? { postId } : { officeId: officeOf(units, unitId) },
      unitId: officeOf(units, unitId),
      dueOn: addressee.role === 'to' ? dueOn : null,
      ...taskFacts(letter),
    })
    await ask(tasks).put(tx, inside.map(task))
    for (const { email } of isSecret(letter.secrecy) ? [] : outside) await mailLink(tx, services, letter, email!, originOf(services.config, ask(governmentDirectory).portalOf(government.id)))
    await markDelivered(tx, [...inside.map(({ addressee }) => addressee.id), ...outside.map(({ id }) => id)])
    if (onPaper.length === 0) await ask(letters).change(tx, letter.id, { state: 'sent', sentAt: new Date() })
    else if (!(await ask(tasks).of(tx, { matter: { kind: 'letter', id: letter.id }, kinds: ['send'] })).some(({ doneAt }) => doneAt === null))
      await ask(tasks).put(tx, [{ kind: 'send', desk: { officeId: officeOf(units, letter.unitId) }, unitId: officeOf(units, letter.unitId), dueOn: today, ...taskFacts(letter) }])
  }

/** What a task says of a letter: nothing but that it is there when it is secret. */
export const taskFacts = (letter: Letter): Pick<NewTask, 'matter' | 'title' | 'from' | 'number' | 'href' | 'urgency' | 'confidential'> => ({
  matter: { kind: 'letter', id: letter.id },
  title: titleOf(letter),
  from: letter.sender,
  number: isSecret(letter.secrecy) ? null : letter.number,
  href: `/kerja/surat/${letter.id}`,
  urgency: letter.urgency,
  confidential: isSecret(letter.secrecy),
})

/** Every office that gets it writes a line in its agenda; the own office has it among the outgoing ones. */
async function enterAgendas(tx: Tx, { ask }: Services, letter: Letter, offices: readonly string[], today: string, by: string | null): Promise<void> {
  const entered = new Set([letter.unitId, ...(await receiptsOf(tx, letter.id)).map(({ unitId }) => unitId)])
  // Always in the same order, so that two letters to the same offices never wait for each other in a circle.
  for (const unitId of [...new Set(offices)].filter(id => !entered.has(id)).toSorted()) {
    const { sequence, year } = await ask(agendas).next(tx, { unitId, on: today })
    await insertReceipt(tx, { letterId: letter.id, unitId, year, sequence, receivedOn: today, via: 'office', dueOn: await deadlineOf(tx, letter, today), by })
  }
}

/** Writes to somebody outside: an open letter is on its page for everybody, a limited one only with the key of this link. */
async function mailLink(tx: Tx, services: Services, letter: Letter, to: string, origin: string): Promise<void> {
  const government = await services.ask(governmentDirectory).of(tx)
  const key = letter.secrecy === 'B' ? null : await linkKeyOf(tx, letter.id, randomBytes(24).toString('base64url'))
  const href = `${origin}/v/${letter.code}${key ? `?kunci=${key}` : ''}`
  await mail(tx, services.jobs, government.id, linkLetter(government, to, 'id', () => ({
    subject: letter.number ? t('Surat {number}: {subject}', { number: letter.number, subject: letter.subject }) : letter.subject,
    lines: [t('{sender} mengirim surat kepada Anda.', { sender: letter.sender }), letter.subject],
    link: { href, label: t('Baca dan periksa surat') },
    end: t('Surat ini ditandatangani secara elektronik. Pada halaman itu Anda dapat memeriksa keasliannya.'),
  })))
}
