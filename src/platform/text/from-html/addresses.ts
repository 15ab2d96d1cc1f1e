/** Schemes a publication may link to. Anything else would run something or lead nowhere. */
const LINKS = new Set(['http', 'https', 'mailto', 'tel'])

/** An address as a browser reads it: control characters and the spaces around it do not count. */
const cleaned = (address: string): string => address.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\ufeff]/g, '').trim()

const scheme = (address: string): string | undefined => /^([a-z][a-z0-9+.-]*)\s*:/i.exec(address)?.[1]?.toLowerCase()

/** The address of a link when it is one that may be followed. */
export function safeLink(address: string): string | undefined {
  const clean = cleaned(address)
  if (clean === '' || clean.length > 4000) return undefined
  const found = scheme(clean)
  if (found !== undefined && !LINKS.has(found)) return undefined
  // `\\host` and `/\host` lead to another host in browsers.
  return encoded(clean.replace(/^[\\/]{2,}/, 'https://').replaceAll('\\', '/'))
}

/** The address of a picture; `source:381` stands for one that the source of the text knows by number. */
export function safeImage(address: string): string | undefined {
  const clean = cleaned(address)
  if (/^source:\d+$/.test(clean)) return clean
  const found = scheme(clean)
  if (found !== undefined && found !== 'http' && found !== 'https') return undefined
  return safeLink(clean)
}

/** Spaces and brackets written so that Markdown needs no special form. */
const encoded = (address: string): string =>
  address.replace(/[\s<>"`{}|^]/g, sign => encodeURIComponent(sign))

/** Hosts whose address alone on a line old editors showed as a player. */
export const isEmbedHost = (address: string): boolean =>
  /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com|facebook\.com|fb\.watch|instagram\.com|tiktok\.com|twitter\.com|x\.com|spotify\.com|soundcloud\.com|dailymotion\.com|slideshare\.net|scribd\.com|issuu\.com)\//i.test(address)
