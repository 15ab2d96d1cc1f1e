import type { ComponentChildren } from 'preact'

export interface HeroProps {
  title: string
  lead?: string
  children?: ComponentChildren
}

/** The opening of a home page on the government's woven field; goes into `PublicLayout`'s `hero`. */
export function Hero({ title, lead, children }: HeroProps) {
  return (
    <div class="hero">
      <div class="wrap">
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
        {children}
      </div>
    </div>
  )
}
