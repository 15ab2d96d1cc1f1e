import { describe, expect, test } from 'vitest'
import { blockSpecs, specOf } from '#modules/pages/blocks/index.ts'
import { purbalinggaSites, tegalSites, withDates, type DemoBlock, type DemoSite } from './index.ts'

const today = '2026-11-21'
const calendar = { year: 2026, day: (from: number) => new Date(Date.parse(`${today}T00:00:00Z`) + from * 86_400_000).toISOString().slice(0, 10) }
const sites = [...tegalSites(calendar), ...purbalinggaSites(calendar)]
const blocksOf = (site: DemoSite) => site.pages.flatMap(page => [...page.blocks, ...(page.later ?? [])])

/** What a form would not have let through, or would have stored differently. */
function faults({ kind, values }: DemoBlock): string[] {
  const spec = specOf(kind)!
  const wrong: string[] = []
  const dated = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? withDates(value, today) : value]))
  for (const [name, value] of Object.entries(dated)) {
    const part = spec.parts[name]
    const taken = part?.take(value)
    if (!part) wrong.push(`${kind}.${name} is no input`)
    else if (Array.isArray(value) ? !sameRows(value, taken) : value !== '' && JSON.stringify(taken) !== JSON.stringify(value)) wrong.push(`${kind}.${name}: ${JSON.stringify(value).slice(0, 120)}`)
  }
  spec.check(dated, (name, text) => void wrong.push(`${kind}.${name}: ${text}`))
  return wrong
}

const sameRows = (given: readonly unknown[], taken: unknown) =>
  Array.isArray(taken) && taken.length === given.length && given.every((row, i) => Object.entries(row as object).every(([key, cell]) => (taken[i] as Record<string, unknown>)[key] === cell))

describe.each(sites.map(site => [site.unit, site] as const))('the site of %s', (_unit, site) => {
  test('holds only what people could have typed', () => {
    expect(blocksOf(site).flatMap(faults)).toEqual([])
    expect(site.pages.flatMap(({ summary, english }) => [summary, english?.summary ?? '']).filter(words => words.length > 200)).toEqual([])
  })

  test('describes every picture once and fills no purpose twice', () => {
    const purposes = site.pages.flatMap(page => page.purpose ?? [])
    expect(purposes.filter((purpose, i) => purposes.indexOf(purpose) !== i)).toEqual([])
    for (const block of blocksOf(site)) expect(new Set(block.photos?.map(({ alt }) => alt)).size).toBe(block.photos?.length ?? 0)
  })
})

describe('the demo’s sites', () => {
  test('show every kind of block but data, which the story of the demo shows', () => {
    const shown = new Set(sites.flatMap(blocksOf).map(({ kind }) => kind))
    expect(blockSpecs.map(({ kind }) => kind).filter(kind => kind !== 'data' && !shown.has(kind))).toEqual([])
  })

  test('stand in every state', () => {
    expect(new Set(sites.flatMap(site => site.pages.flatMap(page => page.state ?? [])))).toEqual(new Set(['submitted', 'hidden', 'changed']))
    expect(sites.some(site => site.draft)).toBe(true)
  })

  test('never balance a budget wrongly', () => {
    const budgets = sites.flatMap(blocksOf).filter(({ kind }) => kind === 'budget')
    expect(budgets.length).toBeGreaterThan(0)
    for (const block of budgets) {
      const rows = block.values.rows as { group: string; budgeted: string }[]
      const sum = (group: string) => rows.filter(row => row.group === group).reduce((all, row) => all + Number(row.budgeted), 0)
      if (sum('pendapatan') > 0) expect(sum('pendapatan') + sum('pembiayaan'), String(block.values.heading)).toBe(sum('belanja'))
    }
  })
})
