import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, inTurn, linkOf, machine, timeProblems, tones } from './banner.ts'

describe('a link on a banner', () => {
  it.each(['/berita/banjir', '/situs/desa-kalisapu?bahasa=en#peta', 'https://bpbd.contoh.id/banjir'])('may lead to %s', link => expect(linkOf(link)).toBe(link))

  it.each(['http://contoh.id', 'javascript:alert(1)', '//jahat.example', '/\\jahat.example', 'mailto:a@contoh.id', 'tel:112', 'berita', 'data:text/html,x', 'https://a:b@contoh.id', '/..//jahat.example'])(
    'may not lead to %s', link => expect(linkOf(link)).toBeUndefined())

  it('may be left out', () => expect(linkOf('  ')).toBeNull())

  it('never leaves the portal for anything but https, whatever is typed', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map(text => `/${text}`), fc.string().map(text => `https:${text}`)), typed => {
      const link = linkOf(typed)
      if (!link) return
      const { origin, protocol } = new URL(link, 'https://portal.example')
      expect(link.startsWith('/') ? origin : protocol).toBe(link.startsWith('/') ? 'https://portal.example' : 'https:')
    }))
  })
})

describe('the times of a banner', () => {
  const now = new Date('2026-11-21T03:00:00Z')
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

  it.each([[null, 1], [null, 30 * 24], [-2, 5], [2, 5]])('may be from %s to %s hours from now', (from, until) => expect(timeProblems({ startsAt: from === null ? null : at(from), endsAt: at(until) }, now)).toEqual([]))

  it.each([[null, 0, 'until'], [null, -1, 'until'], [null, 30 * 24 + 1, 'until'], [5, 5, 'from'], [6, 5, 'from']])('may not be from %s to %s hours', (from, until, name) =>
    expect(timeProblems({ startsAt: from === null ? null : at(from), endsAt: at(until) }, now).map(problem => problem.name)).toEqual([name]))
})

describe('the states of a banner', () => {
  it('end for good', () => {
    for (const event of ['save', 'show', 'schedule', 'extend', 'stop', 'expire'] as const) expect(after('ended', event)).toBeNull()
    expect(after('draft', 'stop')).toBeNull()
    expect(after('shown', 'show')).toBeNull()
  })

  it('are drawn in the README as they are', () => {
    const drawn = Object.entries(machine.config.states!).flatMap(([from, { on = {} }]) => Object.entries(on).map(([event, to]) => `${from} --> ${String(to)} : ${event}`))
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
    for (const line of drawn) expect(readme).toContain(line)
  })
})

it('the most serious banner comes first, and among equals the newest', () => {
  const banners = [['info', 9], ['danger', 1], ['warn', 5], ['danger', 3]] as const
  const sorted = banners.map(([tone, hour]) => ({ id: `${tone}${hour}`, tone, shownAt: new Date(hour * 3_600_000) })).toSorted(inTurn)
  expect(sorted.map(({ id }) => id)).toEqual(['danger3', 'danger1', 'warn5', 'info9'])
  expect(tones[0]).toBe('danger')
})
