import { dayIn } from '#platform/time/zone.ts'
import type { Command } from './commands.ts'
import { say, withInstallation } from './context.ts'
import { exportUnit, governmentNamed, rowsIn } from './moving.ts'

/** Writes everything a unit owns into one archive. */
export const exportUnitCommand: Command = {
  name: ['export-unit'],
  usage: 'export-unit <slug> [--government <slug>] [--to <file>]',
  about: 'Write everything a unit owns (content, versions, files, settings) into one archive, while it is in use',
  options: { government: { type: 'string' }, to: { type: 'string' } },
  async run([slug], options) {
    if (!slug) throw new Error('Name the unit: its slug, as in /kanal/<slug>.')
    await withInstallation(async ({ services }) => {
      const government = await governmentNamed(services, typeof options.government === 'string' ? options.government : undefined, slug)
      const path = typeof options.to === 'string' ? options.to : `${government.slug}-${slug}-${dayIn(new Date(), government.zone)}.zip`
      const started = performance.now()
      const exported = await exportUnit(services, government, slug, path, say)
      say(`${path}: ${rowsIn(exported)} rows, ${exported.manifest.files} files, names of ${exported.manifest.people} people; ${((performance.now() - started) / 1000).toFixed(1)} s`)
      if (exported.lost.length > 0) say(`Left out, because the store has lost or changed them: ${exported.lost.join(', ')}`)
      say('It holds drafts and names: keep it as you keep a backup. Elsewhere: pendopo import-unit <file>')
    })
  },
}
