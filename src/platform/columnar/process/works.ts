import { ask } from '../asking/ask.ts'
import { askSql } from '../asking/ask-sql.ts'

/** Work whose code is read when it is needed: who asks the first question does not wait for what reads spreadsheets. */
const later = <A extends unknown[], R>(load: () => Promise<(...given: A) => Promise<R>>) => async (...given: A): Promise<R> => (await load())(...given)

/** Everything a process of tables can do; what goes in and comes out passes through a channel. */
export const works = {
  ask,
  askSql,
  compare: later(async () => (await import('../asking/compare.ts')).compare),
  take: later(async () => (await import('../taking/take.ts')).take),
  stageRows: later(async () => (await import('../taking/stage-rows.ts')).stageRows),
  check: later(async () => (await import('../checking/check.ts')).check),
  keep: later(async () => (await import('../writing/keep.ts')).keep),
  write: later(async () => (await import('../writing/write.ts')).write),
  writeViolations: later(async () => (await import('../writing/write.ts')).writeViolations),
}
export type Works = typeof works
