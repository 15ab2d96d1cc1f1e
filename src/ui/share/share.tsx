import type { ComponentChildren } from 'preact'

/** Part of a whole, 0 to 1, as a bar under its number; the number says the same in words. */
export const Share = ({ share, children }: { share: number; children: ComponentChildren }) => (
  <span class="share">{children}<meter min={0} max={1} value={Math.min(1, Math.max(0, share))} aria-hidden="true" /></span>
)
