import type { Readable } from 'node:stream'
import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Government } from '../access/government.ts'
import type { Permission, Reach, Who } from '../access/who.ts'
import type { AuditNote } from '../audit/audit.ts'
import type { Tables } from '../columnar/tables.ts'
import type { Db, Tx } from '../db/database.ts'
import type { Files, StoredFile } from '../files/files.ts'
import type { Flag } from '../offline/entry.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Fields } from '../forms/fields.ts'
import type { Language } from '../i18n/locale.ts'
import type { Upload } from './body.ts'
import type { Port } from './port.ts'

/** Who may open a page: everyone, everyone signed in, or holders of a permission. There is no default. */
export type May = 'public' | 'signed-in' | Permission

/** What every handler is given. */
export interface Context<Q = unknown> {
  government: Government
  who: Who
  db: Db
  params: Record<string, string>
  query: Q
  language: Language
  now: Date
  request: RequestFacts
  place: Place
  /** The interface another module offers under this port; wired once in `app`. */
  ask<T>(port: Port<T>): T
  /** Governments below this one, for a reach that goes there; each is read under its own row-level security. */
  below(reach: Reach | null): Promise<{ government: Government; db: Db }[]>
  hands: Hands
  /** What was typed, unchecked, when `load` is asked for a form that comes back. */
  typed?: Record<string, unknown>
  /** Given when a device's outbox brought the form; `now` is when it is handled. */
  arrival?: Arrival
}

/** How a form came that was written without a network, perhaps hours before: through the outbox of a device. */
export interface Arrival {
  entryId: string
  deviceId: string
  /** When it was written, as far as can be told, and what the device's own clock said. */
  at: Date
  deviceAt: Date
  receivedAt: Date
  /** What is odd about it. */
  flags: readonly Flag[]
}

/** Tools of the process that handlers may use. */
export interface Hands {
  governmentId: string
  files: Files
  tables: Tables
  jobs: Jobs
  /** Key for signed tokens. */
  secret: string
}

/** The plain facts of a request. */
export interface RequestFacts {
  ip: string
  userAgent: string
  headers: Headers
  /** Origin as the visitor sees it, e.g. `https://tegalkab.go.id`: of the portal, or of a site on its own host. */
  origin: string
  /** Whether that origin may stand in letters: of the government's own hosts, or this machine. An IP address is the visitor's own word. */
  official: boolean
  /** Path with query as the visitor sees it. */
  url: string
}

/** Where in the house a request stands: on the portal, or in a site. */
export interface Place {
  /** Slug of the site, whether or not there is one; null on the portal. */
  site: string | null
  /** Before every path of the site: nothing on its own host, `/situs/<slug>` on the portal; `/en` at its end in English. */
  base: string
  /** Before every path of the portal: nothing on the portal, its origin on a site's own host. */
  portal: string
  /** Path within the site and language, without query and slash at its end; `/` for its home. */
  path: string
}

/** Where a successful act leads, with a message for the next page. */
export interface Goto {
  to: string
  text?: string
  values?: Record<string, string | number>
  /** The old address will never come back (301); only resources say so. */
  permanent?: boolean
  /** `Set-Cookie` values to send along, for sign-in. */
  cookies?: string[]
}

/** Leads to `to` and says `text` there. */
export const goto = (to: string, text?: string, values?: Goto['values']): Goto => ({ to, text, values })

/** What a file input accepts. */
export interface FileRule {
  /** Bytes. */
  max: number
  /** `compare` takes any bytes as they are: for what is looked at once and removed by the act. */
  accept: 'image' | 'document' | 'any' | 'xml' | 'sheet' | 'zip' | 'compare'
  many?: boolean
  /** What offices show each other before the public sees it; any other file opens through its record alone. */
  shared?: true
}

export interface ActContext<Q, F, P = undefined> extends Context<Q> {
  tx: Tx
  /** What `before` answered. */
  prepared: P
  /** The form, checked and typed. */
  input: F
  /** Uploads by input name: those sent now and those kept from an earlier, refused try. */
  files: Record<string, StoredFile[]>
  /** Adds what changed to the audit entry that this act writes anyway. */
  note(note: AuditNote): void
}

/** One of several forms that outboxes of devices brought at about the same time. */
export interface Arriving<Q, F> {
  accountId: string
  query: Q
  input: F
  /** Address it came from. */
  ip: string
  arrival: Arrival
}

/** What became of one of them. */
export interface Acted {
  goto: Goto
  note: AuditNote
}

export interface ViewContext<Q, D> extends Context<Q> {
  data: D
  fields: Fields
  /** Uploads kept from a refused try, by input name. */
  kept: Record<string, StoredFile[]>
}

/** What of a device a page may use; browsers ask the person besides. */
export type DevicePart = 'geolocation' | 'camera'

export interface PageSpec<Q, F, D, P = undefined> {
  path: string
  may: May
  /** Filters in the address; what does not fit falls back to the schema's own defaults. */
  query?: z.ZodType<Q>
  form?: z.ZodType<F>
  files?: Record<string, FileRule>
  /** True for pages of a sign-in step and the like, which a visitor posts to without a session. */
  load?(context: Context<Q>): Promise<D> | D
  /** Stored values the form starts with. */
  fill?(data: D, context: Context<Q>): Record<string, unknown>
  /** The same in forms for machines, by media type and address; who prefers one of them in `Accept` is led there. */
  also?(context: Context<Q>): Readonly<Record<string, string>>
  /** Topics this page shows. A public page that names them is kept in memory until one of them, or its government, changes. */
  shows?(context: Context<Q>, data: D): string[]
  view(context: ViewContext<Q, D>): VNode
  /**
   * Work of an act that must not wait inside its transaction, because it needs connections of its own: counting
   * attempts, the sign-in library. Its refusals are answered like those of `act`.
   */
  before?(context: Context<Q> & { input: F }): Promise<P>
  act?(context: ActContext<Q, F, P>): Promise<Goto>
  /**
   * Its form works without a network: the page is kept on the phone, what is sent goes through the device's outbox, is
   * applied once, and answered with a receipt. Without scripts it is a form like any other.
   */
  offline?: true
  /**
   * What `act` does, for forms of several people at once, in a number of queries that does not grow with them; only where
   * `may` is `signed-in` and nothing is uploaded. Answers in their order; null for one that `act` shall look at by itself.
   * When it throws, nothing of it stays, and each goes to `act` alone.
   */
  actTogether?(context: Pick<ActContext<Q, F>, 'tx' | 'ask' | 'government' | 'hands' | 'now'>, arrivals: readonly Arriving<Q, F>[]): Promise<(Acted | null)[]>
  /** Its entries say more than may be kept, e.g. where somebody was: their words are erased once they are applied. */
  forgets?: true
  /** What of the device it may ask for, when somebody presses a button; no other page may. */
  needs?: readonly DevicePart[]
  /** A page whose opening is itself an audited act, e.g. reading another person's file. */
  audited?: boolean
}

/** A page as `serve` mounts it; the types of its parts are settled inside. */
export interface Page extends PageSpec<never, never, never, never> {
  kind: 'page'
}

/**
 * Declares a page. `serve` binds the order identify → permit → validate → transact → audit → answer around
 * its parts, so that none of them can be forgotten.
 */
export function page<Q = Record<string, string>, F = Record<string, never>, D = undefined, P = undefined>(spec: PageSpec<Q, F, D, P>): Page {
  return { kind: 'page', ...spec } as unknown as Page
}

/** What the description of an interface says of an address whose protocol is not ours. */
export interface Described {
  summary: string
  query?: z.ZodType
  /** Media type of its answer; JSON when left out. */
  type?: string
}

/** Bytes or text that are not a page: feeds, pictures, downloads. */
export interface Payload {
  type: string
  /** A stream goes out as it comes, until it ends or the reader leaves. */
  body: string | Buffer | Readable
  status?: number
  headers?: Record<string, string>
}

export interface ResourceSpec<Q> {
  path: string
  may: May
  query?: z.ZodType<Q>
  /** One sentence for `/api/docs`, for addresses that machines read. */
  about?: Described
  load(context: Context<Q>): Promise<Payload | Goto>
  /** As for pages: kept in memory until one of these topics changes. */
  shows?(context: Context<Q>): string[]
}

export interface Resource extends ResourceSpec<never> {
  kind: 'resource'
}

/** Declares an address that answers with something other than HTML or JSON. */
export const resource = <Q = Record<string, string>>(spec: ResourceSpec<Q>): Resource => ({ kind: 'resource', ...spec }) as unknown as Resource

export interface EndpointSpec<Q, B, A> {
  path: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  may: May
  /** One sentence for `/api/docs`. */
  summary: string
  query?: z.ZodType<Q>
  body?: z.ZodType<B>
  answer: z.ZodType<A>
  handle(context: Context<Q> & { body: B; tx: Tx; note(note: AuditNote): void }): Promise<A>
}

export interface Endpoint extends EndpointSpec<never, never, never> {
  kind: 'endpoint'
}

/** Declares a JSON address: the schemas give validation, types and OpenAPI 3.1 at once. */
export const endpoint = <Q = Record<string, string>, B = undefined, A = unknown>(spec: EndpointSpec<Q, B, A>): Endpoint =>
  ({ kind: 'endpoint', ...spec }) as unknown as Endpoint

/** An address answered by a library that brings its own protocol; body in, `Response` out. */
export interface RawSpec {
  path: string
  method: 'GET' | 'POST' | 'HEAD' | 'PATCH'
  may: May
  /** Whether the token of the session's forms must come along, in the header `X-Form-Token`. */
  token?: true
  /** One sentence for `/api/docs`, and what its query may hold. */
  about?: Described
  /** Multipart forms are read, with files of at most so many bytes; they are gone after the answer. */
  uploads?: { max: number }
  /** A body of type `application/offset+octet-stream` comes as a stream, of any length. An answer that says `public` in `Cache-Control` is everybody's: nothing of this visitor goes with it. */
  handle(context: Context<Record<string, string>> & { body: unknown; uploads: readonly Upload[] }): Promise<Response>
}

export interface Raw extends RawSpec {
  kind: 'raw'
}

/** Declares an address for a library's own protocol. It writes no audit entry: the handler does, when something changed. */
export const raw = (spec: RawSpec): Raw => ({ kind: 'raw', ...spec })

/** Anything with an address. */
export type Route = Page | Resource | Endpoint | Raw
