import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import type { Permission, ReachKind } from '#platform/access/who.ts'
import { changed } from '#platform/db/changes.ts'
import type { Services } from '#platform/web/services.ts'
import type { Web } from '#platform/web/serve.ts'
import { accountMaking } from './contract.ts'
import { grantsTopic, rolesTopic } from './identify.ts'
import type { Tables } from './tables.ts'

/** What these builders need of an installation and a government of `#app/testing`. */
interface Opened {
  services: Services
  web: Web
}
interface Place {
  id: string
  host: string
  units: Record<string, string>
}

/** Password of every account made by `anAccount`. */
export const testPassword = 'sandi-untuk-uji-7'

let serial = 0

export interface NewAccount {
  username?: string
  name?: string
  email?: string
  nip?: string
  title?: string
  /** Slug of the unit; `diskominfo` when left out. */
  unit?: string
  /** Codes of roles held in that unit, or with a unit of their own. */
  roles?: (string | { code: string; unit: string })[]
}

/** Makes an account that can sign in with `testPassword`; answers its id and username. */
export async function anAccount({ services }: Pick<Opened, 'services'>, place: Place, account: NewAccount = {}): Promise<{ id: string; username: string; email: string }> {
  const username = account.username ?? `pegawai${++serial}`
  const email = account.email ?? `${username}@contoh.id`
  const unit = account.unit ?? 'diskominfo'
  const id = await services.database.transaction(place.id, tx =>
    services.ask(accountMaking).make(tx, {
      username,
      email,
      name: account.name ?? `Pegawai ${username}`,
      nip: account.nip,
      title: account.title,
      unitId: place.units[unit]!,
      password: testPassword,
      roles: (account.roles ?? []).map(role => (typeof role === 'string' ? { code: role, unitId: place.units[unit]! } : { code: role.code, unitId: place.units[role.unit]! })),
    }),
  )
  return { id, username, email }
}

/** Makes a role of any permissions, for tests of a single right. */
export async function aRole({ services }: Pick<Opened, 'services'>, place: Place, code: string, grants: { permission: Permission; reach: ReachKind }[], options: { strong?: boolean } = {}): Promise<string> {
  return services.database.transaction(place.id, async tx => {
    const tables = tx.withTables<Tables>()
    const { id } = await tables.insertInto('identity.role').values({ code, name: code, strong: options.strong ?? false }).returning('id').executeTakeFirstOrThrow()
    if (grants.length > 0) await tables.insertInto('identity.role_grant').values(grants.map(grant => ({ role_id: id, ...grant }))).execute()
    await changed(tx, rolesTopic(place.id))
    return id
  })
}

/** Gives a role in a unit from yesterday on. */
export async function assign({ services }: Pick<Opened, 'services'>, place: Place, accountId: string, roleId: string, unit: string): Promise<void> {
  await services.database.transaction(place.id, async tx => {
    await tx.withTables<Tables>().insertInto('identity.assignment').values({ account_id: accountId, role_id: roleId, unit_id: place.units[unit]!, days: sql`daterange(current_date - 1, null)` }).execute()
    await changed(tx, grantsTopic(accountId))
  })
}

/** A browser that keeps its cookies and sends forms as a page's own form would. */
export interface Browser {
  cookies: Map<string, string>
  header(): string
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** Opens the page, takes its form's token, and posts `values` to it. */
  post(url: string, values: Record<string, string | string[]>, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** The same with files. */
  upload(url: string, values: Record<string, string>, files: readonly { name: string; filename: string; body: Buffer }[]): Promise<LightMyRequestResponse>
}

/** Opens a browser at a government's portal. */
export function aBrowser({ web }: Pick<Opened, 'web'>, place: Pick<Place, 'host'>, from: { ip?: string } = {}): Browser {
  const cookies = new Map<string, string>()
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (response: LightMyRequestResponse) => {
    for (const { name, value, maxAge } of response.cookies) {
      // What inject decodes was encoded on the way.
      if (maxAge === 0 || value === '') cookies.delete(name)
      else cookies.set(name, encodeURIComponent(value))
    }
    return response
  }
  const send = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: string | Buffer) =>
    keep(await web.server.inject({ method, url, payload, remoteAddress: from.ip ?? '10.1.2.3', headers: { host: place.host, cookie: header(), ...headers } }))
  const tokenOf = async (url: string, headers: Record<string, string>): Promise<string> => {
    const page = await send('GET', url, headers)
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1]
    if (!token) throw new Error(`${url} answered ${page.statusCode} without a form`)
    return token
  }
  return {
    cookies,
    header,
    get: (url, headers = {}) => send('GET', url, headers),
    async upload(url, values, files) {
      const edge = 'batas-formulir'
      const head = (rest: string) => Buffer.from(`--${edge}\r\nContent-Disposition: form-data; ${rest}\r\n\r\n`)
      const end = Buffer.from('\r\n')
      const fields = Object.entries({ _csrf: await tokenOf(url, {}), ...values }).flatMap(([name, value]) => [head(`name="${name}"`), Buffer.from(value), end])
      const parts = files.flatMap(({ name, filename, body }) => [head(`name="${name}"; filename="${filename}"\r\nContent-Type: application/octet-stream`), body, end])
      return send('POST', url, { 'content-type': `multipart/form-data; boundary=${edge}` }, Buffer.concat([...fields, ...parts, Buffer.from(`--${edge}--\r\n`)]))
    },
    async post(url, values, headers = {}) {
      const body = new URLSearchParams([['_csrf', await tokenOf(url, headers)]])
      for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) body.append(name, one)
      return send('POST', url, { 'content-type': 'application/x-www-form-urlencoded', ...headers }, body.toString())
    },
  }
}

/** Signs in through the page and answers the browser; its `header()` is the cookie header for `inject`. */
export async function signIn(installation: Opened, place: Pick<Place, 'host'>, username: string, password = testPassword): Promise<Browser> {
  const browser = aBrowser(installation, place)
  const answer = await browser.post('/masuk', { nama: username, sandi: password })
  if (answer.statusCode !== 303) throw new Error(`Signing in as ${username} answered ${answer.statusCode}`)
  return browser
}
