import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import type { NewAddressee } from '#modules/correspondence/contract.ts'
import { posts, type Head, type InCharge, type UnitTree } from '#modules/organisation/contract.ts'
import type { Person } from '../kinds/kind.ts'
import { officeOf } from './signers.ts'

/** `Camat Slawi` says where; `Kepala Sekolah` does not. */
const titled = ({ title }: Head, unit: { name: string; shortName: string }): string => {
  const words = unit.name.split(/\s+/).filter(word => word.length > 3)
  return words.some(word => title.includes(word) && !/^(Dinas|Badan|Kantor|Kecamatan|Sekolah)$/i.test(word)) ? title : `${title}, ${unit.name}`
}

/** Whom decrees go to: the person's office, with a copy for the person at the position they hold, or else in their unit. What one's own head signs goes to oneself. */
export async function addresseesFor({ ask, db }: Pick<Context, 'ask'> & { db: Db | Tx }, units: UnitTree, people: readonly Person[], signerPostId: string, day: string): Promise<Map<string, NewAddressee[]>> {
  const offices = new Map(people.map(({ id, unitId }) => [id, officeOf(units, unitId)]))
  const heads = await ask(posts).heads(db, [...new Set([...offices.values()].flatMap(unit => unit?.id ?? []))], day)
  const found = new Map<string, NewAddressee[]>()
  for (const person of people) {
    const office = offices.get(person.id)
    const head = office && heads.get(office.id)
    const held = await heldBy({ ask, db }, person, day)
    const self: Omit<NewAddressee, 'role'> = { name: `Sdr. ${person.name}`, postId: held?.postId ?? null, unitId: held?.unitId ?? person.unitId, email: null, address: null }
    if (!office || head?.postId === signerPostId) found.set(person.id, [{ role: 'to', ...self }])
    else {
      const to: NewAddressee = { role: 'to', name: head ? titled(head, office) : office.name, postId: head?.postId ?? null, unitId: office.id, email: null, address: null }
      // Who leads the office has it already.
      found.set(person.id, held && held.postId === head?.postId ? [to] : [to, { role: 'copy', ...self }])
    }
  }
  return found
}

async function heldBy({ ask, db }: Pick<Context, 'ask'> & { db: Db | Tx }, { id, accountId }: Person, day: string): Promise<InCharge | undefined> {
  const [byFile] = await ask(posts).heldBy(db, { employeeId: id }, day)
  return byFile ?? (accountId ? (await ask(posts).heldBy(db, { accountId }, day))[0] : undefined)
}
