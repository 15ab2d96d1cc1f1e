import { defaults } from '#modules/attendance/signals/defaults.ts'
import { workingDays } from '#modules/attendance/testing/days.ts'
import { month, together, type Figures } from '#modules/attendance/testing/month.ts'
import { kinds, ordinary, worlds } from '#modules/attendance/testing/world.ts'

const people = 1000
/** The weights were settled while looking at seeds 1–8 and of four other hundreds; these are run when they are settled, and never looked at before. */
const seeds = [501, 502, 503, 504, 505, 506, 507, 508, 509, 510]

const names = {
  constant: 'made-up position, constant',
  jitter: 'made-up position, jittering',
  'handed-over': 'phone or password handed over',
  'clock-or-replay': 'clock changed, photo of a code',
} as const

const percent = (part: number, whole: number, digits = 2) => `${((100 * part) / whole).toFixed(digits)} %`
const detected = ({ kinds: of }: Figures) => percent(kinds.reduce((sum, kind) => sum + of[kind].listed, 0), kinds.reduce((sum, kind) => sum + of[kind].spoofers, 0), 1)
const line = (name: string, figure: string, wanted = '') => console.log(`${name.padEnd(58)} ${figure.padStart(22)}   ${wanted}`)

/** Spans of 1,000 staff, judged with the seeded weights: how often honest people are troubled, how many spoofers are found. */
export function attendanceSimulation(only: readonly number[] = seeds): void {
  const began = performance.now()
  for (const [span, days] of Object.entries({ 'a month': workingDays.month, 'two months, were the review to look back as far': workingDays.twoMonths })) printSpan(span, only.map(seed => month(people, ordinary, defaults, seed, { days })))
  const some = only.slice(0, 5)
  console.log(`the same weights in other worlds, ${some.length} times each, after a month and after two`)
  console.log(`${'    world'.padEnd(22)}${'honest reviewed'.padStart(17)}${'no letter'.padStart(11)}${'honest listed'.padStart(18)}${'found'.padStart(18)}${kinds.map(kind => kind.padStart(17)).join('')}`)
  for (const [name, noise] of Object.entries(worlds)) {
    const [one, two] = [workingDays.month, workingDays.twoMonths].map(days => together(some.map(seed => month(people, noise, defaults, seed, { days })))) as [Figures, Figures]
    const both = (of: (figures: Figures) => string) => `${of(one)}, ${of(two)}`
    const { honest: h } = one
    console.log(`    ${name.padEnd(18)}${percent(h.reviewed, h.checks).padStart(17)}${percent(h.withoutLetter, h.checks).padStart(11)}${both(({ honest }) => percent(honest.listed, honest.people)).padStart(18)}${both(detected).padStart(18)}${kinds.map(kind => both(({ kinds: of }) => percent(of[kind].listed, of[kind].spoofers, 0)).padStart(17)).join('')}`)
  }
  console.log(`${((performance.now() - began) / 1000).toFixed(1)} s`)
}

function printSpan(span: string, runs: readonly Figures[]): void {
  const all = together(runs)
  const { honest } = all
  console.log(`${runs.length} times ${people} staff for ${span}; 5 % spoofers, ${percent(honest.offline, honest.checks, 0)} of honest check-ins made without a network`)
  line('honest check-ins sent to review', percent(honest.reviewed, honest.checks), '≤ 0.5 %')
  line('    of these far away on a duty whose letter is missing', percent(honest.withoutLetter, honest.checks))
  line('honest people on the superior’s list at the end', percent(honest.listed, honest.people), '≤ 0.5 %')
  line('honest check-ins of high confidence', percent(honest.high, honest.checks, 0), 'reported')
  line('spoofers on the list, all kinds', detected(all), '≥ 80 %')
  for (const kind of kinds) {
    const { spoofers, listed, spoofed, reviewed } = all.kinds[kind]
    line(`    ${names[kind]}, of ${spoofers}`, percent(listed, spoofers, 1), `≥ 80 %; ${percent(reviewed, spoofed, 0)} of the spoofed check-ins sent to review`)
    const ways = [...all.ways].filter(([way]) => way.startsWith(`${kind}: `)).toSorted(([a], [b]) => a.localeCompare(b))
    if (ways.length > 1) for (const [way, of] of ways) line(`        ${way.slice(kind.length + 2)}, of ${of.spoofers}`, percent(of.listed, of.spoofers, 1))
  }
  const each = runs.map(detected).toSorted((a, b) => Number.parseFloat(a) - Number.parseFloat(b))
  line('    worst and best', `${each[0]} … ${each.at(-1)}`)
  for (const [why, many] of [...all.mistaken].toSorted((a, b) => b[1] - a[1]).slice(0, 4)) line(`    honest people listed for ${why}`, String(many))
}
