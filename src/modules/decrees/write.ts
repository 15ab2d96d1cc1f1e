import { on } from '#platform/events/events.ts'
import type { Tx } from '#platform/db/database.ts'
import { notify } from '#platform/notifications/notifications.ts'
import type { Context } from '#platform/web/page.ts'
import { letters, letterSigned, letterWithdrawn, type Letter } from '#modules/correspondence/contract.ts'
import { people } from '#modules/identity/contract.ts'
import { histories, type Standing } from '#modules/personnel/contract.ts'
import type { Decree, Trouble } from './decree.ts'
import { kindOf } from './kinds/kinds.ts'
import { decreeOf, markTrouble, markWritten } from './store.ts'

const everywhere = { accountId: '', government: true, governmentsBelow: false, units: new Set<string>(), own: false }

const inService = new Set<Standing['status']>(['active', 'cltn'])

/** What stands in the way of writing a decree. */
function troubleWith({ kind, entry }: Decree, letter: Letter | null, person: Standing | undefined): Trouble | null {
  if (!letter?.number || !letter.letterOn || !letter.fileId) return 'incomplete'
  if (!person) return 'gone'
  if (!inService.has(person.status)) return 'left'
  return kindOf(kind).overtaken(entry, person.history) ? 'overtaken' : null
}

/**
 * Writes the row of a signed letter, once; what stands in the way is kept for an officer. Answers what that is, or null.
 * @param despite write it although the person left, or something newer is there: an officer looked at it
 */
export async function write(tx: Tx, ask: Context['ask'], letterId: string, despite = false): Promise<Trouble | null> {
  const decree = await decreeOf(tx, letterId, true)
  if (!decree || decree.writtenAt || decree.closedAt) return null
  const kind = kindOf(decree.kind)
  const letter = await ask(letters).byId(tx, letterId)
  // Withdrawn by whoever signed it, before this was heard.
  if (letter?.state === 'cancelled') return null
  const person = (await ask(histories).standing(tx, everywhere, [decree.employeeId], kind.rests)).get(decree.employeeId)
  const trouble = troubleWith(decree, letter, person)
  if (trouble && !(despite && (trouble === 'left' || trouble === 'overtaken'))) {
    if (decree.trouble !== trouble) await markTrouble(tx, letterId, trouble)
    if (!decree.trouble) await tellOfficers(tx, ask, decree, letter, person)
    return trouble
  }
  const recordId = await ask(histories).add(tx, decree.employeeId, { ...decree.entry, decreeNumber: letter!.number, decreeOn: letter!.letterOn, official: letter!.sender, fileId: letter!.fileId })
  await markWritten(tx, letterId, recordId)
  if (person?.accountId) {
    // The person may read the letter, whatever position they hold.
    await ask(letters).join(tx, letterId, [{ unitId: person.unitId, role: 'copy', desk: { accountId: person.accountId } }])
    await notify(tx, [person.accountId], { text: kind.text, values: { number: letter!.number! }, href: `/saya#${decree.entry.kind}` })
  }
  return null
}

/** Tells whoever prepared it, or those who manage staff there by now. */
async function tellOfficers(tx: Tx, ask: Context['ask'], { letterId, unitId, createdBy, writtenAt }: Decree, letter: Letter | null, person: Standing | undefined): Promise<void> {
  const officers = (await ask(people).holding(tx, 'personnel.manage', person?.unitId ?? unitId)).map(({ id }) => id).filter(id => id !== person?.accountId)
  await notify(tx, officers.includes(createdBy) ? [createdBy] : officers, {
    text: writtenAt ? 'Surat {number} dicabut, padahal sudah ditulis ke riwayat {name}. Periksa riwayatnya.' : 'Surat {number} sudah ditandatangani, tetapi belum dapat ditulis ke riwayat {name}.', values: { number: letter?.number ?? '–', name: person?.name ?? '–' }, href: `/kerja/kepegawaian/surat/${letterId}`,
  })
}

/** A signed letter that is a decree becomes its row. */
export const followSigned = on(letterSigned, 'decrees', async ({ services, tx, payload: { letterId } }) => {
  await write(tx, port => services.ask(port), letterId)
})

/** Whoever manages staff hears that a letter was withdrawn after its row had been written. */
export const followWithdrawn = on(letterWithdrawn, 'decrees.withdrawn', async ({ services, tx, payload: { letterId } }) => {
  const decree = await decreeOf(tx, letterId, true)
  if (!decree?.writtenAt || decree.closedAt) return
  const ask: Context['ask'] = port => services.ask(port)
  const person = (await ask(histories).standing(tx, everywhere, [decree.employeeId], [])).get(decree.employeeId)
  await tellOfficers(tx, ask, decree, await ask(letters).byId(tx, letterId), person)
})
