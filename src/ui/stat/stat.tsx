import type { ComponentChildren } from 'preact'

export interface StatProps {
  /** The number as it is read: `94%`, `41/48`. */
  value: string
  /** The sentence that gives the number its meaning. */
  children: ComponentChildren
  /** Where the number comes from. */
  href?: string
  /** Part of the whole, 0 to 1, shown as a bar. */
  share?: number
  /** What the bar shows, when it is not the number itself. */
  shareLabel?: string
}

/** A number beside the sentence that gives it meaning. */
export function Stat({ value, children, href, share, shareLabel }: StatProps) {
  const content = (
    <>
      <b>{value}</b> <span>{children}</span>
      {share !== undefined && <meter min={0} max={1} value={share} aria-label={shareLabel ?? value} />}
    </>
  )
  return href ? <a class="stat" href={href}>{content}</a> : <p class="stat">{content}</p>
}
