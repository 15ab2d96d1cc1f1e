import { createServer, type Server } from 'node:http'
import { parse } from 'node:querystring'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { visitor } from '../access/who.ts'
import type { Language } from '../i18n/locale.ts'
import { makePageCache, type PageCache } from './cache.ts'
import { mountOutbox } from '../offline/mount-outbox.ts'
import { makeDoor } from './door.ts'
import { chosenLanguage, cookie, csrfToken, flashCookie, newVisitor, readCookies, unpackFlash, visitorCookie } from './cookies.ts'
import { standingHeaders, type Exchange, type Kit, type Surroundings } from './exchange.ts'
import type { Frame } from './frame.ts'
import { mountEndpoint } from './mount-endpoint.ts'
import { mountPage } from './mount-page.ts'
import { mountRaw } from './mount-raw.ts'
import { mountResource } from './mount-resource.ts'
import type { Context, May, Page, Route } from './page.ts'
import { Conflict, Elsewhere, NotFound, Problem, Refused, TooMany } from './problems.ts'
import { localeOf, renderDocument } from './render.ts'
import type { Services } from './services.ts'
import { forMonitors, turnAway } from './turned.ts'

export interface Web {
  server: FastifyInstance
  cache: PageCache
  routes: readonly Route[]
}

/** Builds the server: pages, endpoints and resources of all modules behind one door. */
export async function makeWeb(services: Services, routes: readonly Route[], surroundings: Surroundings): Promise<Web> {
  const { config } = services
  const door = makeDoor(surroundings.leadsTo, config.PENDOPO_TRUST_PROXY)
  const cache = makePageCache(services.changes, config.PAGE_CACHE_MB * 1_000_000, door)
  const server = Fastify({
    loggerInstance: services.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.PENDOPO_TRUST_PROXY,
    bodyLimit: 2_000_000,
    rewriteUrl(request) {
      const arrival = door.enter(request)
      // Who is turned away is turned away at any path, also at one the router cannot read.
      return 'route' in arrival ? arrival.route : forMonitors.test(request.url ?? '') ? request.url! : '/'
    },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 400 },
    // A kept page is answered before hooks and parsers run.
    serverFactory: handler => createServer({ keepAliveTimeout: 65_000 }, (request, response) => void (cache.answer(request, response) || handler(request, response))) as Server,
  })
  // Node's own parser turns bytes that are no UTF-8 into U+FFFD, which forms refuse; others keep `%E9` as if it had been typed.
  await server.register(formbody, { bodyLimit: 2_000_000, parser: text => parse(text, '&', '=', { maxKeys: 2000 }) })
  // A file beyond its limit is cut off and the form still arrives whole, so that nothing typed is lost.
  await server.register(multipart, { throwFileSizeLimit: false })

  // Pieces of large uploads (tus) go on as they come; whoever takes them counts the bytes.
  server.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload))

  turnAway(server, door, services)

  const kit: Kit = { services, surroundings, cache, begin, frameOf, document }

  async function begin(request: FastifyRequest, reply: FastifyReply, { may }: { may: May }): Promise<Exchange> {
    const now = new Date()
    const arrival = door.enter(request.raw)
    const government = 'route' in arrival && (await surroundings.governmentOf(arrival.governmentId))
    if (!government) throw new NotFound()
    const { origin, official, place, here } = arrival
    const cookies = readCookies(request.headers.cookie)
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
    // Public pages are the same for everyone, so nobody is looked up for them.
    const who = may === 'public' && request.method === 'GET' ? visitor : await surroundings.identify({ headers, government, now })
    const asked = (request.query as Record<string, unknown>).bahasa
    const language: Language = arrival.language ?? (asked === 'en' || asked === 'id' ? asked : (chosenLanguage(request.headers.cookie) ?? who.account?.language ?? 'id'))
    // Forms of public pages are bound to the browser, others to the session: the page shown and the page posted agree.
    let browser = (may === 'public' ? undefined : who.account?.sessionId) ?? cookies[visitorCookie]
    if (!browser) {
      browser = newVisitor()
      reply.header('Set-Cookie', cookie(visitorCookie, browser, { secure: request.protocol === 'https', maxAge: 7 * 86_400 }))
    }
    const context: Context = {
      government,
      who,
      db: services.database.of(government.id),
      params: request.params as Record<string, string>,
      query: request.query,
      language,
      now,
      request: { ip: request.ip, userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300), headers, origin, official, url: here },
      place,
      ask: services.ask,
      below: async reach => (reach?.governmentsBelow ? (await surroundings.governmentsBelow(government)).map(below => ({ government: below, db: services.database.of(below.id) })) : []),
      hands: { governmentId: government.id, files: services.files, tables: services.tables, jobs: services.jobs, secret: config.secret },
    }
    const standing = standingHeaders(request.protocol === 'https', place.portal === '')
    reply.headers(standing)
    const exchange = { request, reply, government, who, language, now, context, cookies, csrf: csrfToken(config.secret, browser), standing }
    exchanges.set(request, exchange)
    if (may !== 'public') {
      if (!who.account) throw new SignInFirst()
      if (may !== 'signed-in' && !who.may(may)) throw new Refused()
    }
    return exchange
  }

  async function frameOf(exchange: Exchange): Promise<Frame> {
    const parts = await surroundings.frame(exchange, exchange.context)
    const flash = unpackFlash(exchange.cookies[flashCookie])
    if (flash) exchange.reply.header('Set-Cookie', cookie(flashCookie, '', { secure: exchange.request.protocol === 'https', maxAge: 0 }))
    return {
      government: exchange.government,
      language: exchange.language,
      here: exchange.context.request.url,
      origin: exchange.context.place.portal || exchange.context.request.origin,
      flash,
      csrf: exchange.csrf,
      offline: null,
      demo: config.demo,
      ...parts,
    }
  }

  async function document(exchange: Exchange, view: () => VNode, { shared = false, offline = false } = {}): Promise<string> {
    const own = { ...(await frameOf(exchange)), offline: offline ? (exchange.who.account?.id ?? null) : null }
    const frame: Frame = shared ? { ...own, flash: null, csrf: '', person: null } : own
    return renderDocument(view, frame, localeOf(frame, exchange.now))
  }

  const exchanges = new WeakMap<FastifyRequest, Exchange>()

  // One line per request: the route's pattern instead of the address, so that no slug, token or search word is kept.
  server.addHook('onResponse', async (request, reply) => {
    services.log.info({ method: request.method, route: request.routeOptions.url ?? '-', status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })

  server.setErrorHandler(async (error, request, reply) => answerFailure(kit, exchanges.get(request), error as Error & { statusCode?: number }, request, reply))
  server.setNotFoundHandler(async (request, reply) => {
    if (request.method === 'GET') {
      const exchange = await begin(request, reply, { may: 'public' }).catch(() => null)
      const to = exchange && !exchange.context.place.site && (await surroundings.formerly(exchange.context))
      if (to) return reply.redirect(to, 301)
    }
    return answerFailure(kit, exchanges.get(request), new NotFound(), request, reply)
  })

  for (const route of routes) {
    if (!route.may) throw new Error(`${route.path} does not say who may open it`)
    if (route.kind === 'page') mountPage(server, kit, route as Page)
    else if (route.kind === 'resource') mountResource(server, kit, route)
    else if (route.kind === 'raw') mountRaw(server, kit, route)
    else mountEndpoint(server, kit, route)
  }
  mountOutbox(server, kit, routes)
  return { server, cache, routes }
}

/** A visitor at a door that needs a session. */
class SignInFirst extends Error {}

/** The one place where errors become answers. */
async function answerFailure(kit: Kit, known: Exchange | undefined, error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const json = request.url.startsWith('/api/')
  if (error instanceof SignInFirst && !json) return reply.redirect(`${kit.surroundings.signIn}?kembali=${encodeURIComponent(request.method === 'GET' ? request.url : '/kerja')}`, 303)
  if (error instanceof Elsewhere && !json) return reply.redirect(error.to, error.status)
  const onward = error instanceof NotFound && known && request.method === 'GET' && (await onwardFrom(kit.surroundings, known.context))
  if (onward) return reply.redirect(onward.to, onward.status)
  const [status, kind, detail] = sortOut(error)
  if (status === 500) kit.services.log.error({ err: { name: error.name, message: error.message, stack: error.stack }, route: request.routeOptions.url }, 'request failed')
  if (error instanceof TooMany) reply.header('Retry-After', String(error.seconds))
  reply.status(status)
  if (json) return reply.type('application/json; charset=utf-8').send({ error: { code: kind, message: detail?.text ?? kind, ...(error instanceof Problem ? { fields: error.problems.map(p => ({ name: p.name, message: p.message.text })) } : {}) } })
  try {
    const exchange = known ?? (await kit.begin(request, reply, { may: 'public' }))
    const html = await kit.document(exchange, () => kit.surroundings.views.failure(kind, detail))
    return reply.type('text/html; charset=utf-8').send(html)
  } catch {
    return reply.type('text/plain; charset=utf-8').send('Halaman ini belum dapat ditampilkan. Coba lagi sebentar. / This page cannot be shown yet. Please try again.')
  }
}

/** Where a visitor of a site is led who looks for what the portal has, or what an old site had. */
async function onwardFrom(surroundings: Surroundings, context: Context): Promise<{ to: string; status: 301 | 302 } | null> {
  const { place, request, language } = context
  if (!place.site) return null
  const path = request.url.slice(place.base.length) || '/'
  if (place.portal && surroundings.portalAnswers(place.path)) return { to: place.portal + (language === 'en' ? `${path}${path.includes('?') ? '&' : '?'}bahasa=en` : path), status: 302 }
  const to = await surroundings.formerly(context)
  return to ? { to, status: 301 } : null
}

type Failure = Parameters<Surroundings['views']['failure']>

function sortOut(error: Error & { statusCode?: number }): [number, ...Failure] {
  if (error instanceof NotFound) return [404, 'not-found', error.reason]
  if (error instanceof Refused) return [403, 'refused', error.reason]
  if (error instanceof SignInFirst) return [401, 'refused', { text: 'Masuk dahulu.' }]
  if (error instanceof Conflict) return [409, 'bad-request', error.reason]
  if (error instanceof TooMany) return [429, 'too-many', { text: 'Terlalu banyak percobaan. Coba lagi dalam {minutes} menit.', values: { minutes: Math.max(1, Math.ceil(error.seconds / 60)) } }]
  if (error instanceof Problem) return [422, 'bad-request', error.problems[0]?.message ?? null]
  if (error.statusCode === 413) return [413, 'bad-request', { text: 'Isian ini terlalu besar. Kurangi teksnya atau unggah sebagai berkas.' }]
  if (error.statusCode && error.statusCode < 500) return [error.statusCode, 'bad-request', null]
  return [500, 'broken', null]
}
