import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, inTreeOrder, slugOf, withBelow, type Event, type Standing } from './page.ts'
import type { State } from './contract.ts'

describe('the states of a page', () => {
  it('lets a writer send it, a publisher return or publish it, and a change begin again from what is published', () => {
    const steps: [State, Event, State | null][] = [
      ['draft', 'submit', 'submitted'], ['submitted', 'return', 'draft'], ['submitted', 'publish', 'published'],
      ['published', 'save', 'draft'], ['draft', 'discard', 'published'], ['published', 'hide', 'hidden'], ['hidden', 'save', 'hidden'], ['hidden', 'publish', 'published'],
      ['published', 'publish', null], ['hidden', 'submit', null], ['draft', 'return', null], ['submitted', 'hide', null],
    ]
    for (const [from, event, to] of steps) expect(after(from, event), `${event} in ${from}`).toBe(to)
  })
})

describe('the address of a page', () => {
  it('is made of the title, and never one that leads elsewhere on a site', () => {
    expect(slugOf('Sejarah Desa Kalisapu')).toBe('sejarah-desa-kalisapu')
    expect(slugOf('Berita')).toBe('berita-kami')
    expect(slugOf('???')).toBe('halaman')
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), title => {
      const slug = slugOf(title)
      expect(slug).toMatch(/^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/)
      expect(slugOf(slug)).toBe(slug)
    }))
  })
})

const trees = fc.integer({ min: 0, max: 25 }).chain(n =>
  fc.array(fc.record({ parent: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }), position: fc.integer({ min: 0, max: 5 }) }), { minLength: n, maxLength: n }).map(list =>
    list.map(({ parent, position }, i): Standing => ({ id: `p${i}`, parentId: parent === null ? null : `p${parent}`, position }))))

describe('the tree of pages', () => {
  it('shows every page once, whatever stands under what', () => {
    fc.assert(fc.property(trees, pages => {
      expect(inTreeOrder(pages).map(page => page.id).toSorted()).toEqual(pages.map(page => page.id).toSorted())
    }))
  })

  it('shows a parent before what stands below it, unless they stand below each other', () => {
    fc.assert(fc.property(trees, pages => {
      const order = inTreeOrder(pages).map(page => page.id)
      for (const page of pages) {
        if (!page.parentId || !order.includes(page.parentId)) continue
        const circle = withBelow(pages, page.id).has(page.parentId)
        if (!circle) expect(order.indexOf(page.parentId)).toBeLessThan(order.indexOf(page.id))
      }
    }))
  })

  it('orders neighbours by position', () => {
    const pages = [{ id: 'b', parentId: null, position: 2 }, { id: 'a', parentId: null, position: 1 }, { id: 'c', parentId: 'b', position: 0 }]
    expect(inTreeOrder(pages).map(({ id, depth }) => [id, depth])).toEqual([['a', 0], ['b', 0], ['c', 1]])
  })
})
