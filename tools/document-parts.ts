// Writes the parts of the documents that the code knows better, between their markers. Run on Node 26:
//   node tools/document-parts.ts
// A test (document-parts.test.ts) fails while one of them is stale.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from '../src/platform/config/config.ts'
import { machine as page } from '../src/modules/pages/page.ts'
import { machine as publication } from '../src/modules/publications/publication.ts'

const root = join(import.meta.dirname, '..')

interface Part {
  document: string
  name: string
  write(): string
}

/** Every part of a document that is generated. */
export const parts: Part[] = [
  { document: 'docs/runbook.md', name: 'settings', write: settingsTable },
  { document: 'src/modules/publications/README.md', name: 'states', write: () => stateDiagram(publication) },
  { document: 'src/modules/pages/README.md', name: 'states', write: () => stateDiagram(page) },
]

/** The document with its part renewed. Errors: when its markers are missing. */
export function renewed({ document, name, write }: Part): { before: string; after: string } {
  const before = readFileSync(join(root, document), 'utf8')
  const start = `<!-- ${name}:start -->`
  const from = before.indexOf(start)
  const to = before.indexOf(`<!-- ${name}:end -->`)
  if (from < 0 || to < from) throw new Error(`${document} has no ${start} … <!-- ${name}:end -->`)
  return { before, after: `${before.slice(0, from + start.length)}\n${write()}\n${before.slice(to)}` }
}

/** One row per setting, in the order of the schema. */
function settingsTable(): string {
  const rows = Object.entries(settings.shape).map(([name, schema]) => {
    const empty = schema.safeParse(undefined)
    const byDefault = empty.success && empty.data !== undefined ? `\`${empty.data === false ? 'no' : empty.data === true ? 'yes' : String(empty.data)}\`` : ''
    return `| \`${name}\` | ${byDefault} | ${schema.description ?? ''} |`
  })
  return ['| setting | default | meaning |', '|---|---|---|', ...rows].join('\n')
}

interface Drawable {
  config: { initial?: unknown; states?: Record<string, { on?: unknown }> }
}

/** A machine as a mermaid diagram: one arrow for all events between the same two states. */
function stateDiagram({ config }: Drawable): string {
  const lines = Object.entries(config.states ?? {}).flatMap(([state, { on }]) => {
    const events = Map.groupBy(Object.entries((on ?? {}) as Record<string, string>), ([, to]) => to)
    return [...events].map(([to, found]) => `  ${state} --> ${to} : ${found.map(([event]) => event).join(', ')}`)
  })
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${String(config.initial)}`, ...lines, '```'].join('\n')
}

if (import.meta.filename === process.argv[1]) {
  for (const part of parts) {
    const { before, after } = renewed(part)
    if (before !== after) writeFileSync(join(root, part.document), after)
  }
}
