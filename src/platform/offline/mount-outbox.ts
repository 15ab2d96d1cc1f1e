import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { digestOf } from '../files/digest.ts'
import { t, withLocale } from '../i18n/locale.ts'
import { discardUploads, readBody, type Upload } from '../web/body.ts'
import { cookie, flashCookie, packFlash } from '../web/cookies.ts'
import type { Exchange, Kit } from '../web/exchange.ts'
import type { Page, Route } from '../web/page.ts'
import { Problem } from '../web/problems.ts'
import { localeOf } from '../web/render.ts'
import { signedEntry, type Receipt } from './entry.ts'
import { receive, type Receiving } from './receive.ts'
import { returnedName } from './returned.ts'
import { makeSigners } from './signers.ts'
import type { Received } from './store.ts'
import { makeTogether } from './together.ts'

/** Where devices send what they kept. */
export const outboxAddress = '/api/luring/kirim'

const sheaf = z.strictObject({
  entries: z.string().transform(text => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      return null
    }
  }).pipe(z.array(signedEntry).min(1).max(200)),
  /** The device's own clock when it sent, in milliseconds; empty when somebody else brings a file of entries. */
  sent: z.string().regex(/^\d{0,16}$/),
  /** The person waits in front of the form that was just sent. */
  waiting: z.literal('1').optional(),
})

/** Bytes one file of an entry may have. */
const largest = 30_000_000

/** The address at which devices deliver: no session is asked for, because every entry is signed by a device of an account. */
export function mountOutbox(server: FastifyInstance, kit: Kit, routes: readonly Route[]): void {
  const pageAt = finder(routes)
  const [check, together] = [makeSigners(), makeTogether()]
  server.post(outboxAddress, async (request, reply) => {
    const exchange = await kit.begin(request, reply, { may: 'public' })
    const { context, who, government, now } = exchange
    const body = await readBody(request, { files: input => /^[0-9a-f]{64}$/.test(input), max: largest }, join(kit.services.config.data, 'tmp'))
    try {
      const read = sheaf.safeParse(body.values)
      if (!read.success) throw new Problem('', 'Kiriman ini tidak terbaca.')
      const { entries, sent, waiting } = read.data
      const receiving: Receiving = { services: kit.services, pageAt, acting: account => kit.surroundings.acting(government, account, now), active: kit.surroundings.active, check, together, context }
      const { receipts, stop } = await receive(receiving, {
        entries,
        files: await byDigest(body.uploads),
        offset: sent === '' ? null : now.getTime() - Number(sent),
        carriedBy: sent === '' ? (who.account?.id ?? null) : null,
      })
      const last = receipts.at(-1)
      if (waiting && last?.state === 'applied' && last.accountId === who.account?.id && last.answer.text)
        reply.header('Set-Cookie', cookie(flashCookie, packFlash({ text: last.answer.text, values: last.answer.values }), { secure: request.protocol === 'https', maxAge: 60 }))
      return await reply.header('Cache-Control', 'no-store').send({ time: Date.now(), receipts: receipts.map(one => receiptOf(exchange, one)), stop })
    } finally {
      await discardUploads(body)
    }
  })
}

/** Files under what they really are: a name in the sheaf is only a claim. */
const byDigest = async (uploads: readonly Upload[]) => new Map(await Promise.all(uploads.map(async (upload): Promise<[string, Upload]> => [(await digestOf(upload)).toString('hex'), upload])))

/** What the device is told of one entry. */
function receiptOf({ government, language, now }: Exchange, { receipt, receiptSignature, state, answer, path, id }: Received): Receipt {
  const message = answer.text ? { text: answer.text, values: answer.values } : (answer.problems?.[0]?.message ?? null)
  const again = `${path}${path.includes('?') ? '&' : '?'}${returnedName}=${id}`
  return {
    text: receipt,
    signature: receiptSignature.toString('base64url'),
    answer: { to: state === 'applied' ? (answer.to ?? path) : again, message: message && withLocale(localeOf({ government, language }, now), () => t(message.text, message.values)) },
  }
}

/** Finds the page at an address among those whose form works without a network. */
function finder(routes: readonly Route[]): Receiving['pageAt'] {
  const pages = routes.filter((route): route is Page => route.kind === 'page' && Boolean(route.offline) && Boolean(route.act)).map(page => {
    // Those who act are known by their account alone there: grants are for pages that look at one at a time.
    if (page.actTogether && (page.may !== 'signed-in' || page.files || page.before)) throw new Error(`${page.path} cannot act on several forms together`)
    return { page, pattern: new URLPattern({ pathname: page.path }) }
  })
  return path => {
    const url = URL.canParse(path, 'http://here') ? new URL(path, 'http://here') : null
    if (url?.host !== 'here') return null
    for (const { page, pattern } of pages) {
      const match = pattern.exec({ pathname: url.pathname })
      if (!match) continue
      const query: Record<string, string | string[]> = {}
      for (const name of new Set(url.searchParams.keys())) {
        const all = url.searchParams.getAll(name)
        query[name] = all.length > 1 ? all : all[0]!
      }
      return { page, params: match.pathname.groups as Record<string, string>, query }
    }
    return null
  }
}
