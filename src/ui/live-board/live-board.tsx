import type { ComponentChildren } from 'preact'

/**
 * What changes while it is looked at. With the `live-board` script it is drawn anew whenever `address`, a stream of events,
 * says so; without scripts the page loads again by itself. `null`: nothing changes any more.
 */
export const LiveBoard = ({ address, children }: { address: string | null; children: ComponentChildren }) => (
  <div data-live-board={address ?? undefined} aria-live="off">{children}</div>
)
