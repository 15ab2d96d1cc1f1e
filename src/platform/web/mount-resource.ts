import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Resource } from './page.ts'
import { readQuery } from './query.ts'
import type { Kit } from './exchange.ts'

/** Mounts an address of bytes or text; public ones that say what they show are kept like pages. */
export function mountResource(server: FastifyInstance, kit: Kit, spec: Resource): void {
  server.get(spec.path, async (request, reply) => {
    const mark = kit.cache.mark()
    const exchange = await kit.begin(request, reply, { may: spec.may })
    const context = { ...exchange.context, query: readQuery(spec.query, request.query) as never }
    const answer = await spec.load(context)
    if ('to' in answer) {
      if (answer.cookies) reply.header('Set-Cookie', answer.cookies)
      return reply.redirect(answer.to, answer.permanent ? 301 : 302)
    }
    reply.status(answer.status ?? 200).type(answer.type).headers(answer.headers ?? {})
    if (answer.body instanceof Readable) return reply.send(answer.body)
    const body = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.body)
    if (spec.shows && spec.may === 'public' && (answer.status ?? 200) === 200 && request.method === 'GET')
      kit.cache.keep(kit.cache.key(request.raw), mark, [`government:${exchange.government.id}`, ...spec.shows(context)], { type: answer.type, body, headers: { ...exchange.standing, ...answer.headers } })
    return reply.send(body)
  })
}
