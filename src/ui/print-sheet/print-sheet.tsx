import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'
import { Document } from '../document/document.tsx'
import { Crest } from '../theme/crest.tsx'

export interface PrintSheetProps {
  title: string
  /** Unit that speaks, under the government's name in the letterhead. */
  unit?: string
  /** Line under the title, e.g. a number or a period. */
  subtitle?: ComponentChildren
  /** Signature block or source, at the end. */
  foot?: ComponentChildren
  children: ComponentChildren
}

/** A page made to be printed on A4: letterhead, content, signature; on the screen it looks like the sheet. */
export function PrintSheet({ title, unit, subtitle, foot, children }: PrintSheetProps) {
  const { government } = useFrame()
  return (
    <Document title={title} kind="print">
      <main class="sheet">
        <header class="letterhead">
          <Crest government={government} size={64} />
          <p>
            {government.level === 'province' ? government.name : t('Pemerintah {name}', { name: government.name })}
            {unit && <b>{unit}</b>}
            {government.address && <small>{[government.address, government.phone, government.email].filter(Boolean).join(' · ')}</small>}
          </p>
        </header>
        <h1>{title}</h1>
        {subtitle && <p class="lead">{subtitle}</p>}
        {children}
        {foot && <footer>{foot}</footer>}
      </main>
    </Document>
  )
}
