import { resolve } from 'node:path'
import { originOf } from '#platform/config/config.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { siteDirectory } from '#modules/sites/contract.ts'
import { copySite, NotEmpty } from '../sites/copy.ts'
import { openWeb } from '../web.ts'
import type { Command } from './commands.ts'
import { say, withInstallation } from './context.ts'

/** Writes a site as a folder of files that needs no backend. */
export const exportSiteCommand: Command = {
  name: ['export-site'],
  usage: 'export-site <slug> [--government <slug>] [--to <folder>]',
  about: 'Write the public pages of a site as a folder that any web server can serve',
  options: { government: { type: 'string' }, to: { type: 'string' } },
  async run([slug], options) {
    if (!slug) throw new Error('Name the site: its slug, as in /situs/<slug>.')
    await withInstallation(async ({ config, services }) => {
      const governments = services.ask(governmentDirectory)
      const found = []
      for (const government of await governments.all()) {
        const site = (await services.ask(siteDirectory).of(government.id)).bySlug(slug)
        if (site?.published && (options.government === undefined || options.government === government.slug)) found.push({ government, site })
      }
      const [only, ...others] = found
      if (!only) throw new Error(`No published site is called ${slug}.`)
      if (others.length > 0) throw new Error(`Several governments have a site called ${slug}: say which with --government ${found.map(one => one.government.slug).join(' | ')}.`)
      const { government, site } = only
      const origin = originOf(config, site.domain ?? `${site.slug}.${await governments.hostOf(government.id)}`)
      const folder = resolve(typeof options.to === 'string' ? options.to : `situs-${site.slug}`)
      // Nobody but this command asks this server, so it may say which protocol the site is served with.
      const { web, close } = await openWeb({ ...services, config: { ...config, PENDOPO_TRUST_PROXY: true } })
      try {
        const { pages, files, bytes, redirects, missing } = await copySite(web.server, origin, folder)
        say(`${folder}: ${pages} pages, ${files} files, ${(bytes / 1e6).toFixed(1)} MB${redirects > 0 ? `, ${redirects} addresses that lead on` : ''}. Serve it as the root of ${origin}`)
        for (const address of missing) say(`Not there: ${address}`)
      } catch (error) {
        if (error instanceof NotEmpty) throw new Error(`${folder} is not empty. Name a new folder with --to.`, { cause: error })
        throw error
      } finally {
        await close()
      }
    })
  },
}
