import { describe, expect, it } from 'vitest'
import { rules } from '../architecture/rules.ts'
import { moduleFiles, wired } from './module.mjs'

const organisation = { path: 'src/modules/organisation/module.ts', text: 'export const organisation = { requires: [] }' }

describe('a new module', () => {
  it('keeps every rule of the house from the first minute', () => {
    const files = Object.entries(moduleFiles('fact-checks', 'Answers rumours.', '20261121_0900')).map(([path, text]) => ({ path, text }))
    expect(files.map(({ path }) => path)).toContain('src/modules/fact-checks/migrations/20261121_0900_create_fact_check.sql')
    expect(rules.flatMap(({ check }) => check([organisation, ...files]))).toEqual([])
  })

  it('has an English noun for a name', () => {
    expect(() => moduleFiles('Surat Masuk', '…', '20261121_0900')).toThrow('no module name')
  })

  it('comes last in the wiring, however the list is written', () => {
    const line = `import { organisation } from '#modules/organisation/module.ts'\n\nexport const modules: readonly Module[] = `
    expect(wired(`${line}[organisation]`, 'fact-checks')).toContain('[organisation, factChecks]')
    expect(wired(`${line}[\n  organisation,\n]`, 'events')).toContain('[\n  organisation,\n  events,\n]')
    expect(wired(`${line}[organisation]`, 'events')).toContain(`module.ts'\nimport { events } from '#modules/events/module.ts'\n`)
  })
})
