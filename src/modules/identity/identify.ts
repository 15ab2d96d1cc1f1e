import { person, visitor, type Account, type Grant, type Who } from '#platform/access/who.ts'
import type { Government } from '#platform/access/government.ts'
import { dayIn } from '#platform/time/zone.ts'
import { readCookies, signedValue } from '#platform/web/cookies.ts'
import type { Services } from '#platform/web/services.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { authSecret } from './auth.ts'
import type { Identification } from './contract.ts'
import { limits } from './limits.ts'
import { activeAccount, activeAmong, grantsOf, sessionOf, touchSession, type AccountRow } from './store.ts'

/** Topic that changes when an account's roles do; `holder:` tells the same of its positions. */
export const grantsTopic = (accountId: string): string => `grants:${accountId}`
/** Topic that changes when a role does: everyone who holds it is concerned. */
export const rolesTopic = (governmentId: string): string => `roles:${governmentId}`

/** The session's token out of the cookies; only what this installation signed comes through. */
export function tokenOf(secret: string, cookieHeader: string | null | undefined): string | null {
  const cookies = readCookies(cookieHeader ?? undefined)
  const value = cookies['__Secure-pendopo.session_token'] ?? cookies['pendopo.session_token']
  return signedValue(value, authSecret(secret))
}

type Held = Awaited<ReturnType<typeof grantsOf>> & { day: string }

/** Grants kept in memory per account: one process serves a few thousand people. */
const most = 5000

/** Who may sign in only with less than their roles until a second factor is set up. */
export const mustStrengthen = (services: Pick<Services, 'config'>, held: { strong: boolean }, strong: boolean): boolean => services.config.production && held.strong && !strong

/** Finds people by their session: one query, and one more when their grants are not in memory. */
export function makeIdentification(services: Services): Identification {
  const { database, changes, config } = services
  const known = new Map<string, { governmentId: string; held: Promise<Held> }>()
  changes.on(topic => {
    if (topic === null) known.clear()
    else if (topic.startsWith('grants:') || topic.startsWith('holder:')) known.delete(topic.slice(topic.indexOf(':') + 1))
    else if (topic.startsWith('roles:')) for (const [id, { governmentId }] of known) if (topic === rolesTopic(governmentId)) known.delete(id)
  })

  async function heldBy(government: Government, accountId: string, now: Date): Promise<{ grants: readonly Grant[]; strong: boolean }> {
    const day = dayIn(now, government.zone)
    const read = async (): Promise<Held> => ({ ...(await grantsOf(services, database.of(government.id), accountId, day)), day })
    if (!changes.live()) return read()
    const kept = known.get(accountId)
    if (kept && (await kept.held).day === day) return kept.held
    if (known.size >= most) known.clear()
    const entry = { governmentId: government.id, held: read() }
    entry.held.catch(() => known.delete(accountId))
    known.set(accountId, entry)
    return entry.held
  }

  async function whoOf(government: Government, row: AccountRow & Pick<Account, 'sessionId' | 'strong'>, now: Date): Promise<Who> {
    const account: Account = { id: row.id, name: row.name, username: row.username ?? row.email, email: row.email, unitId: row.unitId, title: row.title, language: row.language === 'en' ? 'en' : 'id', sessionId: row.sessionId, strong: row.strong }
    const held = await heldBy(government, row.id, now)
    if (mustStrengthen(services, held, row.strong)) return { account, may: () => false, reach: () => null }
    const units = await services.ask(unitDirectory).of(government.id)
    return person(account, held.grants, units.below)
  }

  return {
    async identify({ headers, government, now }): Promise<Who> {
      const token = tokenOf(config.secret, headers.get('cookie'))
      const row = token && (await sessionOf(database.of(government.id), token))
      if (!row) return visitor
      if (now.getTime() - row.seenAt.getTime() > limits.session.touch * 1000) await touchSession(database.of(government.id), row.sessionId)
      return whoOf(government, row, now)
    },
    async acting(government, { id, strong }, now) {
      const row = await activeAccount(database.of(government.id), id)
      return row ? whoOf(government, { ...row, sessionId: '', strong }, now) : null
    },
    active: activeAmong,
  }
}
