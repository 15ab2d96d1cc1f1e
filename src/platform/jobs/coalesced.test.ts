import { expect, it } from 'vitest'
import { coalesced } from './coalesced.ts'

/** Work whose every run ends when it is told to. */
function slowWork() {
  const ends: (() => void)[] = []
  return { work: () => new Promise<void>(resolve => void ends.push(resolve)), ends, runs: () => ends.length }
}
const moment = () => new Promise(resolve => setImmediate(resolve))
const failed = (error: Error) => {
  throw error
}

it('runs once more after what is running, however often it was woken meanwhile', async () => {
  const { work, ends, runs } = slowWork()
  const { wake } = coalesced(work, failed)
  wake()
  await moment()
  for (let i = 0; i < 5; i++) wake()
  expect(runs()).toBe(1)
  ends[0]!()
  await moment()
  expect(runs()).toBe(2)
  ends[1]!()
  await moment()
  expect(runs()).toBe(2)
  wake()
  await moment()
  expect(runs()).toBe(3)
})

it('goes on after a failure, and tells it', async () => {
  const told: string[] = []
  let runs = 0
  const { wake } = coalesced(async () => {
    if (runs++ === 0) throw new Error('no connection')
  }, error => void told.push(error.message))
  wake()
  await moment()
  wake()
  await moment()
  expect([runs, told]).toEqual([2, ['no connection']])
})

it('is over when it was stopped: what runs is waited for, and nothing begins any more', async () => {
  const { work, ends, runs } = slowWork()
  const { wake, stop } = coalesced(work, failed)
  wake()
  await moment()
  wake()
  let over = false
  const stopping = stop().then(() => void (over = true))
  await moment()
  expect(over).toBe(false)
  ends[0]!()
  await stopping
  wake()
  await moment()
  expect(runs()).toBe(1)
})
