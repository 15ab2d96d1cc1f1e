// Writes the module graph from `requires` in each module.ts into ARCHITECTURE.md. Run on Node 26:
//   node tools/module-graph.mjs

import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withModules } from './architecture/module-graph.ts'
import { readTree } from './architecture/tree.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const page = join(root, 'ARCHITECTURE.md')
const fresh = withModules(readFileSync(page, 'utf8'), readTree(root))
if (fresh === undefined) {
  console.error('ARCHITECTURE.md has no <!-- modules:start --> … <!-- modules:end -->')
  process.exitCode = 1
} else writeFileSync(page, fresh)
