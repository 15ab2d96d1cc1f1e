import type { Context } from '#platform/web/page.ts'
import { modules } from './modules.ts'

/** Measures what the modules declare for leaders and the front page. */
export async function measure(context: Pick<Context, 'db' | 'government' | 'now' | 'ask'>) {
  return Promise.all(modules.flatMap(module => module.exports.indicators).map(async ({ code, label, measure }) => ({ code, label, ...(await measure(context)) })))
}
