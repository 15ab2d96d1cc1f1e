/** Path and query of an old address when it belongs to the old site, e.g. `/2015/01/rapat/` or `/?p=380`. */
export function pathWithin(address: string, baseUrl: string): string | undefined {
  const base = parsed(baseUrl)
  const url = parsed(address, baseUrl)
  if (!url || !base || siteHost(url) !== siteHost(base) || !/^https?:$/.test(url.protocol)) return undefined
  return url.pathname + url.search
}

/** Every path that led to an item: its own link and the short one WordPress always answers. */
export function oldPathsOf(item: { wordpressId: number; kind: string; link: string }, baseUrl: string): string[] {
  const folder = parsed(baseUrl)?.pathname.replace(/\/$/, '') ?? ''
  const own = pathWithin(item.link, baseUrl)
  const short = `${folder}/?${item.kind === 'page' ? 'page_id' : 'p'}=${item.wordpressId}`
  return [...new Set([...(own && own !== '/' ? [own] : []), short])]
}

/** Names an item for good, whatever the address is written like: `wordpress:slawi.example.go.id:380`. */
export function sourceIdOf(wordpressId: number, baseUrl: string): string {
  const base = parsed(baseUrl)
  return `wordpress:${base ? siteHost(base) + base.pathname.replace(/\/$/, '') : ''}:${wordpressId}`
}

/** Finds the file that can be had for an address, whatever size of it the text shows. */
export class MediaIndex {
  readonly #byKey = new Map<string, string>()

  constructor(available: Iterable<string>) {
    for (const address of available) this.#byKey.set(mediaKey(address), address)
  }

  /** The available address for `address`, as it stands in the set given. */
  find(address: string): string | undefined {
    const key = mediaKey(address)
    const whole = wholeOf(key)
    return this.#byKey.get(key) ?? this.#byKey.get(whole) ?? this.#byKey.get(whole.replace(/(?=\.\w+$)/, '-scaled'))
  }
}

/** Uploads are known by their place below `uploads`; anything else by host and path. */
export function mediaKey(address: string): string {
  const url = parsed(address, 'http://invalid.invalid')
  if (!url) return address
  const path = decodedPath(url.pathname)
  return /\/wp-content\/uploads\/(.+)$/.exec(path)?.[1] ?? siteHost(url) + path
}

/** The key of the picture that a smaller size of it was made from. */
export const wholeOf = (key: string): string => key.replace(/-\d{2,5}x\d{2,5}(?=\.\w+$)/, '').replace(/-scaled(?=\.\w+$)/, '')

export const isPicture = (address = ''): boolean => /\.(?:jpe?g|png|gif|webp|avif|bmp|svg|heic|tiff?)(?:[?#]|$)/i.test(address)

/** Name of a file for people. */
export function fileName(address: string): string {
  const path = parsed(address, 'http://invalid.invalid')?.pathname ?? address
  return decodedPath(path).split('/').filter(Boolean).at(-1)?.slice(0, 120) ?? address.slice(0, 120)
}

const siteHost = (url: URL): string => url.host.toLowerCase().replace(/^www\./, '')

const parsed = (address: string, base?: string): URL | undefined => (URL.canParse(address, base || undefined) ? new URL(address, base || undefined) : undefined)

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
