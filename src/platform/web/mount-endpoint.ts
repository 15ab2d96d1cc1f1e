import type { FastifyInstance } from 'fastify'
import { appendAudit, type AuditNote } from '../audit/audit.ts'
import type { Endpoint } from './page.ts'
import { Problem, Refused } from './problems.ts'
import type { Kit } from './exchange.ts'

/** Mounts a JSON address: identify → permit → validate → transact → audit → answer. */
export function mountEndpoint(server: FastifyInstance, kit: Kit, spec: Endpoint): void {
  server.route({
    method: spec.method,
    url: spec.path,
    handler: async (request, reply) => {
      const exchange = await kit.begin(request, reply, { may: spec.may })
      const { context } = exchange
      const parse = (schema: typeof spec.query | typeof spec.body, value: unknown) => {
        if (!schema) return undefined as never
        const parsed = schema.safeParse(value)
        if (!parsed.success) throw Problem.all(parsed.error.issues.map(issue => ({ name: issue.path.join('.'), message: { text: issue.message } })))
        return parsed.data as never
      }
      const query = parse(spec.query, request.query)
      const answer = async () => {
        if (spec.method === 'GET') return spec.handle({ ...context, query, body: undefined as never, tx: undefined as never, note: () => {} })
        // A browser of another site cannot send JSON with our cookies without asking first; this refuses it anyway.
        if (request.headers['sec-fetch-site'] && !['same-origin', 'none'].includes(String(request.headers['sec-fetch-site']))) throw new Refused()
        const body = parse(spec.body, request.body)
        return kit.services.database.transaction(exchange.government.id, async tx => {
          let noted: AuditNote | undefined
          const result = await spec.handle({ ...context, query, body, tx, note: note => void (noted = note) })
          await appendAudit(tx, { action: spec.may, accountId: exchange.who.account?.id ?? null, path: spec.path, ...noted })
          return result
        })
      }
      const result = spec.answer.parse(await answer())
      return reply.type('application/json; charset=utf-8').header('Cache-Control', 'no-cache').send(JSON.stringify(result))
    },
  })
}
