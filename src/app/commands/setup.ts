import { createInterface } from 'node:readline/promises'
import { accountMaking, roleSeeding } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { governmentSlug, prepareGovernment } from '#modules/organisation/setup/prepare-government.ts'
import { territoryOf } from '#modules/organisation/setup/region.ts'
import type { Command } from './commands.ts'
import { say, withInstallation } from './context.ts'

/** Asks for what was not given; without a terminal a missing answer is an error that names the option. */
async function asker(options: Record<string, string | boolean | undefined>) {
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : null
  return {
    async ask(option: string, question: string): Promise<string> {
      const given = options[option]
      if (typeof given === 'string' && given) return given
      if (!terminal) throw new Error(`--${option} is missing: ${question}`)
      for (;;) {
        const answer = (await terminal.question(`${question}: `)).trim()
        if (answer) return answer
      }
    },
    close: () => terminal?.close(),
  }
}

/** Prepares a government with its subdistricts and villages, its roles and its first administrator. */
export const setupCommand: Command = {
  name: ['setup'],
  usage: 'setup --region <code> [--host <name>] [--admin <username> --name <name> --email <address> --password <word>]',
  about: 'Prepare any of the 552 governments of Indonesia with its subdistricts and villages',
  options: { region: { type: 'string' }, host: { type: 'string', multiple: false }, admin: { type: 'string' }, name: { type: 'string' }, email: { type: 'string' }, password: { type: 'string' }, accent: { type: 'string' } },
  async run(_, options) {
    const { ask, close } = await asker(options)
    try {
      const regionCode = await ask('region', 'Region code (33.28 for Kabupaten Tegal, 33 for Jawa Tengah)')
      const territory = await territoryOf(regionCode)
      say(`${territory.name}: ${territory.districts.length} subdistricts, ${territory.districts.reduce((sum, d) => sum + d.villages.length, 0)} villages.`)
      const admin = { username: await ask('admin', 'User name of the first administrator'), name: await ask('name', 'Full name'), email: await ask('email', 'E-mail address'), password: await ask('password', 'Password, at least 12 characters') }
      if (admin.password.length < 12) throw new Error('The password needs at least 12 characters.')
      await withInstallation(async ({ owner, services }) => {
        const id = await prepareGovernment(owner, { regionCode, hosts: typeof options.host === 'string' ? options.host.split(',') : [], ...(typeof options.accent === 'string' ? { accent: options.accent } : {}) })
        const root = (await services.ask(unitDirectory).of(id)).all.find(unit => unit.kind === 'government')
        if (!root) throw new Error('The government has no root unit.')
        await services.database.transaction(id, async tx => {
          await services.ask(roleSeeding).seed(tx)
          await services.ask(accountMaking).make(tx, { ...admin, unitId: root.id, roles: [{ code: 'administrator', unitId: root.id }] })
        })
        say(`Ready: http://${governmentSlug(territory)}.localhost, sign in as ${admin.username}. A second factor is asked for at the first sign-in in production.`)
      })
    } finally {
      close()
    }
  },
}
