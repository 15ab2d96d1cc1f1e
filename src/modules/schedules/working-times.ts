import { addDays } from '#platform/time/zone.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { duties, type Placed, type Shift, type Whose, type Window, type WorkingTimes } from './contract.ts'
import { calendarOf, defaultPattern } from './rules.ts'
import { allAssignments } from './store.ts'
import { codeOn, patternWindow, windowsOf, type Calendar, type Segment } from './windows.ts'

/** Everybody of a government at once, and more. */
const most = 100_000

/** Windows a pattern gives are made once for all who have it. */
function remembered(calendar: Calendar): (code: string, day: string) => Window {
  const made = new Map<string, Window>()
  return (code, day) => {
    const key = `${day} ${code}`
    let window = made.get(key)
    if (!window) made.set(key, (window = patternWindow(calendar, code, day)))
    return window
  }
}

const grouped = <T, K>(rows: readonly T[], key: (row: T) => K | null): Map<K, T[]> => {
  const found = new Map<K, T[]>()
  for (const row of rows) {
    const at = key(row)
    if (at === null) continue
    const list = found.get(at)
    if (list) list.push(row)
    else found.set(at, [row])
  }
  return found
}

/** Where people work, by file: by id, or all of the units. */
async function whereabouts(db: Db | Tx, { ask }: Pick<Services, 'ask'>, whose: Whose): Promise<readonly Placed[]> {
  if ('people' in whose) return whose.people
  if ('unitIds' in whose) return ask(employees).serving(db, whose.unitIds, most)
  return [...(await ask(employees).byId(db, whose.employeeIds)).values()]
}

/** Makes what is known ready to be asked for each person. */
export const makeWorkingTimes = (services: Pick<Services, 'ask'>): WorkingTimes => ({
  async of(db, whose, from, to) {
    const { ask } = services
    const [first, last] = [addDays(from, -1), addDays(to, 1)]
    const government = await ask(governmentDirectory).of(db)
    const [people, units, assigned, calendar, otherwise] = await Promise.all([
      whereabouts(db, services, whose), ask(unitDirectory).of(government.id), allAssignments(db, first, last), calendarOf(db, government.zone, last), defaultPattern(db, from),
    ])
    const { rostered, shifts } = await ask(duties).of(db, people.map(({ id }) => id), first, last)
    const [ofUnit, ofPerson] = [grouped(assigned, row => row.unitId), grouped(assigned, row => row.employeeId)]
    const [months, worked] = [grouped(rostered, row => row.employeeId), grouped(shifts, row => row.employeeId)]
    const pattern = remembered(calendar)
    const chains = new Map<string, { lists: Segment[][]; windows: readonly Window[] | null }>()
    const chainOf = (unitId: string) => {
      let chain = chains.get(unitId)
      if (!chain) chains.set(unitId, (chain = { lists: units.ancestors(unitId).toReversed().flatMap(({ id }) => ofUnit.get(id) ?? []).map(segment => [segment]), windows: null }))
      return chain
    }
    const none: ReadonlySet<string> = new Set()
    const noShifts: ReadonlyMap<string, Shift> = new Map()
    return new Map(people.map(({ id, unitId }): [string, readonly Window[]] => {
      const chain = chainOf(unitId)
      const [own, mine, isOn] = [ofPerson.get(id), worked.get(id), months.get(id)]
      const lists = own ? [own, ...chain.lists] : chain.lists
      const make = () => windowsOf(calendar, {
        code: day => codeOn(day, lists, otherwise), rostered: isOn ? new Set(isOn.map(({ month }) => month)) : none, shifts: mine ? new Map(mine.map(shift => [shift.day, shift])) : noShifts,
      }, from, to, pattern)
      // Who has nothing of their own has the days of their unit.
      return own || mine || isOn ? [id, make()] : [id, (chain.windows ??= make())]
    }))
  },
})

