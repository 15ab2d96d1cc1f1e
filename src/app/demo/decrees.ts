import { addMonths, dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { drafts } from '#modules/drafting/contract.ts'
import { amongDrafts, circulated } from '#modules/drafting/testing.ts'
import { kindOf } from '#modules/decrees/kinds/kinds.ts'
import { listsOn } from '#modules/decrees/lists.ts'
import { peopleDue } from '#modules/decrees/people.ts'
import { prepare } from '#modules/decrees/prepare/prepare.ts'
import { signersOf } from '#modules/decrees/prepare/signers.ts'
import type { Tables } from '#modules/identity/tables.ts'
import { staff } from '#modules/personnel/contract.ts'
import type { Place } from './units.ts'

const everywhere = { accountId: '', government: true, governmentsBelow: false, units: new Set<string>(), own: false }

/** Two salary increases from the due list: one letter waits for the secretary of the region, the other came back with remarks. */
export async function addDecrees(services: Services, { governmentId, zone, unit }: Place, now = new Date()): Promise<void> {
  const day = dayIn(now, zone)
  const kind = kindOf('salary-increase')
  const unitId = unit('bkpsdm').id
  const opened = { services }
  const here = { id: governmentId }
  const begun = await amongDrafts(opened, here, async means => {
    const { tx, ask } = means
    const officer = await tx.withTables<Tables>().selectFrom('identity.account').select('id').where('username', '=', 'kepegawaian').executeTakeFirstOrThrow()
    const lists = await listsOn(tx, day)
    const due = await ask(staff).due(tx, everywhere, { from: 'increase', months: lists.increaseAfter, kinds: ['pns'], highest: null }, { until: addMonths(day, 2), limit: 20 })
    const found = (await peopleDue({ ...means, db: tx }, kind, everywhere, due.map(({ id }) => id), day)).filter(({ accountId, grade }) => accountId !== officer.id && grade !== null)
    const signers = await signersOf({ ...means, db: tx }, unitId, lists, day)
    const postId = signers.all.find(({ title }) => title === 'Sekretaris Daerah')?.postId
    const usual = signers.usual(kind.kind)
    if (!postId || !usual) throw new Error('The demo has nobody who signs decrees')
    const people = found.slice(0, 2).map(person => ({ person, row: kind.row(kind.begin(person, lists), person, lists, (name, text) => refuse(`${person.name}, ${name}: ${text}`)) }))
    return { postId, ids: await prepare(means, { kind, lists, unitId, accountId: officer.id, signer: { ...usual, postId }, people, circulate: false }) }
  }, now)
  // The head of the agency has no account in the demo, so nobody could give paraf.
  for (const id of begun.ids) await circulated(opened, here, id, [], now)
  await services.database.transaction(governmentId, tx => services.ask(drafts).giveBack(tx, begun.ids[1] ?? '', { accountId: null, postId: begun.postId }, 'Masa kerja golongannya dihitung dari SK yang lama. Mohon diperiksa lagi.'))
}

function refuse(why: string): never {
  throw new Error(`The demo cannot raise a salary: ${why}`)
}
