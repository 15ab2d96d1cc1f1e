import type { Db } from '#platform/db/database.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Services } from '#platform/web/services.ts'
import { people } from '#modules/identity/contract.ts'
import { posts } from '#modules/organisation/contract.ts'
import { Timeline } from '#ui/index.ts'
import type { Handover } from './store.ts'

/** Names of people by account, and of positions by post as far as somebody holds them. */
export type Names = ReadonlyMap<string, string>

/** Who and what past handings over name: two queries however many there are. */
export async function namesOf(db: Db, ask: Services['ask'], past: readonly Handover[], today: string): Promise<Names> {
  const [persons, held] = await Promise.all([
    ask(people).named(db, past.flatMap(one => [one.fromAccountId, one.by, ...(one.toAccountId ? [one.toAccountId] : [])])),
    ask(posts).inCharge(db, past.flatMap(one => one.toPostId ?? []), today),
  ])
  return new Map([...[...persons].map(([id, person]) => [id, person.name] as const), ...[...held].map(([id, one]) => [id, one.title] as const)])
}

/** Who passed on what, newest first. */
export function History({ past, names }: { past: readonly Handover[]; names: Names }) {
  const name = (id: string | null) => (id && names.get(id)) ?? t('Jabatan lowong')
  return <Timeline items={past.map(one => ({ title: t('{n} tugas {from} diserahkan kepada {to}', { n: one.count, from: name(one.fromAccountId), to: name(one.toPostId ?? one.toAccountId) }), at: one.at, who: name(one.by), body: one.reason }))} />
}
