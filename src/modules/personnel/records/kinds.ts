import { award } from './award.ts'
import { discipline } from './discipline.ts'
import { education } from './education.ts'
import { family } from './family.ts'
import type { KindOfRecord } from './kind.ts'
import { license } from './license.ts'
import { other } from './other.ts'
import { performance } from './performance.ts'
import { personal } from './personal.ts'
import { position } from './position.ts'
import { rank } from './rank.ts'
import { salaryIncrease } from './salary-increase.ts'
import { training } from './training.ts'

/** All kinds of histories, in the order of pages. */
export const recordKinds: readonly KindOfRecord[] = [rank, position, salaryIncrease, education, training, license, performance, award, discipline, family, other, personal]

/** Kinds only the person and holders of `personnel.read-sensitive` see. */
export const sensitiveKinds: readonly string[] = recordKinds.filter(({ sensitive }) => sensitive).map(({ kind }) => kind)

/** What is known about a kind; one of another release counts as `other`. */
export const kindOf = (kind: string): KindOfRecord => recordKinds.find(one => one.kind === kind) ?? other
