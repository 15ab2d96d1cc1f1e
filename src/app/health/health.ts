import { sql } from 'kysely'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { FastifyInstance } from 'fastify'
import type { PageCache } from '#platform/web/cache.ts'
import type { Services } from '#platform/web/services.ts'

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: numbers for Prometheus, from this machine only unless a proxy lets others in. */
export function mountHealth(server: FastifyInstance, services: Services, cache: PageCache): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const stats = cache.stats
  const gauges: [string, string, () => number][] = [
    ['pendopo_kept_pages', 'Public pages kept in memory', () => stats().pages],
    ['pendopo_kept_bytes', 'Bytes of kept pages', () => stats().bytes],
    ['pendopo_kept_hits_total', 'Answers from memory', () => stats().hits],
    ['pendopo_kept_misses_total', 'Answers made anew', () => stats().misses],
    ['pendopo_database_connections', 'Open database connections', () => services.database.pool.totalCount],
    ['pendopo_database_waiting', 'Requests waiting for a connection', () => services.database.pool.waitingCount],
  ]
  for (const [name, help, read] of gauges) registry.registerMetric(new Gauge({ name, help, registers: [], collect() { this.set(read()) } }))

  server.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok'))
  server.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1`.execute(services.database.shared)
      return await reply.type('text/plain').send(services.changes.live() ? 'ready' : 'ready, not keeping pages')
    } catch {
      return reply.status(503).type('text/plain').send('database not reachable')
    }
  })
  server.get('/metrics', async (request, reply) => {
    // Figures of the inside are for the operator: asked for on the machine itself, or through a proxy that allows it.
    if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')) return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
