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
  person: { name: string; unit: string; title: string | null; unread: number } | null
  /** Message left by the previous step, already in the source language. */
  flash: { text: string; values?: Record<string, string | number> } | null
  /** Token every form must carry; `Form` adds it. Empty on cached public pages. */
  csrf: string
  /** Address of the built stylesheet with this government's theme. */
  stylesheet: string
  /** Addresses of the built browser scripts by island name. */
  islands: Record<string, string>
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
