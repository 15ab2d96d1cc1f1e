import { t } from '#platform/i18n/locale.ts'
import { useFrame, type SiteFrame } from '#platform/web/frame.ts'
import { Crest } from '../theme/crest.tsx'

/** Entries of a site's menu that stand beside its name; the rest is behind "Menu", which holds all of them. */
const inView = 5

/** The top of a site: its name, whose it is, and its menu. */
export function SiteMasthead({ site }: { site: SiteFrame }) {
  const { government } = useFrame()
  const home = site.base || '/'
  const entries = [{ label: t('Beranda'), href: home }, ...site.menu, { label: t('Berita'), href: `${site.base}/berita` }]
  const here = site.path === '/' ? home : site.base + site.path
  const link = ({ label, href }: { label: string; href: string }) => (
    <li key={href}><a href={href} aria-current={href === here ? 'page' : href !== home && here.startsWith(`${href}/`) ? 'true' : undefined}>{label}</a></li>
  )
  return (
    <header class={entries.length > inView ? 'masthead long' : 'masthead'}>
      <div class="wrap">
        <div class="brand">
          {site.logo ? <img class="crest" src={site.logo.src} alt="" width={site.logo.width} height={site.logo.height} /> : <Crest government={government} />}
          <span>
            <a href={home}>{site.name}</a>
            <small><a href={site.portal || '/'}>{government.name}</a></small>
          </span>
        </div>
        <nav aria-label={t('Menu utama')}><ul>{entries.slice(0, inView).map(link)}</ul></nav>
        <details class="menu">
          <summary>{t('Menu')}</summary>
          <nav class="menu-panel" aria-label={t('Menu lengkap')}><ul>{entries.map(link)}</ul></nav>
        </details>
      </div>
    </header>
  )
}

/** The foot of a site: where its people are, and what belongs to the portal around it. */
export function SiteFooter({ site }: { site: SiteFrame }) {
  const { government, language } = useFrame()
  const english = language === 'en'
  const root = english ? site.base.replace(/\/en$/, '') : site.base
  const path = site.path === '/' ? '' : site.path
  return (
    <footer class="footer">
      <div class="wrap">
        <address>
          <b>{site.name}</b>
          {site.address && <span>{site.address}</span>}
          {site.phone && <span><a href={`tel:${site.phone.replace(/[^+\d]/g, '')}`}>{site.phone.replaceAll(' ', '\u00a0')}</a></span>}
          {site.email && <span><a href={`mailto:${site.email}`}>{site.email}</a></span>}
        </address>
        <ul>
          <li><a href={site.portal || '/'}>{government.name}</a></li>
          <li><a href={`${site.portal}/aksesibilitas`}>{t('Aksesibilitas')}</a></li>
          <li><a href={`${site.portal}/privasi`}>{t('Privasi')}</a></li>
          <li><a href={`${site.portal}/kerja/situs`} rel="nofollow">{t('Kelola situs')}</a></li>
          <li>{english ? <a href={root + path || '/'} lang="id" hreflang="id">Bahasa Indonesia</a> : <a href={`${root}/en${path}`} lang="en" hreflang="en">English</a>}</li>
        </ul>
      </div>
    </footer>
  )
}
