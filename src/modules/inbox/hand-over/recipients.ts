import type { Db, Tx } from '#platform/db/database.ts'
import { Problem } from '#platform/web/problems.ts'
import type { Services } from '#platform/web/services.ts'
import { candidates, posts } from '#modules/organisation/contract.ts'
import { seatName } from '../parts/seat.ts'
import type { NewDesk } from './store.ts'

/** A desk something can be handed to; `value` is how forms name it, `label` how people do. */
export interface Recipient {
  value: string
  label: string
  desk: NewDesk
}

const post = (id: string, label: string): Recipient => ({ value: `jabatan:${id}`, label, desk: { postId: id } })
const person = (id: string, label: string): Recipient => ({ value: `orang:${id}`, label, desk: { accountId: id } })

/** Positions of a unit that somebody holds, those who hold them, and people of the unit whose name holds `text`. */
export async function recipientsIn(db: Db, ask: Services['ask'], unitId: string, giver: string, today: string, text = ''): Promise<{ positions: Recipient[]; people: Recipient[] }> {
  const [positions, searched] = await Promise.all([ask(posts).of(db, unitId), text ? ask(candidates).search(db, text) : []])
  const holders = await ask(posts).holders(db, positions.map(one => one.id), today)
  const held = positions.flatMap(({ id, title }) => {
    const [first] = holders.filter(one => one.postId === id)
    return first ? [post(id, `${title} · ${seatName({ kind: first.kind, title: first.name })}`)] : []
  })
  const known = new Map<string, string>()
  for (const { accountId, name } of holders) if (accountId) known.set(accountId, name)
  for (const { accountId, name, unitId: theirs } of searched) if (theirs === unitId) known.set(accountId, name)
  known.delete(giver)
  return { positions: held, people: [...known].map(([id, name]) => person(id, name)) }
}

/**
 * The desk a form names, as far as it stands in that unit today.
 * @throws Problem when nobody sits there, or it is somebody else's unit
 */
export async function recipientOf(tx: Tx, ask: Services['ask'], value: string, unitId: string, giver: string, today: string): Promise<Recipient> {
  const [, kind, id = ''] = /^(jabatan|orang):([0-9a-f-]{36})$/.exec(value) ?? []
  if (kind === 'jabatan') {
    const found = await ask(posts).byId(tx, id)
    const [first] = found?.unitId === unitId ? await ask(posts).holders(tx, [id], today) : []
    if (found && first) return post(id, found.title)
  }
  if (kind === 'orang' && id !== giver) {
    const found = await ask(candidates).byId(tx, id)
    const holders = found && found.unitId !== unitId ? await ask(posts).heldBy(tx, { accountId: id }, today) : []
    if (found && (found.unitId === unitId || holders.some(one => one.unitId === unitId))) return person(id, found.name)
  }
  throw new Problem('kepada', 'Pilih orang atau jabatan di unit ini yang ada pemegangnya hari ini.')
}
