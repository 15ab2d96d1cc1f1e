import { governmentDirectory } from '#modules/organisation/contract.ts'
import type { OwnPages } from '#modules/site-health/contract.ts'
import type { Web } from '#platform/web/serve.ts'
import type { Services } from '#platform/web/services.ts'
import { openWeb } from '../web.ts'
import { webOf } from './opened-web.ts'

/** Public pages as visitors get them, asked of the web server inside this process; a worker opens one of its own that never listens. */
export function makeOwnPages(services: Services): OwnPages & { close(): Promise<void> } {
  let own: Promise<{ web: Web; close(): Promise<void> }> | undefined
  async function webHere(): Promise<Web> {
    const served = webOf(services)
    if (!served) return (await (own ??= openWeb(services))).web
    // One that serves was opened since: the own one has done its part.
    if (own && (await own).web !== served) await release()
    return served
  }
  async function release(): Promise<void> {
    const opened = own
    own = undefined
    await (await opened)?.close()
  }
  return {
    async get(governmentId, path) {
      const [{ server }, host] = await Promise.all([webHere(), services.ask(governmentDirectory).hostOf(governmentId)])
      const answer = await server.inject({ url: path, headers: { host } })
      return { status: answer.statusCode, mediaType: String(answer.headers['content-type'] ?? '').split(';')[0]!.trim(), body: answer.rawPayload, location: typeof answer.headers.location === 'string' ? answer.headers.location : null }
    },
    close: release,
  }
}
