import { join } from 'node:path'
import { readConfig } from '#platform/config/config.ts'
import { backup, restore } from '#platform/db/backup.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import type { Command } from './commands.ts'
import { say } from './context.ts'

/** Copies database and files while they are in use. */
export const backupCommand: Command = {
  name: ['backup'],
  usage: 'backup <folder>',
  about: 'Copy the embedded database and the files into a new folder, while they are in use',
  async run([target]) {
    if (!target) throw new Error('Name the folder to write the backup into.')
    const config = readConfig()
    if (config.DATABASE_URL) throw new Error('This installation uses an outside server: back it up with its own tools (docs/runbook.md).')
    const dataFolder = join(config.data, 'postgres')
    const server = await startEmbedded({ folder: dataFolder })
    try {
      const manifest = await backup({ url: server.url('postgres'), dataFolder, filesFolder: join(config.data, 'files'), target, log: say })
      say(`Backup in ${target}: everything acknowledged before ${manifest.coversUntil} is in it. Keep ${join(config.data, 'secrets')} as well, in another place.`)
    } finally {
      await server.stop()
    }
  },
}

/** Brings a backup back into an empty data folder. */
export const restoreCommand: Command = {
  name: ['restore'],
  usage: 'restore <folder>',
  about: 'Bring a backup back into an empty data folder (PENDOPO_DATA)',
  async run([source]) {
    if (!source) throw new Error('Name the folder of the backup.')
    const config = readConfig()
    const manifest = await restore(source, join(config.data, 'postgres'), { filesFolder: join(config.data, 'files'), log: say })
    say(`Restored: everything acknowledged before ${manifest.coversUntil}. Start with: npm start`)
  },
}
