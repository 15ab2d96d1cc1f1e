import { ask } from '../asking/ask.ts'
import { askSql } from '../asking/ask-sql.ts'
import { compare } from '../asking/compare.ts'
import { check } from '../checking/check.ts'
import { take } from '../taking/take.ts'
import { stageRows } from '../taking/stage-rows.ts'
import { keep } from '../writing/keep.ts'
import { write, writeViolations } from '../writing/write.ts'

/** Everything a process of tables can do; what goes in and comes out passes through a channel. */
export const works = { ask, askSql, compare, take, stageRows, check, keep, write, writeViolations }
export type Works = typeof works
