import type { Db, Tx } from '#platform/db/database.ts'
import { port } from '#platform/web/port.ts'

/** What gets a number. */
export interface Numbered {
  kind: 'letter'
  id: string
}

/** All that a number can say. */
export interface NumberRequest {
  /** Unit that makes the letter. */
  unitId: string
  /** Code of the reference list `letter-kind`. */
  kind: string
  /** Code of the archive's classification, `000.1.2.3`. */
  classification: string
  secrecy: 'B' | 'T' | 'R' | 'SR'
  /** The date of the letter, `2026-11-21`. */
  on: string
  matter: Numbered
  /** As the agenda shows it; of R and SR nothing is kept. */
  title: string
}

/** A number that was given and stands. */
export interface GivenNumber {
  id: string
  /** As it is printed: `000.1.2.3/123/DISKOMINFO/2026`. */
  number: string
  /** Its place in the agenda, from 1. */
  sequence: number
  year: number
}

/** Numbers of letters that go out: 1, 2, 3 … within a series, each of them explained. */
export interface Numbers {
  /**
   * The next number, given in the transaction of the letter: when that is undone the number is free again. Asked again for
   * the same matter it answers the same number. A date before today draws from numbers that were reserved on that day, or
   * on the nearest one before it. Everybody else who needs a number of the series waits until the transaction ends.
   * @throws Problem `on` (a day to come, or no reserved number left), `classification` (missing or no code), `kind` (the pattern
   * cannot be filled, or another series printed this number)
   */
  take(tx: Tx, request: NumberRequest): Promise<GivenNumber>
  /**
   * Keeps the number as cancelled with its reason; it is never used again. The matter may take another one.
   * @throws Problem `reason` (none given), or without a field when it was cancelled before
   * @throws NotFound
   */
  cancel(tx: Tx, id: string, reason: string, by: string | null): Promise<void>
  /** What the next number would look like; nothing is taken. @throws Problem as `take` does */
  preview(db: Db | Tx, request: NumberRequest): Promise<string>
  /** By the id of the matter; those without a number, or with a cancelled one only, are left out. */
  ofMatter(db: Db | Tx, matterIds: readonly string[]): Promise<Map<string, GivenNumber>>
  /** How many numbers that stand bear a day of the span, both days included, by the unit that made the letter; `booked` of them were written in by hand. */
  given(db: Db | Tx, span: { from: string; until: string }): Promise<{ unitId: string; given: number; booked: number }[]>
}

/** Registers of letters that come in, beside the ones of those that go out. */
export interface Agendas {
  /** The next agenda number of a unit in the year of that day, in the transaction that registers the letter. */
  next(tx: Tx, entry: { unitId: string; on: string }): Promise<{ sequence: number; year: number }>
  /** Goes on after this number, because an older book came to it; one the agenda has passed already changes nothing. */
  follow(tx: Tx, book: { unitId: string; year: number; sequence: number }): Promise<void>
}

export const numbers = port<Numbers>('numbering.numbers')
export const agendas = port<Agendas>('numbering.agendas')
