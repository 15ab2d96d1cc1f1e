import type { Services } from '#platform/web/services.ts'
import type { Web } from '#platform/web/serve.ts'

/** Webs that serve, by the database they serve from: a process needs no second one to read its own pages. */
const opened = new WeakMap<Services['database'], Web>()

export const rememberWeb = ({ database }: Pick<Services, 'database'>, web: Web): void => void opened.set(database, web)

export function forgetWeb({ database }: Pick<Services, 'database'>, web: Web): void {
  if (opened.get(database) === web) opened.delete(database)
}

/** The web that serves from these services, if one was opened. */
export const webOf = ({ database }: Pick<Services, 'database'>): Web | undefined => opened.get(database)
