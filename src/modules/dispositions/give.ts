import type { Tx } from '#platform/db/database.ts'
import { addWorkingDays, holidaysOf } from '#platform/time/working-days.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { tasks, type NewTask, type Task } from '#modules/inbox/contract.ts'
import { posts, unitDirectory, type Post } from '#modules/organisation/contract.ts'
import { openFrom, passing, pathOf, type Chain } from './disposition.ts'
import { instructionsOn, wordsOf } from './instructions.ts'
import { isSecret, type Standing } from './policy.ts'
import { giverAt, mayReceive } from './recipients.ts'
import { insertDisposition, writeOutcome } from './store.ts'

type Means = Pick<Context, 'who' | 'government' | 'now' | 'ask'>

/** What a form asks of whom. */
export interface Wish {
  recipientIds: readonly string[]
  /** One of the recipients; may be left out when there is only one. */
  responsibleId: string | null
  instructions: readonly string[]
  note: string
  dueOn: string | null
}

/** More recipients than a government has agencies are a mistake. */
const recipientsAtMost = 100

/** What inboxes may say of a letter; of a secret one only that there is one. */
export const taskFacts = (letter: Letter): Pick<NewTask, 'matter' | 'title' | 'number' | 'href' | 'urgency' | 'confidential'> => ({
  matter: { kind: 'letter', id: letter.id },
  title: letter.secrecy === 'SR' ? 'Surat sangat rahasia' : letter.secrecy === 'R' ? 'Surat rahasia' : letter.subject,
  number: isSecret(letter) ? null : letter.number,
  href: `/kerja/surat/${letter.id}`,
  urgency: letter.urgency,
  confidential: isSecret(letter),
})

/** The same task again at its desk, for what came back to it. */
export const again = (letter: Letter, { kind, desk, unitId, refId, from, dueOn }: Task, told?: NewTask['note']): NewTask => ({ ...taskFacts(letter), kind, desk, unitId, refId, from, dueOn, ...(told ? { note: told } : { quiet: true }) })

/** The positions asked for, each once and still in use. */
async function wanted(tx: Tx, { ask }: Means, ids: readonly string[]): Promise<Post[]> {
  const found: Post[] = []
  for (const id of new Set(ids)) {
    const post = await ask(posts).byId(tx, id)
    if (!post || !(await ask(posts).of(tx, post.unitId)).some(one => one.id === id)) throw new Problem('kepada', 'Salah satu jabatan sudah tidak ada. Pilih lagi.')
    found.push(post)
  }
  return found
}

/** Says everything that is wrong with who is asked. */
async function refuse(tx: Tx, means: Means, standing: Standing, chain: Chain, chosen: readonly Post[], today: string): Promise<void> {
  const { ask, government } = means
  const post = await ask(posts).byId(tx, standing.seat.postId)
  if (!post) throw new Problem('', 'Jabatan Anda sudah tidak ada.')
  const units = await ask(unitDirectory).of(government.id)
  const giver = await giverAt(means, tx, units, post, today)
  const path = standing.received ? pathOf(chain, { parentId: standing.received.dispositionId, postId: post.id }) : []
  const problems = []
  for (const one of chosen) {
    const message = await mayReceive(means, tx, giver, one, path)
    if (message) problems.push({ name: 'kepada', message })
  }
  const before = openFrom(chain, post.id)
  for (const one of chosen) if (before.some(({ postId }) => postId === one.id)) problems.push({ name: 'kepada', message: { text: '{title} sudah menerima disposisi surat ini dari Anda dan belum selesai.', values: { title: one.title } } })
  if (problems.length > 0) throw Problem.all(problems)
}

/**
 * Gives a disposition of a letter that nobody else changes meanwhile: the recipients may read it and have it on their
 * desks, the giver's own task ends. Answers the disposition's id.
 * @throws Problem beside the field that says no
 */
export async function give(tx: Tx, means: Means, letter: Letter, chain: Chain, standing: Standing, wish: Wish): Promise<string> {
  const { ask, who, government, now } = means
  const today = dayIn(now, government.zone)
  if (wish.recipientIds.length === 0) throw new Problem('kepada', 'Pilih paling sedikit satu penerima.')
  if (wish.recipientIds.length > recipientsAtMost) throw new Problem('kepada', 'Penerima paling banyak {max}.', { max: recipientsAtMost })
  if (wish.instructions.length === 0 && !wish.note) throw new Problem('arahan', 'Pilih arahan, atau tulis catatan.')
  const known = wordsOf(await instructionsOn(tx, today), await ask(unitDirectory).of(government.id), standing.seat.unitId).map(({ code }) => code)
  if (wish.instructions.some(code => !known.includes(code))) throw new Problem('arahan', 'Arahan itu sudah tidak dipakai. Pilih lagi.')
  if (wish.dueOn && wish.dueOn < today) throw new Problem('batas_pada', 'Batas waktu sudah lewat. Pilih hari ini atau sesudahnya.')
  if (wish.dueOn && standing.received && standing.dueOn && standing.dueOn >= today && wish.dueOn > standing.dueOn)
    throw new Problem('batas_pada', 'Batas waktu Anda sendiri {day, date, long}. Pilih hari itu atau sebelumnya.', { day: Date.parse(`${standing.dueOn}T12:00:00Z`) })
  const chosen = await wanted(tx, means, wish.recipientIds)
  const [first] = chosen
  const responsible = chosen.length === 1 ? first : chosen.find(({ id }) => id === wish.responsibleId)
  if (!responsible) throw new Problem('penanggung', 'Pilih satu penanggung jawab di antara penerima.')
  await refuse(tx, means, standing, chain, chosen, today)

  const by = who.account!.id
  const { seat, received, officeId } = standing
  const names = await ask(posts).inCharge(tx, chosen.map(({ id }) => id), today)
  const { id, recipientIds } = await insertDisposition(tx, {
    letterId: letter.id, secrecy: letter.secrecy, parentId: received?.dispositionId ?? null, postId: seat.postId, title: seat.title, accountId: by, name: who.account!.name, capacity: seat.kind, officeId,
    instructions: [...new Set(wish.instructions)], note: wish.note, dueOn: wish.dueOn,
  }, chosen.map(one => ({ postId: one.id, unitId: one.unitId, title: one.title, name: names.get(one.id)?.name ?? null, responsible: one === responsible })))

  const matter = { kind: 'letter' as const, id: letter.id }
  await ask(tasks).end(tx, { matter, kinds: ['incoming'], desk: { postId: seat.postId } }, by, 'disposed')
  if (received) {
    await writeOutcome(tx, passing(chain, received.id), by)
    await ask(tasks).end(tx, { matter, kinds: ['disposition'], refId: received.id }, by, 'passed-on')
  } else if (!isSecret(letter)) await ask(letters).step(tx, letter.id, { event: 'Disposisi diberikan', by, postId: seat.postId })
  await ask(letters).join(tx, letter.id, chosen.map(one => ({ unitId: one.unitId, role: 'disposition', desk: { postId: one.id } })))
  await ask(tasks).put(tx, chosen.map((one, n) => ({ ...taskFacts(letter), kind: 'disposition', desk: { postId: one.id }, unitId: one.unitId, refId: recipientIds[n]!, from: seat.title, dueOn: wish.dueOn })))
  return id
}

/** The deadline a form names: a number of working days, a day, or none. */
export async function deadlineFrom(tx: Tx, choice: string, on: string | null, today: string): Promise<string | null> {
  if (choice === 'tanpa') return null
  if (choice !== 'tanggal') return Number(choice) === 0 ? today : addWorkingDays(today, Number(choice), await holidaysOf(tx, today))
  if (!on) throw new Problem('batas_pada', 'Isi tanggal batas waktu.')
  return on
}
