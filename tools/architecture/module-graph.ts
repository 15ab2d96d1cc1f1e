import { requiresOf } from './requires.ts'
import { moduleOf, type SourceFile, type Violation } from './tree.ts'

const start = '<!-- modules:start -->'
const end = '<!-- modules:end -->'

/** The module graph as a mermaid diagram, from `requires` in each module.ts; an arrow points at what is needed. */
export function drawModules(files: SourceFile[]): string {
  const requires = requiresOf(files)
  const nouns = [...new Set(files.map(({ path }) => moduleOf(path)).filter((noun) => noun !== undefined))].sort()
  const lines = nouns.flatMap((noun) => {
    const needs = [...(requires.get(noun) ?? [])].sort()
    return needs.length > 0 ? needs.map((need) => `  ${noun} --> ${need}`) : [`  ${noun}`]
  })
  return ['```mermaid', 'graph TD', ...lines, '```'].join('\n')
}

/** ARCHITECTURE.md with a fresh diagram; undefined when it has no place for one. */
export function withModules(page: string, files: SourceFile[]): string | undefined {
  const from = page.indexOf(start)
  const to = page.indexOf(end)
  if (from < 0 || to < from) return undefined
  return `${page.slice(0, from + start.length)}\n${drawModules(files)}\n${page.slice(to)}`
}

/** The diagram in ARCHITECTURE.md is the one the code gives. Before that page exists there is nothing to compare. */
export function moduleDiagram(files: SourceFile[]): Violation[] {
  const page = files.find(({ path }) => path === 'ARCHITECTURE.md')
  if (!page) return []
  const fresh = withModules(page.text, files)
  const report = (message: string) => [{ rule: 'module diagram', path: page.path, message }]
  if (fresh === undefined) return report(`has no place for the module graph; add the lines ${start} and ${end}, then run node tools/module-graph.mjs`)
  return fresh === page.text ? [] : report('shows another module graph than requires in the module.ts files; run node tools/module-graph.mjs')
}
