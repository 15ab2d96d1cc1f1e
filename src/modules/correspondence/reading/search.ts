import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import { index, type Entry } from '#platform/search/search.ts'
import type { Letter } from '../contract.ts'
import { titleOf } from '../letter.ts'

/** Words of a letter's files, as they were read. */
const readingOf = async (tx: Tx, id: string): Promise<string> => (await sql<{ text: string }>`select text from correspondence.reading where letter_id = ${id}`.execute(tx)).rows[0]?.text ?? ''

/**
 * What the search knows of a letter. Of a secret one only number and sender can be found, by whoever may know of it: a
 * list of hits is read without the second factor.
 */
export function entryOf(letter: Letter, locks: readonly string[], reading: string): Entry {
  const open = letter.secrecy === 'B' || letter.secrecy === 'T'
  return {
    kind: 'letter', id: letter.id, sort: letter.kind, title: titleOf(letter), summary: [letter.number, letter.sender].filter(Boolean).join(' · '), unitId: letter.unitId, districtCode: null,
    body: open ? `${letter.summary}\n${reading}` : '',
    href: `/kerja/surat/${letter.id}`, at: letter.letterOn ? new Date(`${letter.letterOn}T12:00:00Z`) : letter.createdAt, permission: null, locks,
  }
}

/** Puts a letter into the search under its locks. */
export async function enterSearch(tx: Tx, letter: Letter, locks: readonly string[]): Promise<void> {
  await index(tx, entryOf(letter, locks, await readingOf(tx, letter.id)))
}

/** Keeps what was read in a letter's files. */
export async function keepReading(tx: Db | Tx, id: string, text: string): Promise<void> {
  await sql`insert into correspondence.reading (letter_id, text) values (${id}, ${text}) on conflict (letter_id) do update set text = excluded.text, at = now()`.execute(tx)
}
