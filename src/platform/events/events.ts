import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Services } from '../web/services.ts'

/** Something that happened in a module, which others may act upon later. */
export interface EventKind<T> {
  readonly name: `${string}.${string}`
  /** Never set: carries the type only. */
  readonly payload?: T
}

/** Declares an event; belongs in a `contract.ts`. Payloads are JSON: ids and plain values, no personal data. */
export const event = <T>(name: EventKind<T>['name']): EventKind<T> => ({ name })

/** Writes the event in the same transaction as what it tells of; a job delivers it at least once. */
export async function tell<T>(tx: Tx, kind: EventKind<T>, payload: T): Promise<void> {
  await tellAll(tx, kind, [payload])
}

/** Tells of many things of one kind at once. */
export async function tellAll<T>(tx: Tx, kind: EventKind<T>, payloads: readonly T[]): Promise<void> {
  if (payloads.length === 0) return
  await sql`
    with told as (insert into platform.outbox (name, payload) select ${kind.name}, payload from unnest(${payloads.map(payload => JSON.stringify(payload))}::jsonb[]) as told (payload))
    select pg_notify('pendopo_changed', 'outbox')`.execute(tx)
}

/** What a listener is given; `payload` is what was told. */
export interface Heard<T> {
  services: Services
  governmentId: string
  tx: Tx
  payload: T
  eventId: string
}

export interface Subscription {
  event: string
  /** Name of who listens, stable over releases: it marks what was delivered. */
  subscriber: string
  /** Runs in one transaction with the mark that it was delivered, so it takes effect once. */
  handle(context: Heard<unknown>): Promise<void>
}

/** Listens to another module's event; goes into `listens` of `module.ts`. */
export const on = <T>(
  kind: EventKind<T>,
  subscriber: string,
  handle: (context: Heard<T>) => Promise<void>,
): Subscription => ({ event: kind.name, subscriber, handle: context => handle({ ...context, payload: context.payload as T }) })
