import type { ComponentChildren } from 'preact'
import type { Language } from '#platform/i18n/locale.ts'
import { useFrame, type SiteFrame } from '#platform/web/frame.ts'

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
  const { government, site } = frame
  const whole = site?.name ?? government.name
  return (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <title>{title === whole ? title : `${title} · ${whole}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {description && <meta name="description" content={description} />}
        <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#141513" media="(prefers-color-scheme: dark)" />
        <link rel="canonical" href={canonical ?? (site ? addressIn(site, frame.language) : frame.origin + frame.here.split('?')[0])} />
        {site && kind === 'public' && <Languages site={site} />}
        {!site && <link rel="manifest" href="/manifest.webmanifest" />}
        <link rel="stylesheet" href={frame.stylesheet} />
        {head}
        {(frame.offline ? [...new Set([...islands, 'outbox'])] : islands).map(name => {
          const src = frame.islands[name]
          if (!src) throw new Error(`No island named ${name} was built`)
          return <script key={name} type="module" src={src} />
        })}
      </head>
      <body class={kind}>{children}</body>
    </html>
  )
}

/** Whole address of the site's page in a language. */
const addressIn = (site: SiteFrame, language: Language) => site.canonical + (language === 'en' ? '/en' : '') + (site.path === '/' ? (language === 'en' ? '' : '/') : site.path)

const Languages = ({ site }: { site: SiteFrame }) => (
  <>
    <link rel="alternate" hreflang="id" href={addressIn(site, 'id')} />
    <link rel="alternate" hreflang="en" href={addressIn(site, 'en')} />
  </>
)
