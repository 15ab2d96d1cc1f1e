import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { discardUploads, readBody } from './body.ts'
import { sameToken } from './cookies.ts'
import type { Raw } from './page.ts'
import { Refused } from './problems.ts'
import type { Kit } from './exchange.ts'

/** Mounts an address whose answer a library makes: identify → permit → hand over. */
export function mountRaw(server: FastifyInstance, kit: Kit, spec: Raw): void {
  server.route({
    method: spec.method,
    url: spec.path,
    handler: async (request, reply) => {
      const exchange = await kit.begin(request, reply, { may: spec.may })
      // As for endpoints: a browser of another site is refused whatever it may have been allowed to ask.
      if (spec.method !== 'GET' && request.headers['sec-fetch-site'] && !['same-origin', 'none'].includes(String(request.headers['sec-fetch-site']))) throw new Refused()
      if (spec.token && !sameToken(String(request.headers['x-form-token'] ?? ''), exchange.csrf)) throw new Refused('Formulir ini tidak dikirim dari halaman kami atau sesi Anda sudah berganti. Periksa isinya, lalu kirim sekali lagi.')
      const sent = spec.uploads && request.isMultipart() ? await readBody(request, { files: () => true, max: spec.uploads.max }, join(kit.services.config.data, 'tmp')) : null
      try {
        const answer = await spec.handle({ ...exchange.context, query: request.query as Record<string, string>, body: sent?.values ?? request.body, uploads: sent?.uploads ?? [] })
        const keeping = answer.headers.get('cache-control') ?? 'no-store'
        if (keeping.includes('public')) reply.removeHeader('Set-Cookie')
        answer.headers.forEach((value, name) => {
          if (name !== 'set-cookie') reply.header(name, value)
        })
        for (const one of answer.headers.getSetCookie()) reply.header('Set-Cookie', one)
        return await reply.status(answer.status).header('Cache-Control', keeping).send(Buffer.from(await answer.arrayBuffer()))
      } finally {
        if (sent) await discardUploads(sent)
      }
    },
  })
}
