import { codeless, plant, usual, type Damage, type Subject } from '../src/platform/matching/testing/planted.ts'
import { figures, type Figures } from '../src/platform/matching/testing/scoring.ts'

const seeds = [3, 11, 29, 47, 101]
const subjects: readonly (readonly [Subject, string])[] = [['schools', 'schools'], ['villages', 'villages and wards'], ['budget', 'budget lines']]
const damages: readonly (readonly [Damage, string])[] = [[usual, 'a third without code'], [codeless, 'no codes at all']]

const percent = (share: number) => (share * 100).toFixed(2).padStart(6)
const row = (name: string, { pairs, sure, proposed, answered, questions, right }: Figures) =>
  console.log(`${name.padEnd(44)} ${String(pairs).padStart(6)}  ${percent(sure.precision)} ${percent(sure.recall)}   ${percent(proposed.precision)} ${percent(proposed.recall)}   ${percent(answered.precision)} ${percent(answered.recall)}   ${percent(questions / right)}`)

const mean = (all: readonly Figures[], of: (one: Figures) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length
const rates = (all: readonly Figures[], stage: 'sure' | 'proposed' | 'answered') => ({ precision: mean(all, one => one[stage].precision), recall: mean(all, one => one[stage].recall) })

/** `npm run bench -- reconciliation`: how well lists with planted faults are matched, and how long ten thousand rows on each side take. */
export async function reconciliation(): Promise<void> {
  console.log(`(r) lists with planted faults, seeds ${seeds.join(', ')}: precision and recall in per cent`)
  console.log(`${''.padEnd(44)} ${'pairs'.padStart(6)}  ${'sure'.padEnd(13)}   ${'first guess'.padEnd(13)}   ${'answered'.padEnd(13)}   asked of rows`)
  for (const [subject, name] of subjects)
    for (const [damage, about] of damages) {
      const all: Figures[] = []
      for (const seed of seeds) all.push(figures(await plant(subject, 600, damage, seed)))
      row(`${name}, ${about}`, { ...all[0]!, pairs: all.reduce((sum, { pairs }) => sum + pairs, 0), right: mean(all, one => one.right), questions: mean(all, one => one.questions), sure: rates(all, 'sure'), proposed: rates(all, 'proposed'), answered: rates(all, 'answered') })
    }
  for (const [subject, name] of subjects) {
    const large = figures(await plant(subject, 10_000, usual, 5))
    row(`${name}, ${large.left} × ${large.right} rows, ${(large.milliseconds / 1000).toFixed(1)} s`, large)
  }
}
