import { holidaysOf, type Holidays } from '#platform/time/working-days.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import type { Chain, Report } from '../disposition.ts'
import type { Here } from '../here.ts'
import { instructionsOn, type Instruction } from '../instructions.ts'
import { reportsOf } from '../store.ts'

/** All that the tree of a letter's dispositions says. */
export interface Look extends Omit<Here, 'chain'> {
  reports: Report[]
  /** Names of people by account. */
  names: ReadonlyMap<string, string>
  words: Instruction[]
  today: string
  holidays: Holidays
}

/** Gathers what the tree says; a fixed number of queries. */
export async function lookAt({ db, ask, now, government }: Pick<Context, 'db' | 'ask' | 'now' | 'government'>, { letter, seated, seen }: Here): Promise<Look> {
  const today = dayIn(now, government.zone)
  const visible = new Set(seen.recipients.map(({ id }) => id))
  const [reports, words, holidays] = await Promise.all([reportsOf(db, letter.id), instructionsOn(db, today), holidaysOf(db, today)])
  const theirs = reports.filter(({ recipientId }) => visible.has(recipientId))
  const ids = [...seen.recipients.flatMap(({ readBy, doneBy }) => [readBy, doneBy]), ...theirs.flatMap(({ by, verdictBy }) => [by, verdictBy])].filter(id => id !== null)
  const named = await ask(people).named(db, [...new Set(ids)])
  return { letter, seated, seen, reports: theirs, names: new Map([...named].map(([id, { name }]) => [id, name])), words, today, holidays }
}

/** What a recipient reported last. */
export const latestOf = (reports: readonly Report[], recipientId: string): Report | undefined => reports.findLast(one => one.recipientId === recipientId)

/** Dispositions that stand at the beginning. */
export const rootsOf = ({ dispositions }: Chain) => dispositions.filter(({ parentId }) => parentId === null)
