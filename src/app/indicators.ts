import type { Context } from '#platform/web/page.ts'
import { modules } from './modules.ts'

/** Measures what the modules declare for leaders; `open` leaves out what only officers can follow up, for the front page. */
export async function measure(context: Pick<Context, 'db' | 'government' | 'now' | 'ask'>, { open = false } = {}) {
  const indicators = modules.flatMap(module => module.exports.indicators).filter(indicator => !(open && indicator.inside))
  return Promise.all(indicators.map(async ({ code, label, measure }) => ({ code, label, ...(await measure(context)) })))
}
