import { describe, expect, it } from 'vitest'
import { moduleDiagram, withModules } from './module-graph.ts'

const manifest = (noun: string, ...requires: string[]) => ({ path: `src/modules/${noun}/module.ts`, text: `export const m = { requires: ${JSON.stringify(requires)} }` })
const modules = [manifest('identity'), manifest('organisation', 'identity')]
const page = (text: string) => ({ path: 'ARCHITECTURE.md', text })
const empty = '# A\n<!-- modules:start -->\n<!-- modules:end -->\nrest'

describe('the module diagram', () => {
  it('is drawn from what each module requires', () => {
    expect(withModules(empty, modules)).toBe(
      '# A\n<!-- modules:start -->\n```mermaid\ngraph TD\n  identity\n  organisation --> identity\n```\n<!-- modules:end -->\nrest',
    )
  })

  it('is fresh right after it was drawn, and stale when a module requires more', () => {
    const drawn = page(withModules(empty, modules) ?? '')
    expect(moduleDiagram([...modules, drawn])).toEqual([])
    expect(moduleDiagram([...modules, manifest('events', 'organisation'), drawn])[0]?.message).toContain('run node tools/module-graph.mjs')
  })

  it('needs a place in the page, and no page needs nothing', () => {
    expect(moduleDiagram([...modules, page('# A')])[0]?.message).toContain('<!-- modules:start -->')
    expect(moduleDiagram(modules)).toEqual([])
  })
})
