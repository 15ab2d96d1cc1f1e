import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { appendAudit } from '../audit/audit.ts'
import type { StoredFile } from '../files/files.ts'
import { fieldsOf, type Fields } from '../forms/fields.ts'
import { preferredType } from './accept.ts'
import { acceptingBy, discardUploads, readBody } from './body.ts'
import { cookie, flashCookie, packFlash, sameToken } from './cookies.ts'
import type { Context, Page } from './page.ts'
import { returnedTo } from '../offline/returned.ts'
import { Conflict, Problem } from './problems.ts'
import { entryOf, perform, takeUploads } from './perform.ts'
import { readQuery } from './query.ts'
import { permissionsPolicy, type Kit } from './exchange.ts'

type Errors = Fields['errors']

/** Mounts a page: GET shows it, POST acts; a refused POST shows it again, filled. */
export function mountPage(server: FastifyInstance, kit: Kit, spec: Page): void {
  server.get(spec.path, async (request, reply) => {
    const mark = kit.cache.mark()
    const exchange = await kit.begin(request, reply, { may: spec.may })
    const context = { ...exchange.context, query: readQuery(spec.query, request.query) as never }
    const also = spec.also?.(context)
    const form = also && preferredType(request.headers.accept, ['text/html', ...Object.keys(also)])
    if (form) return reply.removeHeader('Set-Cookie').header('Vary', 'Accept').redirect(also[form]!, 303)
    const data = (await spec.load?.(context)) as never
    if (spec.audited) await kit.services.database.transaction(exchange.government.id, tx => appendAudit(tx, { ...entryOf(spec, exchange.context), record: ['page', request.url.slice(0, 200)] }))
    const returned = spec.offline ? await returnedTo(context, kit.services.files) : null
    const fields = fieldsOf({ ...spec.fill?.(data, context), ...returned?.values }, returned?.problems)
    const topics = spec.may === 'public' ? spec.shows?.(context, data) : undefined
    const html = await kit.document(exchange, () => spec.view({ ...context, data, fields, kept: returned?.kept ?? {} }), { shared: Boolean(topics), offline: Boolean(spec.offline) })
    if (topics) {
      const body = Buffer.from(html)
      // A kept page is for everyone: the mark of the browser that happened to ask first must not travel with it.
      reply.removeHeader('Set-Cookie')
      kit.cache.keep(kit.cache.key(request.raw), mark, [`government:${exchange.government.id}`, ...topics], { type: 'text/html; charset=utf-8', body, headers: exchange.standing, also: also && Object.keys(also) })
    }
    if (spec.needs) reply.header('Permissions-Policy', permissionsPolicy(spec.needs))
    if (also) reply.header('Vary', 'Accept')
    return send(request, reply, 200, html, Boolean(topics))
  })
  if (spec.act) server.post(spec.path, (request, reply) => act(kit, spec, request, reply))
}

async function act(kit: Kit, spec: Page, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const exchange = await kit.begin(request, reply, { may: spec.may })
  const context = { ...exchange.context, query: readQuery(spec.query, request.query) as never }
  const body = await readBody(request, acceptingBy(spec.files ?? {}), join(kit.services.config.data, 'tmp'))
  let kept: Record<string, StoredFile[]> = {}
  try {
    const errors: Errors = []
    // Another site's form stores nothing; a stale page of our own keeps its uploads for the second try.
    const foreign = request.headers['sec-fetch-site'] === 'cross-site'
    if (!foreign) kept = await takeUploads(kit.services.files, spec, context, body, errors)
    if (foreign || !sameToken(body.values._csrf, exchange.csrf))
      return await again(403, [{ name: '', message: { text: 'Formulir ini tidak dikirim dari halaman kami atau sesi Anda sudah berganti. Periksa isinya, lalu kirim sekali lagi.' } }])
    const outcome = await perform(spec, context, { values: body.values, files: kept, errors }, work => kit.services.database.transaction(exchange.government.id, work))
    const secure = request.protocol === 'https'
    const cookies = [...(outcome.cookies ?? []), ...(outcome.text ? [cookie(flashCookie, packFlash({ text: outcome.text, values: outcome.values }), { secure, maxAge: 60 })] : [])]
    if (cookies.length > 0) reply.header('Set-Cookie', cookies)
    return reply.redirect(outcome.to, 303)
  } catch (error) {
    if (error instanceof Problem) return await again(error.problems.length > 0 ? 422 : 200, error.problems)
    if (error instanceof Conflict) return await again(409, [{ name: '', message: error.reason }], error.stored)
    throw error
  } finally {
    await discardUploads(body)
  }

  /** The same page, filled with what was typed, its errors on top. */
  async function again(status: number, errors: Errors, stored: Record<string, string> = {}): Promise<FastifyReply> {
    const data = (await spec.load?.({ ...context, typed: body.values } as Context<never>)) as never
    const fields = fieldsOf({ ...spec.fill?.(data, context as Context<never>), ...body.values, ...stored }, errors)
    const html = await kit.document(exchange, () => spec.view({ ...context, data, fields, kept } as never), { offline: Boolean(spec.offline) })
    if (spec.needs) reply.header('Permissions-Policy', permissionsPolicy(spec.needs))
    return send(request, reply, status, html, false)
  }
}

function send(request: FastifyRequest, reply: FastifyReply, status: number, html: string, shared: boolean): FastifyReply {
  reply.status(status).type('text/html; charset=utf-8').header('Cache-Control', shared ? 'no-cache' : 'private, no-store').header('Vary', ['Accept-Encoding, Cookie', reply.getHeader('Vary')].filter(Boolean).join(', '))
  if (html.length > 1400 && String(request.headers['accept-encoding'] ?? '').includes('gzip')) return reply.header('Content-Encoding', 'gzip').send(gzipSync(html, { level: 5 }))
  return reply.send(html)
}
