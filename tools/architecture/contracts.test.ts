import { describe, expect, it } from 'vitest'
import { contractsWithoutBehaviour } from './contracts.ts'

const complaints = (text: string) => contractsWithoutBehaviour([{ path: 'src/modules/events/contract.ts', text }]).map(({ message }) => message)

describe('a contract', () => {
  it('holds types, ports, events and plain data', () => {
    const text = `
      import { port } from '#platform/web/port.ts'
      import { event } from '#platform/events/events.ts'
      export type EventId = string
      export interface Calendar { next(): Promise<EventId> }
      export const calendar = port<Calendar>('events.calendar')
      export const held = event<{ id: EventId }>('events.held')
      export const kinds = ['meeting', 'ceremony'] as const
      export type { Place } from './place.ts'`
    expect(complaints(text)).toEqual([])
  })

  it.each([
    ['a function', 'export function next() {}'],
    ['an arrow function', 'export const next = () => 1'],
    ['a class', 'export class Calendar {}'],
    ['a call that computes', `export const now = makeClock('WIB')`],
    ['an object with a method', 'export const calendar = { next() {} }'],
    ['something that changes', 'export let count = 0'],
    ['a statement', `register('events')`],
  ])('does not hold %s', (_what, text) => {
    expect(complaints(text)).toHaveLength(1)
  })

  it('is the only file the rule looks at', () => {
    expect(contractsWithoutBehaviour([{ path: 'src/modules/events/calendar.ts', text: 'export const next = () => 1' }])).toEqual([])
  })
})
