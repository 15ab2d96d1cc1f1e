import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { t } from '#platform/i18n/locale.ts'
import { page, resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { BareLayout, ButtonLink } from '#ui/index.ts'
import { modules } from '../modules.ts'

const browserFolder = join(import.meta.dirname, '../../../dist/browser')

/** The service worker as built; null before the first build. A worker is fetched once a day, so it is read anew. */
async function builtWorker(): Promise<string | null> {
  const manifest = join(browserFolder, 'manifest.json')
  if (!existsSync(manifest)) return null
  const { portal } = JSON.parse(await readFile(manifest, 'utf8')) as { portal?: string }
  return portal ? readFile(join(browserFolder, portal), 'utf8') : null
}

/** Served from the root, because a worker answers for what lies below its own address. */
export const serviceWorker = resource({
  path: '/sw.js',
  may: 'public',
  async load() {
    const body = await builtWorker()
    if (body === null) throw new NotFound()
    return { type: 'text/javascript; charset=utf-8', body, headers: { 'Service-Worker-Allowed': '/', 'Cache-Control': 'no-cache' } }
  },
})

/** What the service worker shows without a network. */
export const offlinePage = page({
  path: '/luring',
  may: 'public',
  shows: ({ government }) => ['governments', `government:${government.id}`],
  view: () => (
    <BareLayout banner={false} title={t('Sedang tidak tersambung')} lead={t('Halaman ini perlu jaringan. Periksa sambungan Anda, lalu coba lagi.')}>
      <p><ButtonLink href="/">{t('Ke beranda')}</ButtonLink></p>
    </BareLayout>
  ),
})

/** Pages whose form works without a network. */
const offlinePages = () => modules.flatMap(module => module.routes).filter(route => route.kind === 'page' && route.offline === true)

/** What the service worker keeps for whoever is signed in: pages of one address beforehand, those of one record when they are opened. */
export const offlineList = resource({
  path: '/luring/halaman.json',
  may: 'signed-in',
  async load({ who }) {
    const paths = offlinePages().filter(({ may }) => may === 'public' || may === 'signed-in' || who.may(may)).map(({ path }) => path)
    const [forms, pages] = [true, false].map(ofRecord => paths.filter(path => path.includes(':') === ofRecord))
    return { type: 'application/json; charset=utf-8', body: JSON.stringify({ account: who.account!.id, pages, forms }), headers: { 'Cache-Control': 'private, no-store' } }
  },
})

const iconSizes = [192, 512] as const

/** The installation as an app: name, colours and icons (W3C Web App Manifest). */
export const manifest = resource({
  path: '/manifest.webmanifest',
  may: 'public',
  load: async ({ government: { name, accent }, language }) => ({
    type: 'application/manifest+json; charset=utf-8',
    body: JSON.stringify({
      id: '/kerja', name, short_name: name.replace(/^(?:Pemerintah )?(?:Kabupaten|Kota|Provinsi) /, ''), lang: language, start_url: '/kerja', scope: '/', display: 'standalone', background_color: '#fbfaf7', theme_color: accent,
      icons: iconSizes.flatMap(size => (['any', 'maskable'] as const).map(purpose => ({ src: `/ikon/${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose }))),
    }),
    headers: { 'Cache-Control': 'public, max-age=3600' },
  }),
})

/** The shield with the roof of a pendopo on the government's colour, with the margin round icons need. */
const drawn = (accent: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-19 -16 72 72"><path fill="${accent}" d="M-19-16h72v72h-72z"/><g fill="#fff"><path d="M17 8l3 4 9 6-1 2H6l-1-2 9-6z"/><path d="M9 21.5h2.4V29H9zm4.6 0H16V31h-2.4zm4.4 0h2.4V31H18zm4.6 0H25V29h-2.4z"/></g><path fill="none" stroke="#fff" stroke-width="1.5" d="M2 2h30v20c0 9-8 14-15 16C10 36 2 31 2 22z"/></svg>`

/** Icons of the app on a phone's screen. */
export const appIcon = resource({
  path: '/ikon/:size',
  may: 'public',
  async load({ params, government }) {
    const size = iconSizes.find(one => `${one}.png` === params.size)
    if (!size) throw new NotFound()
    const { default: sharp } = await import('sharp')
    return { type: 'image/png', body: await sharp(Buffer.from(drawn(government.accent)), { density: 600 }).resize(size, size).png().toBuffer(), headers: { 'Cache-Control': 'public, max-age=86400' } }
  },
})
