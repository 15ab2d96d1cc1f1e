import type { DecreedKind } from '#modules/workforce/contract.ts'
import { contract } from './contract.ts'
import type { KindOfDecree } from './kind.ts'
import { promotion } from './promotion.ts'
import { retirement } from './retirement.ts'
import { salaryIncrease } from './salary-increase.ts'

/** All kinds of decrees, in the order of the due lists. */
export const decreeKinds: readonly KindOfDecree[] = [salaryIncrease, promotion, retirement, contract]

export const kindNames = ['salary-increase', 'promotion', 'retirement', 'contract'] as const satisfies readonly DecreedKind[]

/** What is known about a kind. */
export const kindOf = (kind: DecreedKind): KindOfDecree => decreeKinds.find(one => one.kind === kind) ?? salaryIncrease
