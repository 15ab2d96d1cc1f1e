import { z } from 'zod'
import { SourceRefused } from '#platform/text/refused.ts'
import { visitor } from '#platform/access/who.ts'
import { raw, type Raw, type RawSpec } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem, Refused, TooMany } from '#platform/web/problems.ts'
import { apiKeys } from '#modules/api-keys/contract.ts'
import { answerWith } from '../answering/answer.ts'
import { count, tableCost } from '../answering/limit.ts'
import { aroundOf } from '../around.ts'
import type { Actions } from './action.ts'
import { changeActions, refusedAs } from './changes.ts'
import { datastoreActions } from './datastore.ts'
import { ActionFailure } from './failure.ts'
import { listActions } from './lists.ts'
import { packageActions } from './packages.ts'
import { parametersOf } from './parameters.ts'
import { siteActions } from './site.ts'
import { largest } from './uploads.ts'

const actions: Actions = { ...siteActions(() => actions), ...packageActions, ...listActions, ...datastoreActions, ...changeActions }

/** Whatever went wrong, in CKAN's words; what is not known to us stays an error of ours. */
function failureOf(error: unknown): ActionFailure {
  if (error instanceof ActionFailure) return error
  if (error instanceof NotFound) return new ActionFailure('Not Found Error', 'Not found')
  if (error instanceof Refused) return new ActionFailure('Authorization Error', `Access denied: ${error.reason.text}`)
  if (error instanceof TooMany) return new ActionFailure('Rate Limit Error', 'Too many requests')
  if (error instanceof Conflict) return new ActionFailure('Validation Error', '', { message: [error.reason.text] })
  if (error instanceof Problem) return refusedAs(error)
  if (error instanceof SourceRefused) return new ActionFailure('Validation Error', '', { upload: [error.message] })
  throw error
}

type Handling = Parameters<RawSpec['handle']>[0]

async function handle(context: Handling, method: 'GET' | 'POST'): Promise<Response> {
  const { headers } = context.request
  const name = context.params.action!
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  const holder = await context.ask(apiKeys).identify({ headers, government: context.government, db: context.db, now: context.now })
  const keyed = typeof holder === 'object' ? holder : null
  const left = count({ ip: context.request.ip, keyId: keyed?.keyId }, action?.heavy ? tableCost : 1, context.now.getTime())
  const say = (body: unknown, status: number) => answerWith(headers, JSON.stringify(body), { status, headers: left.headers, shared: method === 'GET' && status === 200 && holder === 'none' && !action?.keyed })
  if (!action) return say(`Bad request - Action name not known: ${name.slice(0, 80)}`, 400)
  const around = await aroundOf(context)
  const help = `${around.origin}/api/3/action/help_show?name=${name}`
  try {
    if (left.over) throw new ActionFailure('Rate Limit Error', `Too many requests; try again in ${left.seconds} seconds`)
    if (holder === 'refused') throw new ActionFailure('Authorization Error', 'Access denied: this key is unknown, expired or revoked')
    if (action.keyed && !keyed) throw new ActionFailure('Authorization Error', 'Access denied: an API key is needed, sent in Authorization')
    if (action.keyed && method === 'GET' && name !== 'organization_list_for_user') throw new ActionFailure('Authorization Error', 'Access denied: send changes by POST')
    const given = parametersOf(context.query, context.body)
    const result = await action.answer({ context: { ...context, who: keyed?.who ?? visitor }, around, given, uploads: context.uploads, key: keyed?.name ?? null })
    return say({ help, success: true, result }, 200)
  } catch (error) {
    const failure = failureOf(error)
    return say({ help, success: false, error: failure.error }, failure.status)
  }
}

const about = { summary: 'CKAN Action API v3; actions and their parameters: help_show', query: z.object({ id: z.string().optional(), q: z.string().optional(), rows: z.number().optional(), start: z.number().optional() }) }

/** CKAN's interface under both of its addresses, for reading by GET and for everything by POST. */
export const ckanRoutes: Raw[] = ['/api/3/action/:action', '/api/action/:action'].flatMap((path, i) => [
  raw({ path, method: 'GET', may: 'public', about: i === 0 ? about : undefined, handle: context => handle(context, 'GET') }),
  raw({ path, method: 'POST', may: 'public', about: i === 0 ? { summary: 'The same by POST; changes need a key in Authorization' } : undefined, uploads: { max: largest }, handle: context => handle(context, 'POST') }),
])

/** What CKAN's clients ask first to know the version. */
export const versionRoute = raw({ path: '/api/3', method: 'GET', may: 'public', handle: async ({ request }) => answerWith(request.headers, JSON.stringify({ version: 3 }), { shared: true }) })
