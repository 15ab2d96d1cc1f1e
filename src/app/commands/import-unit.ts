import type { Command } from './commands.ts'
import { say, withInstallation } from './context.ts'
import { importUnit } from './moving.ts'

/** Restores a unit from its archive, all or nothing. */
export const importUnitCommand: Command = {
  name: ['import-unit'],
  usage: 'import-unit <file> [--government <slug>] [--under <slug>]',
  about: 'Restore a unit from the archive of export-unit, all or nothing; repeating it changes nothing',
  options: { government: { type: 'string' }, under: { type: 'string' } },
  async run([file], options) {
    if (!file) throw new Error('Name the archive that export-unit wrote.')
    const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined)
    await withInstallation(async ({ services }) => {
      const started = performance.now()
      const { already, rows, files, slug, government } = await importUnit(services, file, { government: text('government'), under: text('under') }, say)
      if (already) say('All of it is here already; nothing was changed.')
      else say(`${rows} rows and ${files} files taken in, in ${((performance.now() - started) / 1000).toFixed(1)} s: /kanal/${slug} of ${government.name}`)
    })
  },
}
