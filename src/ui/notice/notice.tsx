import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'

export type Tone = 'info' | 'good' | 'warn' | 'bad'

export interface NoticeProps {
  tone?: Tone
  title?: string
  /** Read out at once by screen readers: the answer to what was just done. */
  live?: boolean
  children?: ComponentChildren
}

/** Something to know at this place of the page. */
export function Notice({ tone = 'info', title, live, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      {title && <p class="notice-title">{title}</p>}
      {children && <div>{children}</div>}
    </div>
  )
}

/** The message left by the previous step, if any; every layout shows it. */
export function Flash() {
  const { flash } = useFrame()
  return flash && <Notice tone="good" live><p>{t(flash.text, flash.values)}</p></Notice>
}
