import type { ParseArgsConfig } from 'node:util'
import { auditCommand } from './audit.ts'
import { exportSiteCommand } from './export-site.ts'
import { exportUnitCommand } from './export-unit.ts'
import { importUnitCommand } from './import-unit.ts'
import { hostCommands } from './host.ts'
import { importCommands } from './import.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { setupCommand } from './setup.ts'

/** One command of the command line. */
export interface Command {
  name: string[]
  usage: string
  /** One sentence. */
  about: string
  options?: NonNullable<ParseArgsConfig['options']>
  run(positionals: string[], options: Record<string, string | boolean | undefined>): Promise<void>
}

export const commands: Command[] = [setupCommand, ...hostCommands, backupCommand, restoreCommand, auditCommand, exportSiteCommand, exportUnitCommand, importUnitCommand, ...importCommands]
