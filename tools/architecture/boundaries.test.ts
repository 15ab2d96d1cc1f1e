import { describe, expect, it } from 'vitest'
import { importCycles, moduleBoundaries, requiresGraph } from './boundaries.ts'
import type { SourceFile } from './tree.ts'

const file = (path: string, text: string): SourceFile => ({ path, text })
const manifest = (noun: string, ...requires: string[]) =>
  file(`src/modules/${noun}/module.ts`, `export const ${noun} = { name: '${noun}', requires: ${JSON.stringify(requires)} }`)
const letter = (text: string) => file('src/modules/correspondence/letter.ts', text)
const complaints = (...files: SourceFile[]) =>
  moduleBoundaries([manifest('correspondence', 'organisation'), manifest('organisation'), manifest('events'), ...files]).map(({ message }) => message)

describe('a module', () => {
  it('imports itself, the platform, ui, packages and contracts it requires', () => {
    const text = `
      import { z } from 'zod'
      import { page } from '#platform/web/page.ts'
      import { Button } from '#ui/index.ts'
      import type { Unit } from '#modules/organisation/contract.ts'
      import { store } from './store.ts'`
    expect(complaints(letter(text))).toEqual([])
  })

  it('does not import another module beyond its contract, not even for a type', () => {
    expect(complaints(letter(`import type { Row } from '#modules/organisation/store.ts'`))).toEqual([
      expect.stringContaining(`import '#modules/organisation/contract.ts' instead`),
    ])
    expect(complaints(letter(`const store = await import('#modules/organisation/store.ts')`))).toHaveLength(1)
    expect(complaints(letter(`export * from '#modules/organisation/store.ts'`))).toHaveLength(1)
    expect(complaints(letter(`type Row = import('#modules/organisation/store.ts').Row`))).toHaveLength(1)
  })

  it('does not import a contract it does not require', () => {
    expect(complaints(letter(`import { held } from '#modules/events/contract.ts'`))).toEqual([expect.stringContaining(`add 'events' to requires`)])
  })

  it('does not walk into another room by a relative path', () => {
    expect(complaints(letter(`import { page } from '../../platform/web/page.ts'`))).toEqual([expect.stringContaining(`write '#platform/web/page.ts'`)])
  })

  it('does not import the wiring', () => {
    expect(complaints(letter(`import { modules } from '#app/modules.ts'`))).toEqual([expect.stringContaining('only main.ts')])
  })

  it('uses the builders of any module in its tests, and nothing else of it', () => {
    const test = (from: string) => file('src/modules/correspondence/receive/receive.test.ts', `import { aUnit } from '#${from}'`)
    expect(complaints(test('modules/organisation/testing.ts'))).toEqual([])
    expect(complaints(test('modules/events/testing.ts'))).toEqual([])
    expect(complaints(test('app/testing/installation.ts'))).toEqual([])
    expect(complaints(test('app/modules.ts'))).toHaveLength(1)
    expect(complaints(test('modules/organisation/store.ts'))).toEqual([expect.stringContaining('add a builder')])
  })
})

describe('platform and ui', () => {
  it('import each other and no module', () => {
    expect(complaints(file('src/platform/web/render.tsx', `import { Document } from '#ui/document/document.tsx'`))).toEqual([])
    expect(complaints(file('src/platform/web/render.tsx', `import type { Unit } from '#modules/organisation/contract.ts'`))).toEqual([
      expect.stringContaining('src/platform knows no business'),
    ])
    expect(complaints(file('src/ui/badge/badge.tsx', `import { unit } from '#modules/organisation/unit.ts'`))).toHaveLength(1)
  })
})

describe('the wiring', () => {
  it('imports every module, and only the top imports the wiring', () => {
    expect(complaints(file('src/app/modules.ts', `import { correspondence } from '#modules/correspondence/module.ts'`))).toEqual([])
    expect(complaints(file('src/main.ts', `import { start } from '#app/start.ts'`))).toEqual([])
  })
})

describe('the module graph', () => {
  it('is content when every name exists and no way leads back', () => {
    expect(requiresGraph([manifest('identity'), manifest('organisation', 'identity'), manifest('events', 'identity', 'organisation')])).toEqual([])
  })

  it('refuses a circle and shows it', () => {
    const found = requiresGraph([manifest('events', 'forums'), manifest('forums', 'organisation'), manifest('organisation', 'events')])
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('events → forums → organisation → events is a circle')])
  })

  it('refuses a name that is no module, and a module without a list', () => {
    expect(requiresGraph([manifest('events', 'letters')])[0]?.message).toContain(`requires 'letters'`)
    expect(requiresGraph([file('src/modules/events/store.ts', '')])[0]?.message).toContain('every module has a module.ts')
  })
})

describe('files', () => {
  it('do not need each other in a circle at run time', () => {
    const circle = [file('src/ui/a.ts', `import { b } from './b.ts'; export const a = b`), file('src/ui/b.ts', `import { a } from './a.ts'; export const b = a`)]
    expect(importCycles(circle).map(({ message }) => message)).toEqual([expect.stringContaining('src/ui/a.ts → src/ui/b.ts → src/ui/a.ts')])
  })

  it('may name each other’s types', () => {
    const types = [file('src/ui/a.ts', `import type { B } from './b.ts'; export type A = B`), file('src/ui/b.ts', `import { a } from './a.ts'; export type B = typeof a`)]
    expect(importCycles(types)).toEqual([])
  })
})
