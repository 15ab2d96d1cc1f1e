import { lookup as resolve, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent, request, type Dispatcher } from 'undici'

/** Why an address outside could not be fetched. */
export type OutsideReason =
  /** Not an http(s) address, or one that carries a name and password. */
  | 'address'
  /** Leads to this machine or its own network. */
  | 'private'
  /** Its name is not known. */
  | 'unknown-host'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  /** Refused, broken off, a bad certificate and the like. */
  | 'unreachable'

/** An address outside could not be fetched; `hop` is the address that failed, which a redirect may have led to. */
export class OutsideFailure extends Error {
  readonly reason: OutsideReason
  readonly hop: string
  constructor(reason: OutsideReason, hop: string, cause?: unknown) {
    super(`${reason}: ${hop.slice(0, 300)}`, { cause })
    this.reason = reason
    this.hop = hop
  }
}

export interface OutsideRequest {
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Record<string, string>
  body?: string | Buffer
  /** For everything together, redirects included. Default 10 seconds. */
  timeoutMs?: number
  /** More than this is a failure; with 0 the body is not read at all. Default 1 MB. */
  maxBytes?: number
  /** Default 5. */
  maxRedirects?: number
  /** Lets it reach private addresses: `config.PENDOPO_FETCH_LOCAL`, for tests only. */
  allowPrivate?: boolean
}

export interface OutsideAnswer {
  status: number
  /** Lowercase names. */
  headers: Record<string, string>
  body: Buffer
  /** Where the redirects ended. */
  url: string
}

/** Whether an IP address is one of the open internet: not this machine, a private network, a link or a reserved block. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  // Global unicast is 2000::/3; everything else is unassigned, or a way to write an IPv4 address once more.
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).parts[0]! >> 13 === 1
}

/** A name led to this machine or its own network. */
export class PrivateAddress extends Error {}

/**
 * Resolves names for the connection itself, so that what was checked is what is connected to: a name that
 * answers differently the second time gains nothing.
 */
export const guardedLookup: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return callback(error, [])
    if (found.length === 0 || !found.every(({ address }) => isPublicAddress(address))) return callback(new PrivateAddress(host), [])
    if (options.all) return callback(null, found)
    callback(null, found[0]!.address, found[0]!.family)
  })
}

const limits = { connections: 4, keepAliveTimeout: 2000, maxHeaderSize: 32_000 }
const agents = { guarded: new Agent({ ...limits, connect: { lookup: guardedLookup } }), open: new Agent(limits) }

const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Fetches an address that came from outside, e.g. typed by a person or found in a text. It never reaches this machine
 * or its network, wherever names and redirects lead; bodies come as they were sent, never unpacked.
 * @throws OutsideFailure
 */
export async function fetchOutside(url: string, options: OutsideRequest = {}): Promise<OutsideAnswer> {
  const { timeoutMs = 10_000, maxBytes = 1_000_000, maxRedirects = 5, allowPrivate = false } = options
  const signal = AbortSignal.timeout(timeoutMs)
  let { method = 'GET', body } = options
  let headers: Record<string, string> = { 'user-agent': 'Pendopo', 'accept-encoding': 'identity', ...lowercase(options.headers ?? {}) }
  let place = addressOf(url, undefined, allowPrivate)

  for (let hop = 0; ; hop++) {
    try {
      const answer = await request(place, { method, headers, body, signal, dispatcher: allowPrivate ? agents.open : agents.guarded })
      const location = redirects.has(answer.statusCode) ? answer.headers.location : undefined
      if (location === undefined || maxRedirects === 0) return { status: answer.statusCode, headers: flat(answer.headers), body: await read(answer.body, method === 'HEAD' ? 0 : maxBytes, place), url: place.href }
      leave(answer.body)
      if (hop >= maxRedirects) throw new OutsideFailure('too-many-redirects', place.href)
      const next = addressOf(String(location), place, allowPrivate)
      // What was meant for one host is not told to another.
      if (next.origin !== place.origin) headers = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization' && name !== 'cookie'))
      if (method === 'POST' && answer.statusCode < 307) [method, body] = ['GET', undefined]
      place = next
    } catch (error) {
      throw error instanceof OutsideFailure ? error : new OutsideFailure(reasonOf(error as Error), place.href, error)
    }
  }
}

/** Reads and checks an address; names are checked later, when they are resolved. */
function addressOf(text: string, base: URL | undefined, allowPrivate: boolean): URL {
  const url = URL.parse(text, base)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw new OutsideFailure('address', text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // `.localhost` is this machine by definition (RFC 6761), whether the resolver knows it or not.
  if (!allowPrivate && (isIP(host) ? !isPublicAddress(host) : /(^|\.)localhost\.?$/.test(host))) throw new OutsideFailure('private', url.href)
  return url
}

/** Ends an answer whose body nobody wants. */
function leave(body: Dispatcher.ResponseData['body']): Buffer {
  body.on('error', () => {})
  body.destroy()
  return Buffer.alloc(0)
}

async function read(body: Dispatcher.ResponseData['body'], maxBytes: number, place: URL): Promise<Buffer> {
  if (maxBytes === 0) return leave(body)
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of body as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > maxBytes) throw new OutsideFailure('too-large', place.href)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function reasonOf(error: Error): OutsideReason {
  const causes: unknown[] = [error, error.cause, ...(error instanceof AggregateError ? error.errors : [])]
  if (causes.some(cause => cause instanceof PrivateAddress)) return 'private'
  if (error.name === 'TimeoutError' || error.name.endsWith('TimeoutError')) return 'timeout'
  return ['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'].includes(String((error as NodeJS.ErrnoException).code)) ? 'unknown-host' : 'unreachable'
}

const lowercase = (headers: Record<string, string>) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

const flat = (headers: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]])))
