import { sql, type Expression, type SqlBool } from 'kysely'
import { covers, within, type Who } from '#platform/access/who.ts'
import type { Context } from '#platform/web/page.ts'
import { seats } from '#modules/inbox/contract.ts'
import type { Dossier } from './contract.ts'
import { after, type DossierEvent } from './dossier.ts'

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
export const may = (who: Who, event: DossierEvent, dossier: Pick<Dossier, 'state' | 'unitId' | 'proposalId'>): boolean =>
  after(dossier.state, event) !== null && dossier.proposalId === null && mayManage(who, dossier)

/** Whether something may be put in or taken out. */
export const mayFill = (who: Who, dossier: Pick<Dossier, 'state' | 'unitId' | 'proposalId'>): boolean => dossier.state === 'open' && mayManage(who, dossier)
