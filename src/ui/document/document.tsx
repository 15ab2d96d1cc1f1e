import type { ComponentChildren } from 'preact'
import { useFrame } from '#platform/web/frame.ts'

export interface DocumentProps {
  title: string
  /** One or two sentences for search engines and shared links. */
  description?: string
  /** Absolute address of this content; the page's own path without its query when left out. */
  canonical?: string
  /** Open Graph, JSON-LD, feed links … */
  head?: ComponentChildren
  /** Names of browser scripts this page needs, as in `frame.islands`. */
  islands?: string[]
  /** Class of `body`, chosen by the layout. */
  kind: string
  children: ComponentChildren
}

/** The HTML shell. The doctype is written by whoever sends the page. */
export function Document({ title, description, canonical, head, islands = [], kind, children }: DocumentProps) {
  const frame = useFrame()
  const { government } = frame
  return (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <title>{title === government.name ? title : `${title} · ${government.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {description && <meta name="description" content={description} />}
        <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#141513" media="(prefers-color-scheme: dark)" />
        <link rel="canonical" href={canonical ?? frame.origin + frame.here.split('?')[0]} />
        <link rel="stylesheet" href={frame.stylesheet} />
        {head}
        {islands.map(name => {
          const src = frame.islands[name]
          if (!src) throw new Error(`No island named ${name} was built`)
          return <script key={name} type="module" src={src} />
        })}
      </head>
      <body class={kind}>{children}</body>
    </html>
  )
}
