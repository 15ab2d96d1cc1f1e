import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import type { DraftSigner } from '#modules/drafting/contract.ts'
import { posts, unitDirectory, type InCharge, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import type { DecreedKind } from '#modules/workforce/contract.ts'
import type { Option } from '#ui/index.ts'
import type { Lists } from '../lists.ts'

type Asking = Pick<Context, 'ask' | 'government'> & { db: Db | Tx }

/** A position that may sign, with who is in charge of it. */
interface Signer {
  postId: string
  title: string
  inCharge: InCharge | null
}

const inner = new Set<Unit['kind']>(['division', 'section'])

/** The office a unit belongs to: its own head leads it. */
export const officeOf = (units: UnitTree, unitId: string): Unit | undefined => units.ancestors(unitId).findLast(({ kind }) => !inner.has(kind))

/** Positions decrees of a unit may be signed by, from below to the top, and the usual one for each kind. */
export interface Signers {
  all: readonly Signer[]
  usual(kind: DecreedKind): DraftSigner | null
}

export async function signersOf({ db, ask, government }: Asking, unitId: string, { signers }: Pick<Lists, 'signers'>, day: string): Promise<Signers> {
  const units = await ask(unitDirectory).of(government.id)
  const [root] = units.ancestors(unitId)
  const office = officeOf(units, unitId)
  const secretariats = root ? units.children(root.id).filter(({ kind }) => kind === 'secretariat') : []
  const heads = await ask(posts).heads(db, [...new Set([office, ...secretariats, root, ...units.all.filter(({ parentId }) => parentId === root?.id)].flatMap(unit => (unit ? [unit.id] : [])))], day)
  // The secretary of a region leads the secretariat, but regents may sit there as well and stand before them.
  const secretary = (await Promise.all(secretariats.map(({ id }) => ask(posts).of(db, id)))).flat().find(({ title }) => /^Sekretaris Daerah/i.test(title))
  const inCharge = secretary && (await ask(posts).inCharge(db, [secretary.id], day)).get(secretary.id)
  const headOf = (id: string | undefined): Signer | null => (id && heads.get(id)) || null
  const roles: Record<string, Signer | null> = {
    'personnel-head': headOf(office?.id),
    'regional-secretary': secretary ? { postId: secretary.id, title: secretary.title, inCharge: inCharge ?? null } : null,
    'regional-head': headOf(root?.id),
  }
  const named = (name: string | undefined): Signer | null => (name === undefined ? null : (roles[name] ?? [...heads.values()].find(({ title }) => title.toLowerCase() === name.toLowerCase()) ?? null))
  const found = [roles['personnel-head'], roles['regional-secretary'], roles['regional-head'], ...[...signers.values()].flatMap(({ signer, behalf }) => [named(signer), named(behalf)])].filter(one => one !== null && one !== undefined)
  return {
    all: [...new Map(found.map(one => [one.postId, one])).values()],
    usual(kind) {
      const rule = signers.get(kind)
      const signer = named(rule?.signer) ?? roles['personnel-head']
      const behalf = named(rule?.behalf)
      return signer ? { postId: signer.postId, onBehalfOf: behalf && behalf.postId !== signer.postId ? behalf.postId : null, through: null } : null
    },
  }
}

const prefix = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' }

/** Signers to choose from: the position, and who is in charge of it today. */
export const signerOptions = ({ all }: Pick<Signers, 'all'>, vacant: string): Option[] =>
  all.map(({ postId, title, inCharge }) => ({ value: postId, label: `${title} · ${inCharge ? `${prefix[inCharge.kind]}${inCharge.name}` : vacant}` }))
