import type { Confidence } from '../signals/confidence.ts'
import type { Vouch } from '../signals/signals.ts'
import { isClosedCircle, type VouchRecord } from '../signals/vouches.ts'
import type { Chance } from './chance.ts'
import type { Check } from './days.ts'
import type { Noise, Person } from './world.ts'

/** People of an office who know each other well, two to four together; the others keep to themselves. */
export function settleCompanions(people: readonly Person[], noise: Noise, chance: Chance): void {
  for (const staff of Map.groupBy(people, ({ office }) => office).values()) {
    const sociable = staff.filter(() => !chance.yes(noise.alone))
    while (sociable.length > 1) {
      const group = sociable.splice(0, chance.one([2, 2, 3, 4]))
      for (const person of group) {
        person.companions = group.filter(one => one !== person)
        person.confirms = chance.between(0.02, noise.confirming)
      }
    }
  }
}

/** Lets people scan the code of somebody who is there before them, mostly of a companion; who spoofs now and then gets one sent. */
export function letConfirm(checks: readonly Check[], chance: Chance): void {
  for (const check of checks) {
    const { person, truth, there, signals } = check
    const often = truth === 'spoofed' ? person.habit!.friend : there ? person.confirms : 0
    if (!chance.yes(often)) continue
    const before = checks.filter(other => other.there && other.person !== person && other.signals.at <= signals.at)
    const companions = before.filter(other => person.companions.includes(other.person))
    const from = companions.length > 0 && chance.yes(0.7) ? companions : before
    if (from.length > 0) check.confirmedBy = chance.one(from).person.id
  }
}

/** What colleagues' words are worth, as whoever receives check-ins knows it. */
export class Words {
  readonly #records: VouchRecord[] = []
  readonly #thought = new Map<string, Pick<Confidence, 'level'> & { vouched: boolean }>()

  about({ person, confirmedBy }: Check): Vouch[] {
    const theirs = confirmedBy === undefined ? undefined : this.#thought.get(confirmedBy)
    if (!theirs) return []
    this.#records.push({ by: confirmedBy!, of: person.id })
    return [{ level: theirs.vouched && theirs.level === 'high' ? 'fair' : theirs.level, closed: isClosedCircle(person.id, this.#records) }]
  }

  judged({ person }: Check, level: Confidence['level'], vouched: boolean): void {
    this.#thought.set(person.id, { level, vouched })
  }
}
