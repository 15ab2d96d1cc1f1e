import { dayIn } from '#platform/time/zone.ts'
import { officials, type Official } from '#modules/organisation/contract.ts'
import type { BlockContext } from './block.ts'

/** Who holds the positions of the unit today, highest first. */
export const leadersOf = ({ ask, db, unit, now, government }: BlockContext): Promise<Official[]> => ask(officials).of(db, unit.id, dayIn(now, government.zone))

/** Who holds them may change with the day alone. */
export const leaderTopics = ({ unit, government }: Pick<BlockContext, 'unit' | 'government'>): string[] => [`officials:${unit.id}`, `units:${government.id}`, 'day']

/** `Plh. Siti Mahmudah`, for whoever stands in. */
export const named = ({ name, kind }: Pick<Official, 'name' | 'kind'>): string => (kind === 'definitif' ? name : `${kind === 'plt' ? 'Plt.' : 'Plh.'} ${name}`)
