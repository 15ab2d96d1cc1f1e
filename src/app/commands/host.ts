import { addHost, removeHost } from '#modules/organisation/setup/hosts.ts'
import type { Command } from './commands.ts'
import { say, withInstallation } from './context.ts'

/** Gives a host to a government, so that it no longer answers 421. */
const addCommand: Command = {
  name: ['host', 'add'],
  usage: 'host add <host> <government>',
  about: 'Serve the portal of a government (its slug, as tegalkab) at one more host',
  async run([host, government]) {
    if (!host || !government) throw new Error('Name the host and the government: host add portal.example.go.id tegalkab')
    await withInstallation(async ({ owner }) => say((await addHost(owner, host, government)) ? `${host} leads to ${government} now, and one label below it to its sites.` : `${host} leads to ${government} already.`))
  },
}

/** Takes a host from its government. */
const removeCommand: Command = {
  name: ['host', 'remove'],
  usage: 'host remove <host>',
  about: 'No longer serve a portal at this host',
  async run([host]) {
    if (!host) throw new Error('Name the host: host remove portal.example.go.id')
    await withInstallation(async ({ owner }) => say(`${host} no longer leads to ${await removeHost(owner, host)}.`))
  },
}

export const hostCommands: Command[] = [addCommand, removeCommand]
