import { sql, type Expression, type SqlBool } from 'kysely'
import { covers, within, type Who } from '#platform/access/who.ts'
import type { Context } from '#platform/web/page.ts'
import { seats } from '#modules/inbox/contract.ts'
import type { DisposalEvent, DisposalKind, DisposalState } from './disposal/disposal.ts'
import { after as afterDisposal } from './disposal/disposal.ts'
import { after, type Dossier, type DossierEvent } from './dossier.ts'

/** The person of a request, and the positions they hold today. */
export interface Reader {
  who: Who
  postIds: readonly string[]
}

export const readerOf = async (context: Pick<Context, 'db' | 'who' | 'government' | 'now' | 'ask'>): Promise<Reader> => ({
  who: context.who,
  postIds: context.who.account ? (await context.ask(seats).of(context)).map(({ postId }) => postId) : [],
})

const reading = ['archives.read', 'archives.manage', 'archives.approve'] as const

const atPost = ({ postIds }: Reader, column: string) => sql<SqlBool>`coalesce(${sql.ref(column)} = any(${[...postIds]}::uuid[]), false)`

/** Dossiers the person may know of, where `d` is the dossier: by permission, or because they hold the position that keeps it. */
export const dossiersOf = (reader: Reader): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.join(reading.map(permission => within(reader.who.reach(permission), { unit: sql.ref('d.unit_id') })), sql` or `)} or ${atPost(reader, 'd.holder_post_id')})`

/**
 * Papers the person may know of, where `i` is the item and `d` its dossier; letters go by their own rules. What is limited
 * is for those who manage the archive, what is secret for whoever filed it, the position that keeps the dossier, and of a
 * class below the highest for those who may read secret letters of the unit.
 */
export const papersOf = (reader: Reader): Expression<SqlBool> => {
  const unit = sql.ref('d.unit_id')
  const own = sql<SqlBool>`coalesce(i.filed_by = ${reader.who.account?.id ?? null}::uuid, false)`
  return sql<SqlBool>`(i.secrecy = 'B' or ${own} or ${atPost(reader, 'd.holder_post_id')}
    or (i.secrecy = 'T' and (${within(reader.who.reach('archives.manage'), { unit })} or ${within(reader.who.reach('archives.approve'), { unit })}))
    or (i.secrecy = 'R' and ${within(reader.who.reach('correspondence.read-secret'), { unit })}))`
}

/** Whether the person keeps the archive of the unit. */
export const mayManage = (who: Who, { unitId }: { unitId: string }): boolean => covers(who.reach('archives.manage'), { unitId })

/** Whether the person may do this to the dossier now; what stands on a proposal waits for its end. */
export const may = (who: Who, event: DossierEvent, dossier: Pick<Dossier, 'state' | 'unitId' | 'disposalId'>): boolean =>
  after(dossier.state, event) !== null && dossier.disposalId === null && mayManage(who, dossier)

/** Whether something may be put in or taken out. */
export const mayFill = (who: Who, dossier: Pick<Dossier, 'state' | 'unitId' | 'disposalId'>): boolean => dossier.state === 'open' && mayManage(who, dossier)

interface Proposal {
  kind: DisposalKind
  state: DisposalState
  unitId: string
  proposedBy: string | null
}

/** Whether the person decides on proposals of this kind: what leaves the archive for good is for those who answer for the whole government. */
const decides = (who: Who, { kind, unitId }: Pick<Proposal, 'kind' | 'unitId'>) => covers(who.reach('archives.approve'), { unitId: kind === 'move' ? unitId : null })

/** Whether the person may do this to the proposal now. Who proposed it neither assesses nor approves it. */
export function mayDispose(who: Who, event: DisposalEvent, proposal: Proposal): boolean {
  if (afterDisposal(proposal.state, event) === null) return false
  const manages = mayManage(who, proposal)
  const own = proposal.proposedBy === who.account?.id
  if (event === 'assess') return !own && (manages || covers(who.reach('archives.approve'), proposal))
  if (event === 'approve') return !own && decides(who, proposal)
  if (event === 'reject') return decides(who, proposal) || (!own && proposal.state === 'proposed' && manages)
  if (event === 'withdraw') return own
  return manages
}
