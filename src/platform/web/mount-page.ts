import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { appendAudit, type AuditNote } from '../audit/audit.ts'
import type { StoredFile } from '../files/files.ts'
import { fieldsOf, type Fields } from '../forms/fields.ts'
import { unreadable } from '../forms/inputs.ts'
import { discardUploads, readBody, type Body } from './body.ts'
import { cookie, flashCookie, packFlash, sameToken } from './cookies.ts'
import type { Context, Page } from './page.ts'
import { Conflict, Problem } from './problems.ts'
import { readQuery } from './query.ts'
import type { Exchange, Kit } from './exchange.ts'

type Errors = Fields['errors']

/** Mounts a page: GET shows it, POST acts; a refused POST shows it again, filled. */
export function mountPage(server: FastifyInstance, kit: Kit, spec: Page): void {
  server.get(spec.path, async (request, reply) => {
    const mark = kit.cache.mark()
    const exchange = await kit.begin(request, reply, { may: spec.may })
    const context = { ...exchange.context, query: readQuery(spec.query, request.query) as never }
    const data = (await spec.load?.(context)) as never
    if (spec.audited) await kit.services.database.transaction(exchange.government.id, tx => appendAudit(tx, entry(exchange, spec, { record: ['page', request.url.slice(0, 200)] })))
    const fields = fieldsOf(spec.fill?.(data, context) ?? {})
    const topics = spec.may === 'public' ? spec.shows?.(context, data) : undefined
    const html = await kit.document(exchange, () => spec.view({ ...context, data, fields, kept: {} }), Boolean(topics))
    if (topics) {
      const body = Buffer.from(html)
      // A kept page is for everyone: the mark of the browser that happened to ask first must not travel with it.
      reply.removeHeader('Set-Cookie')
      kit.cache.keep(kit.cache.key(request.raw), mark, [`government:${exchange.government.id}`, ...topics], { type: 'text/html; charset=utf-8', body, headers: exchange.standing })
    }
    return send(request, reply, 200, html, Boolean(topics))
  })
  if (spec.act) server.post(spec.path, (request, reply) => act(kit, spec, request, reply))
}

const entry = (exchange: Exchange, spec: Page, note?: AuditNote) => ({ action: spec.may, accountId: exchange.who.account?.id ?? null, path: spec.path, ...note })

async function act(kit: Kit, spec: Page, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const exchange = await kit.begin(request, reply, { may: spec.may })
  const context = { ...exchange.context, query: readQuery(spec.query, request.query) as never }
  const rules = spec.files ?? {}
  const body = await readBody(request, rules, join(kit.services.config.data, 'tmp'))
  let kept: Record<string, StoredFile[]> = {}
  try {
    const errors: Errors = []
    // Another site's form stores nothing; a stale page of our own keeps its uploads for the second try.
    const foreign = request.headers['sec-fetch-site'] === 'cross-site'
    if (!foreign) kept = await takeUploads(kit, spec, exchange, body, errors)
    if (foreign || !sameToken(body.values._csrf, exchange.csrf))
      return await again(403, [{ name: '', message: { text: 'Formulir ini tidak dikirim dari halaman kami atau sesi Anda sudah berganti. Periksa isinya, lalu kirim sekali lagi.' } }])
    for (const [name, value] of Object.entries(body.values)) if ([value].flat().some(unreadable)) errors.push({ name, message: { text: 'Ada huruf yang tidak terbaca. Ketik ulang bagian itu.' } })
    // What a form of ours cannot send needs no finer words than this.
    const parsed = spec.form?.safeParse(body.values, { error: () => 'Periksa isian ini' })
    if (parsed && !parsed.success)
      for (const issue of parsed.error.issues) errors.push({ name: issue.path.map(String)[0] ?? '', message: { text: issue.message, values: limitsOf(issue as { minimum?: unknown; maximum?: unknown }) } })
    if (errors.length > 0) return await again(422, errors)

    const input = (parsed?.data ?? {}) as never
    const prepared = (await spec.before?.({ ...context, input } as never)) as never
    const outcome = await kit.services.database.transaction(exchange.government.id, async tx => {
      let noted: AuditNote | undefined
      const result = await spec.act!({ ...context, tx, input, prepared, files: kept, note: (note: AuditNote) => void (noted = note) } as never)
      await appendAudit(tx, entry(exchange, spec, noted))
      return result
    })
    const secure = request.protocol === 'https'
    const cookies = [...(outcome.cookies ?? []), ...(outcome.text ? [cookie(flashCookie, packFlash({ text: outcome.text, values: outcome.values }), { secure, maxAge: 60 })] : [])]
    if (cookies.length > 0) reply.header('Set-Cookie', cookies)
    return reply.redirect(outcome.to, 303)
  } catch (error) {
    if (error instanceof Problem) return await again(422, error.problems)
    if (error instanceof Conflict) return await again(409, [{ name: '', message: error.reason }], error.theirs)
    throw error
  } finally {
    await discardUploads(body)
  }

  /** The same page, filled with what was typed, its errors on top. */
  async function again(status: number, errors: Errors, theirs: Record<string, string> = {}): Promise<FastifyReply> {
    const data = (await spec.load?.(context as Context<never>)) as never
    const fields = fieldsOf({ ...spec.fill?.(data, context as Context<never>), ...body.values, ...prefixed(theirs) }, errors)
    const html = await kit.document(exchange, () => spec.view({ ...context, data, fields, kept } as never))
    return send(request, reply, status, html, false)
  }
}

/** The other person's values travel as `theirs.<name>`; a new `version` replaces the stale one. */
const prefixed = (theirs: Record<string, string>) =>
  Object.fromEntries(Object.entries(theirs).map(([name, value]) => [name === 'version' ? name : `theirs.${name}`, value]))

const limitsOf = (issue: { minimum?: unknown; maximum?: unknown }): Record<string, number> => ({
  ...(typeof issue.minimum === 'number' ? { min: issue.minimum } : {}),
  ...(typeof issue.maximum === 'number' ? { max: issue.maximum } : {}),
})

/** Stores what was uploaded now and finds again what an earlier, refused try had uploaded. */
async function takeUploads(kit: Kit, spec: Page, exchange: Exchange, body: Body, errors: Errors): Promise<Record<string, StoredFile[]>> {
  const kept: Record<string, StoredFile[]> = {}
  const { db, who } = exchange.context
  for (const [field, rule] of Object.entries(spec.files ?? {})) {
    const earlier = [body.values[`${field}_kept`] ?? []].flat()
    kept[field] = await kit.services.files.pending(db, earlier, who.account?.id ?? null)
    for (const upload of body.uploads.filter(u => u.field === field)) {
      try {
        if (upload.tooLarge) throw new Problem(field, 'Berkas {name} lebih dari {max} MB. Perkecil dahulu, lalu unggah lagi.', { name: upload.name, max: Math.round(rule.max / 1_000_000) })
        const stored = await kit.services.files.take(db, { ...upload, unitId: who.account?.unitId ?? null, accountId: who.account?.id ?? null }, rule)
        kept[field] = rule.many ? [...kept[field], stored] : [stored]
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        errors.push(...error.problems)
      }
    }
  }
  return kept
}

function send(request: FastifyRequest, reply: FastifyReply, status: number, html: string, shared: boolean): FastifyReply {
  reply.status(status).type('text/html; charset=utf-8').header('Cache-Control', shared ? 'no-cache' : 'private, no-store').header('Vary', 'Accept-Encoding, Cookie')
  if (html.length > 1400 && String(request.headers['accept-encoding'] ?? '').includes('gzip')) return reply.header('Content-Encoding', 'gzip').send(gzipSync(html, { level: 5 }))
  return reply.send(html)
}
