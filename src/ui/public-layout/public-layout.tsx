import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'
import { currentOf } from '../address.ts'
import { BannerLine } from '../banner/banner.tsx'
import { type Crumb, Breadcrumbs } from '../breadcrumbs/breadcrumbs.tsx'
import { Document } from '../document/document.tsx'
import { Flash } from '../notice/notice.tsx'
import { PageHead } from '../page-head/page-head.tsx'
import { Brand } from '../theme/crest.tsx'
import { SiteFooter, SiteMasthead } from './site-parts.tsx'

export interface PublicLayoutProps {
  /** Shown as `h1` (unless there is a `hero`) and in the window's title; already translated. */
  title: string
  /** For search engines; `lead` when left out. */
  description?: string
  /** One or two sentences under the title. */
  lead?: string
  /** Main act of the page, at the title. */
  action?: ComponentChildren
  breadcrumbs?: Crumb[]
  /** Replaces the title by a full-width opening with its own `h1`, e.g. `Hero`. */
  hero?: ComponentChildren
  /** `text` keeps lines short: articles and forms. */
  width?: 'wide' | 'text'
  canonical?: string
  head?: ComponentChildren
  islands?: string[]
  /** Address of the menu entry to mark; found from the page's own address when left out. */
  current?: string
  children: ComponentChildren
}

/** A page anyone may read: crest and menu, woven band, content, footer. */
export function PublicLayout({
  title, description, lead, action, breadcrumbs, hero, width = 'wide', canonical, head, islands, current, children,
}: PublicLayoutProps) {
  const frame = useFrame()
  return (
    <Document title={title} description={description ?? lead} canonical={canonical} head={head} islands={islands} kind="public">
      <a class="skip" href="#isi">{t('Langsung ke isi')}</a>
      <DemoLine />
      <BannerLine />
      {frame.site ? <SiteMasthead site={frame.site} /> : <PortalMasthead current={current} />}
      <div class="band" />
      <main id="isi" tabIndex={-1}>
        {hero}
        <div class={width === 'text' ? 'wrap text-width' : 'wrap'}>
          {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
          <Flash />
          {!hero && <PageHead title={title} lead={lead} action={action} />}
          {children}
        </div>
      </main>
      {frame.site ? <SiteFooter site={frame.site} /> : <Footer />}
    </Document>
  )
}

function PortalMasthead({ current }: { current?: string }) {
  const { government, publicMenu, here } = useFrame()
  const links = publicMenu.map(item => (
    <li key={item.href}>
      <a href={item.href} aria-current={item.href === current ? 'true' : currentOf(here, item.href)}>{t(item.label)}</a>
    </li>
  ))
  return (
    <header class="masthead">
      <div class="wrap">
        <Brand government={government} />
        <nav aria-label={t('Menu utama')}><ul>{links}</ul></nav>
        <details class="menu">
          <summary>{t('Menu')}</summary>
          <nav class="menu-panel" aria-label={t('Menu ringkas')}>
            <ul>
              {links}
              <li><a href="/masuk">{t('Masuk')}</a></li>
            </ul>
          </nav>
        </details>
        <a class="button quiet" href="/masuk">{t('Masuk')}</a>
      </div>
    </header>
  )
}

/** Says that people and numbers are invented, on the showcase installation only. */
export function DemoLine() {
  if (!useFrame().demo) return null
  return <aside class="demo" aria-label={t('Peragaan')}>{t('Ini peragaan. Orang dan angka di sini rekaan.')}</aside>
}

function Footer() {
  const { government, here, language } = useFrame()
  const other = language === 'id' ? 'en' : 'id'
  return (
    <footer class="footer">
      <div class="wrap">
        <address>
          <b>{government.level === 'province' ? government.name : t('Pemerintah {name}', { name: government.name })}</b>
          {government.address && <span>{government.address}</span>}
          {government.phone && <span><a href={`tel:${government.phone.replace(/[^+\d]/g, '')}`}>{government.phone.replaceAll(' ', '\u00a0')}</a></span>}
          {government.email && <span><a href={`mailto:${government.email}`}>{government.email}</a></span>}
        </address>
        <ul>
          <li><a href="/aksesibilitas">{t('Aksesibilitas')}</a></li>
          <li><a href="/privasi">{t('Privasi')}</a></li>
          <li><a href="/tentang-data">{t('Tentang data')}</a></li>
          <li>
            <a href={`/bahasa?ke=${other}&kembali=${encodeURIComponent(here)}`} lang={other} hreflang={other} rel="nofollow">
              {other === 'en' ? 'English' : 'Bahasa Indonesia'}
            </a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
