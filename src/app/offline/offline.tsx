import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { t } from '#platform/i18n/locale.ts'
import { page, resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { BareLayout, ButtonLink } from '#ui/index.ts'

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
