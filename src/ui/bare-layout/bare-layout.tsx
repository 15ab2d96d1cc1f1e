import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'
import { BannerLine } from '../banner/banner.tsx'
import { Document } from '../document/document.tsx'
import { Flash } from '../notice/notice.tsx'
import { DemoLine } from '../public-layout/public-layout.tsx'
import { Brand } from '../theme/crest.tsx'

export interface BareLayoutProps {
  /** Shown as `h1` and in the window's title; already translated. */
  title: string
  lead?: ComponentChildren
  head?: ComponentChildren
  islands?: string[]
  /** Whether a banner of the day stands over it; not on a page that browsers keep for later. */
  banner?: boolean
  children?: ComponentChildren
}

/** A page with one thing to do: sign in, confirm, or learn what went wrong. */
export function BareLayout({ title, lead, head, islands, banner = true, children }: BareLayoutProps) {
  const { government } = useFrame()
  return (
    <Document title={title} head={head} islands={islands} kind="bare">
      <a class="skip" href="#isi">{t('Langsung ke isi')}</a>
      <DemoLine />
      {banner && <BannerLine />}
      <div class="band" />
      <div class="bare-column">
        <header><Brand government={government} /></header>
        <main id="isi" tabIndex={-1}>
          <h1>{title}</h1>
          {lead && <p class="lead">{lead}</p>}
          <Flash />
          {children}
        </main>
      </div>
    </Document>
  )
}
