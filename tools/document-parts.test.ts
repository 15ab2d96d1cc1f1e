import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parts, renewed } from './document-parts.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('the documents', () => {
  it.each(parts)('say in $document ($name) what the code says; else run node tools/document-parts.ts', part => {
    const { before, after } = renewed(part)
    expect(before).toBe(after)
  })

  it('name every package the project depends on, with its licence', () => {
    const page = read('docs/decisions/0014-dependencies.md')
    const rows = new Map([...page.matchAll(/^\| `([^`]+)` \|.*\| ([^|]+) \|$/gm)].map(([, name, licence]) => [name!, licence!]))
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const wanted = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect([...rows.keys()].sort()).toEqual(wanted.sort())
    const here = wanted.filter(name => existsSync(join(root, 'node_modules', name)))
    const licenceOf = (name: string) => (JSON.parse(read(`node_modules/${name}/package.json`)) as { license: string }).license
    expect(here.map(name => [name, rows.get(name)])).toEqual(here.map(name => [name, licenceOf(name)]))
  })

  it('lead only to files that are there', () => {
    const lost: string[] = []
    for (const document of ['README.md', 'ARCHITECTURE.md', 'docs/runbook.md', 'docs/standards.md', 'docs/glossary.md', 'src/modules/publications/README.md'])
      for (const [, target] of read(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g))
        if (!existsSync(join(root, document, '..', target!))) lost.push(`${document}: ${target}`)
    expect(lost).toEqual([])
  })
})
