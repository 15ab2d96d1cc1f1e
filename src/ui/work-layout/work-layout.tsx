import type { ComponentChildren } from 'preact'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { type MenuItem, useFrame } from '#platform/web/frame.ts'
import { currentOf } from '../address.ts'
import { BannerLine } from '../banner/banner.tsx'
import { type Crumb, Breadcrumbs } from '../breadcrumbs/breadcrumbs.tsx'
import { Document } from '../document/document.tsx'
import { Flash } from '../notice/notice.tsx'
import { PageHead } from '../page-head/page-head.tsx'
import { DemoLine } from '../public-layout/public-layout.tsx'
import { type Tab, Tabs } from '../tabs/tabs.tsx'
import { Crest } from '../theme/crest.tsx'

export interface WorkLayoutProps {
  /** Shown as `h1` and in the window's title; already translated. */
  title: string
  lead?: ComponentChildren
  /** Main act of the page: one `ButtonLink`, or several in `Actions`. */
  action?: ComponentChildren
  tabs?: Tab[]
  breadcrumbs?: Crumb[]
  /** `text` keeps lines short: forms and documents. */
  width?: 'wide' | 'text'
  head?: ComponentChildren
  islands?: string[]
  children: ComponentChildren
}

/** An officer's page: who you are today, the menu of what you may do, and the work. */
export function WorkLayout({ title, lead, action, tabs, breadcrumbs, width = 'wide', head, islands, children }: WorkLayoutProps) {
  return (
    <Document title={title} head={head} islands={islands} kind="work">
      <a class="skip" href="#isi">{t('Langsung ke isi')}</a>
      <DemoLine />
      <BannerLine />
      <div class="band" />
      <div class="desk">
        <header class="side">
          <Identity />
          <div class="side-menu"><Menu label={t('Menu kerja')} under={breadcrumbs?.[0]?.href} /></div>
          <details class="menu">
            <summary>{t('Menu')}</summary>
            <div class="menu-panel"><Menu label={t('Menu ringkas')} under={breadcrumbs?.[0]?.href} /></div>
          </details>
        </header>
        <main id="isi" tabIndex={-1}>
          <div class={width === 'text' ? 'text-width' : undefined}>
            {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
            <Flash />
            <PageHead title={title} lead={lead} action={action} />
            {tabs && <Tabs label={title} tabs={tabs} />}
            {children}
          </div>
        </main>
      </div>
    </Document>
  )
}

function Identity() {
  const { government, person } = useFrame()
  return (
    <a class="brand" href="/">
      <Crest government={government} />
      <span>
        <span class="long">{person?.unit ?? government.name}</span>
        <span class="short">{person?.shortUnit ?? government.name}</span>
        {person && <small>{government.name}</small>}
      </span>
    </a>
  )
}

/** `under` is where the page's breadcrumbs begin: its entry is marked even when the address says something else. */
function Menu({ label, under }: { label: string; under?: string }) {
  const { workMenu, person, csrf, here } = useFrame()
  const at = under && workMenu.some(item => item.href === under) && currentOf(here, under) !== 'page' ? `${under}/` : here
  const groups = Map.groupBy(workMenu, item => item.group ?? '')
  return (
    <>
      <nav aria-label={label}>
        {[...groups].map(([group, items]) => (
          <div key={group}>
            {group && <p class="side-group">{t(group)}</p>}
            <ul>{items.map(item => <Entry key={item.href} item={item} here={at} />)}</ul>
          </div>
        ))}
      </nav>
      {person && (
        <div class="side-person">
          <p><a href="/akun">{person.name}</a>{person.title && <small>{person.title}</small>}</p>
          {person.unread > 0 && <p><a href="/pemberitahuan">{t('{n} pemberitahuan baru', { n: person.unread })}</a></p>}
          <form method="post" action="/keluar">
            <input type="hidden" name="_csrf" value={csrf} />
            <button class="button quiet" type="submit">{t('Keluar')}</button>
          </form>
        </div>
      )}
    </>
  )
}

function Entry({ item, here }: { item: MenuItem; here: string }) {
  const { workMenu } = useFrame()
  // The front of the desk is above every other entry, so the nearest one counts.
  const nearer = workMenu.some(other => other.href.length > item.href.length && currentOf(here, other.href))
  return (
    <li>
      <a href={item.href} aria-current={nearer ? undefined : currentOf(here, item.href)}>
        {t(item.label)}
        {item.count ? <data value={item.count}>{number(item.count)}</data> : null}
      </a>
    </li>
  )
}
