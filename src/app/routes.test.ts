import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAccount, aBrowser, signIn, type Browser } from '#modules/identity/testing.ts'
import type { Route } from '#platform/web/page.ts'
import { modules } from './modules.ts'
import { aGovernment, type TestGovernment } from './testing/government.ts'
import { openInstallation, type Installation } from './testing/installation.ts'

let installation: Installation
let government: TestGovernment
let routes: readonly Route[]

/** A route opened with parts that name nothing: the door comes before what is behind it. */
const address = ({ path }: Route) => path.replaceAll(/:\w+/g, '0198f000-0000-7000-8000-000000000000')
const opened = (route: Route) => route.kind === 'page' || route.kind === 'resource' || route.method === 'GET'
const guarded = () => routes.filter(({ may }) => may !== 'public')

beforeAll(async () => {
  installation = await openInstallation({ PENDOPO_DEMO: 'yes' })
  routes = installation.web.routes
  government = await aGovernment(installation)
})
afterAll(() => installation.close())

describe('every address', () => {
  it('says who may open it, with a permission that a module declares', () => {
    const known = new Set<string>(['public', 'signed-in', ...modules.flatMap(module => module.permissions.map(({ permission }) => permission))])
    expect(routes.length).toBeGreaterThan(60)
    expect(routes.filter(({ may }) => !known.has(may)).map(({ path, may }) => `${path} ${may}`)).toEqual([])
  })

  it('is declared once', () => {
    const declared = routes.flatMap(route => (route.kind === 'page' ? (route.act ? ['GET', 'POST'] : ['GET']) : route.kind === 'resource' ? ['GET'] : [route.method]).map(method => `${method} ${route.path}`))
    expect(declared.filter((one, at) => declared.indexOf(one) !== at)).toEqual([])
  })

  it('that only works for officers lies outside what visitors and caches share', () => {
    expect(routes.filter(({ may, path }) => may !== 'public' && !/^\/(?:kerja|saya|cuti|akun|konfirmasi|pemberitahuan|keluar|presensi|hadir|luring|api)(?:\/|$)/.test(path)).map(({ path }) => path)).toEqual([])
  })

  it('that public lists promise to keep holds nothing for officers', () => {
    expect(routes.filter(route => (route.kind === 'page' || route.kind === 'resource') && route.shows && route.may !== 'public').map(({ path }) => path)).toEqual([])
  })
})

describe('a permission', () => {
  it('is named after its module and declared there alone', () => {
    for (const { name, permissions } of modules) expect(permissions.filter(({ permission }) => !permission.startsWith(`${name}.`))).toEqual([])
  })

  it('in a role or a menu is one that some module declares', () => {
    const known = new Set(modules.flatMap(module => module.permissions.map(({ permission }) => permission)))
    const used = modules.flatMap(module => [...(module.roles ?? []).flatMap(({ grants }) => grants.map(grant => grant.permission)), ...(module.menu?.work ?? []).map(({ may }) => may)])
    expect(used.filter(one => one !== 'signed-in' && !known.has(one))).toEqual([])
  })
})

describe('the door', () => {
  it('leads visitors to sign in, and tells machines so', async () => {
    const visitor = aBrowser(installation, government)
    for (const route of guarded().filter(opened)) {
      const answer = await visitor.get(address(route))
      if (route.path.startsWith('/api/')) expect({ path: route.path, status: answer.statusCode }).toEqual({ path: route.path, status: 401 })
      else expect({ path: route.path, status: answer.statusCode, to: answer.headers.location?.toString().split('?')[0] }).toEqual({ path: route.path, status: 303, to: '/masuk' })
    }
  })

  it('stays closed to officers who hold no role, for reading and for acting', async () => {
    await anAccount(installation, government, { username: 'tanpa.peran' })
    const officer = await signIn(installation, government, 'tanpa.peran')
    for (const route of guarded().filter(({ may }) => may !== 'signed-in'))
      for (const method of route.kind === 'page' && route.act ? (['GET', 'POST'] as const) : route.kind === 'page' || route.kind === 'resource' ? (['GET'] as const) : [route.method])
        expect({ path: route.path, method, status: await statusOf(officer, method, address(route)) }).toEqual({ path: route.path, method, status: 403 })
  }, 60_000)

  it('answers a form without its token with the form, and does nothing', async () => {
    await anAccount(installation, government, { username: 'admin.uji', roles: ['administrator', 'secretariat', 'archivist'].map(code => ({ code, unit: 'pemerintah' })) })
    const administrator = await signIn(installation, government, 'admin.uji')
    const before = await entries()
    for (const route of routes.filter(one => one.kind === 'page' && one.act)) {
      const [shown, sent] = [await statusOf(administrator, 'GET', address(route)), await statusOf(administrator, 'POST', address(route))]
      // A page that leads elsewhere because there is nothing to do, or whose record is unknown, has no form to show again.
      expect([200, 303, 404], `${route.path} opens`).toContain(shown)
      expect({ path: route.path, sent }).toEqual({ path: route.path, sent: shown === 200 ? 403 : shown })
    }
    expect(await entries()).toBe(before)
  }, 60_000)
})

const statusOf = async (browser: Browser, method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'HEAD', url: string) =>
  (
    await installation.web.server.inject({
      method, url,
      headers: { host: government.host, cookie: browser.header(), ...(method === 'GET' ? {} : { 'content-type': url.startsWith('/api/') ? 'application/json' : 'application/x-www-form-urlencoded' }) },
      ...(method === 'GET' ? {} : { payload: url.startsWith('/api/') ? '{}' : 'x=1' }),
    })
  ).statusCode

const entries = async () =>
  Number((await installation.services.database.of(government.id).withTables<{ 'platform.audit_entry': { sequence: bigint } }>().selectFrom('platform.audit_entry').select(eb => eb.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)
