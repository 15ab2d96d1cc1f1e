import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { matches, tidyTag, type Subject } from '../choice.ts'
import type { Choice, Frequency } from '../contract.ts'
import { addSubscription, requestSubscription, subscriberFor, type Subscriber } from '../store.ts'
import { matching } from './queue.ts'

let installation: Installation
let tegal: TestGovernment
beforeAll(async () => {
  installation = await openInstallation()
  tegal = await aGovernment(installation)
})
afterAll(() => installation.close())

const secret = 'rahasia-instalasi-yang-cukup-panjang'
const kinds = ['berita', 'pengumuman', 'kegiatan'] as const
const districts = ['33.28.10', '33.28.11']
const tags = ['banjir', 'Banjir', ' #banjir', 'jalan rusak', 'JALAN  RUSAK', 'é', "o'brien", '{a,b}', '"', '\\']

test('what the database selects is what the rule says, for any readers and any publication', async () => {
  const units = Object.values(tegal.units).slice(0, 3)
  const choice: fc.Arbitrary<Choice> = fc.record({
    unitId: fc.option(fc.constantFrom(...units)),
    kind: fc.option(fc.constantFrom(...kinds)),
    districtCode: fc.option(fc.constantFrom(...districts)),
    tag: fc.option(fc.constantFrom(...tags.map(tidyTag))),
  })
  const reader = fc.array(fc.record({ choice, frequency: fc.constantFrom<Frequency>('at-once', 'daily'), confirmed: fc.boolean() }), { maxLength: 4 })
  const subject: fc.Arbitrary<Subject> = fc.record({ unitId: fc.constantFrom(...units), kind: fc.constantFrom(...kinds), districtCode: fc.option(fc.constantFrom(...districts)), tags: fc.uniqueArray(fc.constantFrom(...tags), { maxLength: 3 }) })

  await fc.assert(
    fc.asyncProperty(fc.array(reader, { maxLength: 5 }), fc.array(subject, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 3 }), async (readers, subjects, batch) => {
      await installation.services.database.transaction(tegal.id, async tx => {
        await sql`delete from subscriptions.subscriber`.execute(tx)
        const known: { subscriber: Subscriber; wanted: Map<string, { choice: Choice; frequency: Frequency; confirmed: boolean }> }[] = []
        for (const [i, wants] of readers.entries()) {
          const subscriber = await subscriberFor(tx, secret, { channel: 'mail', address: `p${i}@contoh.id`, language: 'id', origin: 'http://x' })
          // A choice made twice counts as first made, unless it had not been confirmed.
          const wanted = new Map<string, { choice: Choice; frequency: Frequency; confirmed: boolean }>()
          for (const want of wants) {
            const key = JSON.stringify(want.choice)
            if (wanted.has(key)) continue
            wanted.set(key, want)
            if (want.confirmed) await addSubscription(tx, subscriber.id, want.choice, want.frequency)
            else await requestSubscription(tx, subscriber.id, want.choice, want.frequency)
          }
          known.push({ subscriber, wanted })
        }
        for (const item of subjects) {
          const expected = known
            .flatMap(({ subscriber, wanted }) => {
              const found = [...wanted.values()].filter(want => want.confirmed && matches(want.choice, item))
              return found.length > 0 ? [{ subscriberId: subscriber.id, frequency: found.some(want => want.frequency === 'at-once') ? 'at-once' : 'daily' }] : []
            })
            .toSorted((a, b) => a.subscriberId.localeCompare(b.subscriberId))
          const selected = []
          for (let after: string | null = null; ; ) {
            const part = await matching(tx, item, after, batch)
            selected.push(...part)
            if (part.length < batch) break
            after = part.at(-1)!.subscriberId
          }
          expect(selected).toEqual(expected)
        }
      })
    }),
    { numRuns: 60 },
  )
})
