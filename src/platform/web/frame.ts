import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Government } from '../access/government.ts'
import type { Language } from '../i18n/locale.ts'

export interface MenuItem {
  /** Indonesian source text; the layout translates it. */
  label: string
  href: string
  /** Group heading in the officers' menu: `Kantor`, `Publik`, `Data` … */
  group?: string
  /** Number of things waiting, shown beside the label. */
  count?: number
}

/** A site within the portal: one unit's pages under its own name. */
export interface SiteFrame {
  name: string
  tagline: string | null
  /** Before every path of the site: empty on its own host, `/situs/<slug>` on the portal. */
  base: string
  /** Before every path of the portal: empty on the portal, its origin on the site's own host. */
  portal: string
  /** Path of this page within the site and language, e.g. `/profil`. */
  path: string
  /** Absolute address of the site without a slash at the end; canonical addresses begin with it. */
  canonical: string
  /** Hrefs are whole, labels are already in the page's language. */
  menu: MenuItem[]
  /** `src` is a path on the site itself. */
  logo: { src: string; width: number; height: number } | null
  /** Own accent `#rrggbb`; null for the government's. */
  accent: string | null
  address: string | null
  phone: string | null
  email: string | null
}

/** A message over every public page of a government, e.g. of a flood. */
export interface BannerFrame {
  tone: 'danger' | 'warn' | 'info'
  title: string
  text: string | null
  /** Path on the portal, or a whole address. */
  href: string | null
  /** Language of its words, when it is not the page's. */
  lang?: Language
}

/** What every layout needs to know about the request, without being handed it through each view. */
export interface Frame {
  government: Government
  language: Language
  /** Path with query of this page, e.g. `/berita?jenis=program`. */
  here: string
  /** Absolute origin of the government's portal, e.g. `https://tegalkab.go.id`. */
  origin: string
  publicMenu: MenuItem[]
  workMenu: MenuItem[]
  /** The signed-in person, on officers' pages only: public pages are the same for everyone. */
  person: { name: string; unit: string; shortUnit: string; title: string | null; unread: number } | null
  /** Account whose outbox on this device takes the forms of this page; null when they go straight to the server. */
  offline: string | null
  /** Message left by the previous step, already in the source language. */
  flash: { text: string; values?: Record<string, string | number> } | null
  /** Token every form must carry; `Form` adds it. Empty on cached public pages. */
  csrf: string
  /** Address of the built stylesheet with this government's theme. */
  stylesheet: string
  /** Addresses of the built browser scripts by island name. */
  islands: Record<string, string>
  /** The site this page belongs to; null on the portal itself. */
  site: SiteFrame | null
  banner: BannerFrame | null
  /** True for the showcase installation: a line says that people and numbers are invented. */
  demo: boolean
}

export const FrameContext = createContext<Frame | null>(null)

/** The frame of the page being rendered; throws outside a page. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('useFrame outside a page')
  return frame
}

/** Addresses as a page writes them: `here` of the same site or portal, `portal` always of the portal. */
export function useLinks(): { here(path: string): string; portal(path: string): string } {
  const { site } = useFrame()
  return { here: path => (site?.base ?? '') + path, portal: path => (site?.portal ?? '') + path }
}
