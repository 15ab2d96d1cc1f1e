import { shownBanner } from '#modules/banners/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { domainDirectory, siteDirectory } from '#modules/sites/contract.ts'
import { addresses } from '#modules/upkeep/contract.ts'
import type { Context } from '#platform/web/page.ts'
import type { MenuItem } from '#platform/web/frame.ts'
import type { Surroundings } from '#platform/web/exchange.ts'
import { makeWeb, type Web } from '#platform/web/serve.ts'
import type { Services } from '#platform/web/services.ts'
import { apiRoutes } from './api/docs.tsx'
import { makeAssets } from './assets/assets.ts'
import { demoMailbox } from './demo-mail/mailbox.page.tsx'
import { failure } from './failure/failure.tsx'
import { formerlyAt } from './formerly.ts'
import { mountHealth } from './health/health.ts'
import { hostsOf } from './hosts.ts'
import { demoEntries, publicMenu, workEntries } from './menu.ts'
import { modules } from './modules.ts'
import { appRoutes } from './routes.ts'
import { acting, active, identify, personOf } from './people.ts'
import { siteFrameOf } from './sites/frame.ts'
import { forgetWeb, rememberWeb } from './sites/opened-web.ts'

/** Builds the website of this installation: all modules' pages, the pages that draw on several, and what surrounds them. */
export async function openWeb(services: Services): Promise<{ web: Web; close(): Promise<void> }> {
  const governments = services.ask(governmentDirectory)
  const domains = services.ask(domainDirectory)
  const [assets] = await Promise.all([makeAssets(), governments.ready(), domains.ready()])

  async function workMenu(context: Context): Promise<MenuItem[]> {
    const allowed = [...workEntries, ...(services.config.demo ? demoEntries : [])].filter(entry => entry.may === 'signed-in' || context.who.may(entry.may))
    const counts = await Promise.all(allowed.map(async entry => entry.count?.(context) ?? 0))
    return [{ label: 'Hari ini', href: '/kerja' }, { label: 'Cari', href: '/kerja/cari' }, ...allowed.map(({ label, href, group }, i) => ({ label, href, group, count: counts[i] }))]
  }

  const surroundings: Surroundings = {
    leadsTo: hostsOf(governments, domains),
    governmentOf: id => governments.byId(id),
    governmentsBelow: async ({ id }) => (await governments.all()).filter(government => government.parentId === id),
    identify: request => identify(services, request),
    acting: (...asked) => acting(services, ...asked),
    active: (...asked) => active(services, ...asked),
    async frame(exchange, context) {
      const signedIn = exchange.who.account !== null
      const site = await siteFrameOf(context)
      return {
        publicMenu,
        workMenu: signedIn ? await workMenu(context) : [],
        person: signedIn ? await personOf(context) : null,
        stylesheet: assets.stylesheetOf(exchange.government, site?.accent),
        islands: assets.islands,
        site,
        banner: await services.ask(shownBanner).of(exchange.government.id, exchange.language),
      }
    },
    portalAnswers: path => services.ask(addresses).answers(path) === 'public',
    formerly: formerlyAt,
    views: { failure },
    signIn: '/masuk',
  }
  // A mailbox everyone reads exists only where all people and mails are invented.
  const own = [...appRoutes, ...(services.config.demo ? [demoMailbox] : []), ...modules.flatMap(m => m.routes)]
  const web = await makeWeb(services, [...own, ...apiRoutes(own)], surroundings)
  assets.mount(web.server, {
    government: async slug => (await governments.all()).find(government => government.slug === slug),
    accent: async (governmentId, accent) => (await services.ask(siteDirectory).of(governmentId)).all.some(site => site.accent === accent),
  })
  mountHealth(web.server, services, web.cache)
  await web.server.ready()
  rememberWeb(services, web)
  return {
    web,
    async close() {
      forgetWeb(services, web)
      await web.server.close()
    },
  }
}
