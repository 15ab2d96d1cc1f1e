import { describe, expect, test } from 'vitest'
import { interleave, makePace } from './check/pace.ts'
import { isLasting, judge, outcomeOf, readAddress, type Standing } from './link.ts'

const now = new Date('2026-11-21T03:00:00Z')
const fresh: Standing = { failures: 0, failingSince: null, brokenAt: null }
const days = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 86_400_000

describe('judging a link', () => {
  test('one failure is a doubt, the second a day later makes it broken, and after 3 and 7 days more it is broken for good', () => {
    let standing = fresh
    let at = now
    const seen: [string, number, boolean][] = []
    for (let i = 0; i < 5; i++) {
      const judged = judge(standing, outcomeOf(404, null), at, false)
      seen.push([judged.state, days(at, judged.checkAt), isLasting(judged.failures)])
      standing = judged
      at = judged.checkAt
    }
    expect(seen).toEqual([['doubtful', 1, false], ['broken', 3, false], ['broken', 7, false], ['broken', 30, true], ['broken', 30, true]])
    expect(standing.failingSince).toEqual(now)
    expect(days(now, standing.brokenAt!)).toBe(1)
  })

  test('one answer forgives everything', () => {
    expect(judge({ failures: 3, failingSince: now, brokenAt: now }, outcomeOf(200, null), now, false)).toMatchObject({ state: 'good', failures: 0, failingSince: null, brokenAt: null })
  })

  test('an own address is broken at once, and looked up again in the next round', () => {
    expect(judge(fresh, outcomeOf(404, null), now, true)).toMatchObject({ state: 'broken', checkAt: now })
  })

  test.each([[200, null, 'answers'], [403, null, 'guarded'], [429, null, 'guarded'], [404, null, 'not-found'], [410, null, 'not-found'], [400, null, 'refused'], [503, null, 'server-error'], [200, 'https://b.example/', 'moved'], [404, 'https://b.example/', 'not-found']])(
    'an answer of %i (moved to %s) means %s', (status, movedTo, finding) => expect(outcomeOf(status, movedTo).finding).toBe(finding))
})

describe('reading an address out of a text', () => {
  test.each([
    ['/kanal/dpu?x=1#peta', { path: '/kanal/dpu?x=1' }],
    ['https://Contoh.ID/a b#c', { url: 'https://contoh.id/a%20b', host: 'contoh.id' }],
    ['http://contoh.id:8080/', { url: 'http://contoh.id:8080/', host: 'contoh.id:8080' }],
    ['mailto:a@contoh.id', null], ['tel:112', null], ['#bagian', null], ['//contoh.id/x', null], ['javascript:alert(1)', null], ['https://', null], [`https://contoh.id/${'x'.repeat(2001)}`, null],
  ])('%s', (href, read) => expect(readAddress(href)).toEqual(read))
})

describe('keeping a distance', () => {
  test('two requests to a host are apart, other hosts do not wait', async () => {
    const pace = makePace(120)
    const began = Date.now()
    await Promise.all([pace.turn('a'), pace.turn('b')])
    expect(Date.now() - began).toBeLessThan(80)
    await pace.turn('a')
    expect(Date.now() - began).toBeGreaterThanOrEqual(115)
  })

  test('a host with many links lets the others in between', () => {
    expect(interleave(['a1', 'a2', 'a3', 'b1', 'c1'], item => item[0]!)).toEqual(['a1', 'b1', 'c1', 'a2', 'a3'])
  })
})
