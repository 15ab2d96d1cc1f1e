import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../architecture/rules.ts'
import { readTree, type SourceFile } from '../architecture/tree.ts'
import { actionFiles } from './action.mjs'
import { moduleFiles, wired } from './module.mjs'

const tree = readTree(dirname(dirname(import.meta.dirname)))
const files = (made: Record<string, string>): SourceFile[] => Object.entries(made).map(([path, text]) => ({ path, text }))
const fresh = () => moduleFiles('fact-checks', 'cek-fakta', 'Answers rumours.', '20261121_0900')
/** What the rules of the house say about these files, standing among all others. */
const complaints = (made: Record<string, string>) => rules.flatMap(({ check }) => check([...tree, ...files(made)])).filter(({ path }) => path.startsWith('src/modules/fact-checks'))

const withAction = (made: Record<string, string>, verb: string, button: string, english: string) => {
  const { fresh: added, changed } = actionFiles('fact-checks', verb, button, english, (path) => made[path])
  return { ...made, ...added, ...changed }
}

describe('a new module', () => {
  it('keeps every rule of the house from the first minute', () => {
    expect(Object.keys(fresh())).toContain('src/modules/fact-checks/migrations/20261121_0900_create_fact_check.sql')
    expect(complaints(fresh())).toEqual([])
  })

  it('has an English noun for a name and Indonesian words for an address', () => {
    expect(() => moduleFiles('Surat Masuk', 'surat-masuk', '…', '20261121_0900')).toThrow('no module name')
    expect(() => moduleFiles('letters', 'Surat Masuk', '…', '20261121_0900')).toThrow('no address')
    expect(fresh()['src/modules/fact-checks/list/list.page.tsx']).toContain("path: '/kerja/cek-fakta'")
  })

  it('comes last in the wiring, however the list is written', () => {
    const line = `import { organisation } from '#modules/organisation/module.ts'\n\nexport const modules: readonly Module[] = `
    expect(wired(`${line}[organisation]`, 'fact-checks')).toContain('[organisation, factChecks]')
    expect(wired(`${line}[\n  organisation,\n]`, 'events')).toContain('[\n  organisation,\n  events,\n]')
    expect(wired(`${line}[organisation]`, 'events')).toContain(`module.ts'\nimport { events } from '#modules/events/module.ts'\n`)
  })
})

describe('a new action', () => {
  it('keeps every rule of the house, and so does the one after it', () => {
    const two = withAction(withAction(fresh(), 'send-back', 'Kirim kembali', 'Send back'), 'confirm', 'Benarkan', 'Confirm')
    expect(complaints(two)).toEqual([])
    expect(two['src/modules/fact-checks/send-back/send-back.page.tsx']).toContain("path: '/kerja/cek-fakta/:id/kirim-kembali'")
  })

  it('is wired into the module: address, permission, button and words', () => {
    const made = withAction(fresh(), 'confirm', 'Benarkan', 'Confirm')
    expect(made['src/modules/fact-checks/module.ts']).toContain('routes: [listPage, createPage, showPage, confirmPage]')
    expect(made['src/modules/fact-checks/module.ts']).toContain("{ permission: 'fact-checks.confirm', label: 'Benarkan' },")
    expect(made['src/modules/fact-checks/policy.ts']).toContain("'confirm': { label: 'Benarkan', path: 'benarkan', permission: 'fact-checks.confirm' },")
    expect(made['src/modules/fact-checks/words.en.ts']).toContain("'Benarkan': 'Confirm',")
  })

  it('says what is missing in a module of another shape, and writes nothing', () => {
    const { 'src/modules/fact-checks/testing.ts': _testing, ...rest } = fresh()
    expect(() => withAction(rest, 'confirm', 'Benarkan', 'Confirm')).toThrow('testing.ts is missing')
    expect(() => withAction({ ...fresh(), 'src/modules/fact-checks/store.ts': '' }, 'confirm', 'Benarkan', 'Confirm')).toThrow('by hand')
  })
})
