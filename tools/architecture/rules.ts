import { importCycles, moduleBoundaries, requiresGraph } from './boundaries.ts'
import { contractsWithoutBehaviour } from './contracts.ts'
import { moduleDiagram } from './module-graph.ts'
import { permissionsDeclared } from './permissions.ts'
import { names, sizes } from './sizes.ts'
import { migrationNames, sqlOwnership } from './sql.ts'
import type { Check } from './tree.ts'
import { views } from './views.ts'
import { words } from './words.ts'

/** The rules of the house that a machine can keep, in the order `npm run check` shows them. */
export const rules: { name: string; check: Check }[] = [
  { name: 'modules import contracts they require', check: moduleBoundaries },
  { name: 'module graph without circles', check: requiresGraph },
  { name: 'files without import circles', check: importCycles },
  { name: 'contracts without behaviour', check: contractsWithoutBehaviour },
  { name: 'SQL stays in its own schema', check: sqlOwnership },
  { name: 'migration names', check: migrationNames },
  { name: 'file and module sizes', check: sizes },
  { name: 'names say what a thing is', check: names },
  { name: 'views leave looks and scripts to ui', check: views },
  { name: 'every address says who may', check: permissionsDeclared },
  { name: 'every sentence has English', check: words },
  { name: 'module diagram is fresh', check: moduleDiagram },
]
