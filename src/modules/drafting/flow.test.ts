import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, isComplete, turnOf, type Course, type CourseState, type Event, type Step } from './flow.ts'

const step = (id: string): Step => ({ id, postId: `post-${id}`, kind: 'hierarchy', version: null, holds: null })
const course = (steps: string[], over: Partial<Course> = {}): Course => ({ version: 1, steps: steps.map(step), returnedVersion: null, returnedParaf: null, ...over })

/** Lets events happen one after the other; each of them must be possible. */
function run(begin: Course, ...events: Event[]): { state: CourseState; course: Course } {
  let now: { state: CourseState; course: Course } = { state: 'draft', course: begin }
  for (const event of events) {
    const next = after(now.state, now.course, event)
    if (!next) throw new Error(`${event.type} cannot happen in ${now.state}`)
    now = next
  }
  return now
}

const circulate = { type: 'circulate', onwards: false } as const
const paraf = (id: string): Event => ({ type: 'paraf', step: id })

describe('the course of a draft', () => {
  it('goes from one to the next and is approved with the last paraf', () => {
    expect(run(course(['a', 'b']), circulate, paraf('a')).state).toBe('circulating')
    expect(run(course(['a', 'b']), circulate, paraf('a'), paraf('b')).state).toBe('approved')
  })

  it('is approved at once when nobody stands between the drafter and the signer', () => {
    expect(run(course([]), circulate).state).toBe('approved')
  })

  it('starts anew after it was returned, or goes on with the one who returned it', () => {
    const returned = run(course(['a', 'b']), circulate, paraf('a'), { type: 'return', step: 'b' }, { type: 'save' })
    expect(returned).toMatchObject({ state: 'returned', course: { version: 2, returnedVersion: 1, returnedParaf: 'b' } })
    expect(turnOf(after('returned', returned.course, circulate)!.course)?.id).toBe('a')
    const onwards = after('returned', returned.course, { type: 'circulate', onwards: true })!
    expect(turnOf(onwards.course)?.id).toBe('b')
    expect(onwards.course.steps[0]).toMatchObject({ version: 1, holds: 2 })
  })

  it('keeps earlier parafs when somebody further up changes the text', () => {
    const { state, course: now } = run(course(['a', 'b']), circulate, paraf('a'), { type: 'save' }, paraf('b'))
    expect(state).toBe('approved')
    expect(now.steps).toMatchObject([{ version: 1, holds: 2 }, { version: 2, holds: 2 }])
  })

  it('is withdrawn until somebody signs, and begins from the start then', () => {
    const withdrawn = run(course(['a', 'b']), circulate, paraf('a'), { type: 'withdraw' })
    expect(after('draft', withdrawn.course, { type: 'circulate', onwards: true })).toBe(null)
    expect(turnOf(after('draft', withdrawn.course, circulate)!.course)?.id).toBe('a')
  })

  it('is nobody’s business here once it has a number', () => {
    expect(after('numbered', course([]), { type: 'return', step: null })).toBe(null)
    expect(after('sent', course([]), { type: 'save' })).toBe(null)
  })
})

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const somebody = fc.constantFrom(...names, 'stranger')
const anything: fc.Arbitrary<Event> = fc.oneof(
  fc.constant<Event>({ type: 'save' }),
  fc.boolean().map((onwards): Event => ({ type: 'circulate', onwards })),
  somebody.map(paraf),
  fc.integer({ min: 0, max: 99 }).map((n): Event => ({ type: 'insert', step: step(`added-${n}`) })),
  fc.option(somebody).map((id): Event => ({ type: 'return', step: id })),
  fc.constant<Event>({ type: 'withdraw' }),
)
/** Whoever has it most often does what is expected, so that long ways are walked as well. */
const deeds = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant('the next one' as const) }, { weight: 2, arbitrary: anything }), { maxLength: 40 })

describe('whatever anybody tries', () => {
  it('nobody gives paraf out of turn, no step is skipped, and approved means that all agree to what it says now', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: names.length }), deeds, (length, tried) => {
      let now: { state: CourseState; course: Course } = { state: 'draft', course: course(names.slice(0, length)) }
      for (const deed of tried) {
        const turn = turnOf(now.course)
        const event: Event = deed === 'the next one' ? (now.state === 'circulating' ? paraf(turn!.id) : circulate) : deed
        const next = after(now.state, now.course, event)
        if (event.type === 'paraf') expect(next !== null, 'only the one whose turn it is gives paraf').toBe(now.state === 'circulating' && turn?.id === event.step)
        if (event.type === 'save' && now.state === 'approved') expect(next).toBe(null)
        if (!next) continue
        if (event.type === 'paraf') expect(next.course.steps.filter((one, i) => one.version !== now.course.steps[i]?.version).map(({ id }) => id)).toEqual([event.step])
        now = next
        const { steps } = now.course
        const given = steps.filter(({ version }) => version !== null).length
        if (now.state === 'circulating' || now.state === 'approved') {
          expect(steps.slice(0, given).every(({ version }) => version !== null), 'parafs are given in order').toBe(true)
          expect(steps.slice(0, given).every(({ version, holds }) => version! <= holds! && holds === now.course.version), 'a paraf holds for the version of now').toBe(true)
          expect(now.state === 'approved', 'approved if and only if every step has its paraf').toBe(isComplete(now.course))
        }
      }
    }), { numRuns: 400 })
  })
})
