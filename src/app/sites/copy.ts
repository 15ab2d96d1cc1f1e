import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { addressesIn, addressesInStyle } from '#platform/text/html-addresses.ts'

/** What was written, and what was linked but is not there. */
export interface Copied {
  pages: number
  files: number
  bytes: number
  /** Addresses that lead elsewhere by now; a small page leads on. */
  redirects: number
  /** `address, linked from address` */
  missing: string[]
}

/** Addresses a copy may have before it is thought to go round in circles. */
const most = 200_000

/** A folder that has something in it already. */
export class NotEmpty extends Error {}

/**
 * Writes a site as files that any web server can serve: every page reachable from its home in both languages, and what
 * they show. The HTML is that of the running site, byte for byte.
 * @param origin of the site's own host, e.g. `https://desa-kalisapu.tegalkab.go.id`
 * @throws NotEmpty; nothing is left behind when it fails
 */
export async function copySite(server: FastifyInstance, origin: string, folder: string): Promise<Copied> {
  const present = await readdir(folder).catch(() => [])
  if (present.length > 0) throw new NotEmpty(folder)
  await mkdir(dirname(folder), { recursive: true })
  const scratch = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`))
  try {
    const copied = await copyInto(server, new URL(origin), scratch)
    await rm(folder, { recursive: true, force: true })
    await rename(scratch, folder)
    return copied
  } catch (error) {
    await rm(scratch, { recursive: true, force: true })
    throw error
  }
}

async function copyInto(server: FastifyInstance, { host, protocol }: URL, folder: string): Promise<Copied> {
  const copied: Copied = { pages: 0, files: 0, bytes: 0, redirects: 0, missing: [] }
  const from = new Map<string, string>([['/', ''], ['/en', ''], ['/sitemap.xml', ''], ['/robots.txt', '']])
  const headers = { host, 'x-forwarded-proto': protocol.slice(0, -1) }

  async function write(path: string, body: Buffer): Promise<void> {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, body)
    copied.files++
    copied.bytes += body.length
  }

  // Visiting adds to the map: it is walked until nothing new was found.
  for (const [path, linkedFrom] of from) {
    if (from.size > most) throw new Error(`More than ${most} addresses`)
    const answer = await server.inject({ method: 'GET', url: path, headers })
    const type = String(answer.headers['content-type'] ?? '')
    const found: string[] = []
    if (answer.statusCode >= 300 && answer.statusCode < 400) {
      const to = String(answer.headers.location)
      copied.redirects++
      await write(fileOf(path, true), Buffer.from(leadingOn(to)))
      found.push(to)
    } else if (answer.statusCode !== 200) {
      copied.missing.push(`${path}, linked from ${linkedFrom}`)
      continue
    } else {
      const html = type.startsWith('text/html')
      if (html) copied.pages++
      await write(fileOf(path, html), answer.rawPayload)
      if (html) found.push(...addressesIn(answer.payload))
      else if (type.startsWith('text/css')) found.push(...addressesInStyle(answer.payload))
    }
    for (const address of found) {
      const next = withinHost(address)
      if (next && !from.has(next)) from.set(next, path)
    }
  }
  const nowhere = await server.inject({ method: 'GET', url: '/halaman-yang-tidak-ada', headers })
  await write('404.html', nowhere.rawPayload)
  return copied
}

/** Path on the same host without fragment; null for everything else. */
function withinHost(address: string): string | null {
  if (!address.startsWith('/') || address.startsWith('//')) return null
  return address.replace(/#.*$/, '') || null
}

/** Where a path lies in the folder: pages as `index.html` of their own folder, which every web server serves for it. */
function fileOf(path: string, page: boolean): string {
  const bare = decodeURIComponent(path.replace(/[?#].*$/, '')).replace(/^\/+|\/+$/g, '')
  if (bare.split('/').includes('..')) throw new Error(`${path} leads out of the folder`)
  return page ? join(bare, 'index.html') : bare
}

/** Without a server behind it, only the page itself can lead on. */
function leadingOn(to: string): string {
  const address = to.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Pindah</title><meta http-equiv="refresh" content="0; url=${address}"><link rel="canonical" href="${address}"></head><body><p><a href="${address}">Halaman ini pindah</a></p></body></html>\n`
}
