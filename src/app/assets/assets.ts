import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import type { Government } from '#platform/access/government.ts'
import { themeCss } from '#ui/theme/theme.ts'
import { buildStylesheet, headingFontPath } from '#ui/stylesheet.ts'

/** Everything browsers load besides pages: one stylesheet per government, the heading font, the islands. */
export interface Assets {
  /** Address of the government's stylesheet, or of a site's with an accent of its own (`#rrggbb`). */
  stylesheetOf(government: Government, accent?: string | null): string
  islands: Record<string, string>
  mount(server: FastifyInstance, known: Known): void
}

/** Whose sheets there are; nobody can have others made. */
export interface Known {
  government(slug: string): Promise<Government | undefined>
  /** Whether a site of the government has this accent of its own. */
  accent(governmentId: string, accent: string): Promise<boolean>
}

interface Packed {
  body: Buffer
  gzip: Buffer
  br: Buffer
}

const forever = 'public, max-age=31536000, immutable'
const browserFolder = join(import.meta.dirname, '../../../dist/browser')

function pack(text: string | Buffer): Packed {
  const body = Buffer.from(text)
  return { body, gzip: gzipSync(body, { level: 9 }), br: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) }
}

/** As `pack`, beside other work: a script of half a megabyte takes a second or two. */
async function packAside(body: Buffer): Promise<Packed> {
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }), promisify(gzip)(body, { level: 9 })])
  return { body, gzip: zipped, br }
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 10)

/** Builds the stylesheet once per process; names carry a hash of the content, so browsers keep them for good. */
export async function makeAssets(): Promise<Assets> {
  const [withFont, withoutFont, font, manifest] = await Promise.all([
    buildStylesheet(),
    buildStylesheet({ font: false }),
    readFile(join(browserFolder, 'heading.woff2')),
    existsSync(join(browserFolder, 'manifest.json')) ? readFile(join(browserFolder, 'manifest.json'), 'utf8') : '{}',
  ])
  const files = JSON.parse(manifest) as Record<string, string>
  const sheets = new Map<string, { full: Packed; light: Packed }>()
  const addresses = new Map<string, string>()
  const scripts = new Map<string, Promise<Packed>>()

  function scriptOf(file: string): Promise<Packed> {
    const packed = scripts.get(file) ?? readFile(join(browserFolder, file)).then(packAside)
    scripts.set(file, packed)
    packed.catch(() => scripts.delete(file))
    return packed
  }

  function stylesheetOf({ slug, accent, pattern }: Government, own: string | null = null): string {
    const key = `${slug} ${own ?? accent} ${pattern}`
    let address = addresses.get(key)
    if (!address) {
      const theme = themeCss({ accent: own ?? accent, pattern })
      // The accent is part of the name, so that every process can make the sheet of a page that another one drew.
      address = `/aset/${slug}${own ? `~${own.slice(1)}` : ''}-${digest(withFont + theme)}.css`
      addresses.set(key, address)
      sheets.set(address, { full: pack(withFont + theme), light: pack(withoutFont + theme) })
    }
    return address
  }

  return {
    stylesheetOf,
    islands: Object.fromEntries(Object.entries(files).map(([name, file]) => [name, `/aset/${file}`])),
    mount(server, known) {
      server.get(headingFontPath, async (_request, reply) => reply.type('font/woff2').header('Cache-Control', forever).send(font))
      server.get('/aset/:file', async (request, reply) => {
        const { file } = request.params as { file: string }
        if (file.endsWith('.css')) {
          const [, slug = '', own] = /^([a-z0-9-]+?)(?:~([0-9a-f]{6}))?-[\w-]{10}\.css$/.exec(file) ?? []
          const government = await known.government(slug)
          const accent = own && government && (await known.accent(government.id, `#${own}`)) ? `#${own}` : null
          // After a new release an old page may still ask for the sheet it knew: the present one serves it.
          const sheet = government && (sheets.get(`/aset/${file}`) ?? sheets.get(stylesheetOf(government, accent)))
          if (!sheet) return reply.callNotFound()
          const packed = request.headers['save-data'] === 'on' ? sheet.light : sheet.full
          return sendPacked(packed, 'text/css; charset=utf-8')
        }
        if (!Object.values(files).includes(file)) return reply.callNotFound()
        return sendPacked(await scriptOf(file), 'text/javascript; charset=utf-8')

        function sendPacked(packed: Packed, type: string) {
          const accepts = String(request.headers['accept-encoding'] ?? '')
          reply.type(type).header('Cache-Control', forever).header('Vary', 'Accept-Encoding, Save-Data').header('X-Content-Type-Options', 'nosniff')
          if (accepts.includes('br')) return reply.header('Content-Encoding', 'br').send(packed.br)
          if (accepts.includes('gzip')) return reply.header('Content-Encoding', 'gzip').send(packed.gzip)
          return reply.send(packed.body)
        }
      })
    },
  }
}
