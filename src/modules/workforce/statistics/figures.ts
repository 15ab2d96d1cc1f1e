import type { UnitTree } from '#modules/organisation/contract.ts'
import { educationWords, type Count } from '#modules/personnel/contract.ts'
import { retirementDay, type Rules } from '../due/due.ts'

/** A bar of a figure: men and women apart. */
export interface Bar {
  code: string
  m: number
  f: number
}

const bars = (counts: readonly Count[], codeOf: (count: Count) => string | null): Map<string, Bar> => {
  const found = new Map<string, Bar>()
  for (const count of counts) {
    const code = codeOf(count)
    if (code === null) continue
    const bar = found.get(code) ?? { code, m: 0, f: 0 }
    bar[count.sex] += count.n
    found.set(code, bar)
  }
  return found
}

const ordered = (found: Map<string, Bar>, codes: readonly string[]): Bar[] =>
  [...codes, ...[...found.keys()].filter(code => !codes.includes(code)).toSorted()].flatMap(code => found.get(code) ?? [])

/** Ages in steps of five years; the first and the last take in the rest. */
const ageBand = (age: number): string => (age < 25 ? '< 25' : age >= 60 ? '≥ 60' : `${age - (age % 5)}–${age - (age % 5) + 4}`)

/** Whole years on a day. */
function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** How many years of retirements are shown. */
const yearsAhead = 10

/** What a personnel agency shows: by kind, grade, age, education, unit, and who retires in the next ten years. */
export function figuresOf(counts: readonly Count[], { units, rules, today }: { units: UnitTree; rules: Rules; today: string }) {
  const of = (by: Count['by']) => counts.filter(count => count.by === by)
  const [thisYear, lastYear] = [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + yearsAhead - 1]
  const retiring = bars(of('born'), ({ kind, bornIn, level }) => {
    const age = kind === 'honorer' || !level ? undefined : rules.ages.get(level)?.age
    const year = age === undefined || bornIn === null ? null : Number(retirementDay(`${bornIn}-01`, age * 12).slice(0, 4))
    // Those overdue count into this year: they are still here.
    return year === null || year > lastYear ? null : String(Math.max(year, thisYear))
  })
  const bands = bars(of('born'), ({ bornIn }) => (bornIn === null ? null : ageBand(ageOn(`${bornIn}-01`, today))))
  const agency = ({ unitId }: Count) => {
    const line = unitId ? units.ancestors(unitId) : []
    return (line[1] ?? line[0])?.id ?? null
  }
  return {
    total: of('kind').reduce((sum, { n }) => sum + n, 0),
    kinds: ordered(bars(of('kind'), ({ kind }) => kind), ['pns', 'pppk', 'honorer']),
    grades: ordered(bars(of('grade'), ({ grade }) => grade), rules.grades.map(({ code }) => code)),
    ages: ordered(bands, ['< 25', '25–29', '30–34', '35–39', '40–44', '45–49', '50–54', '55–59', '≥ 60']),
    educations: ordered(bars(of('education'), ({ education }) => education), Object.keys(educationWords)),
    units: [...bars(of('unit'), agency).values()].toSorted((a, b) => b.m + b.f - a.m - a.f),
    retiring: Array.from({ length: yearsAhead }, (_, i) => retiring.get(String(thisYear + i)) ?? { code: String(thisYear + i), m: 0, f: 0 }),
  }
}
