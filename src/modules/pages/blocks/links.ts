import type { Around } from './block.ts'

/**
 * Where an address as people write it leads from here: news and pages of the site stay within it, other paths are the
 * portal's, files are files, and everything else is left alone.
 */
export function hrefOf(around: Around, address: string): string {
  if (!address.startsWith('/') || address.startsWith('//')) return address
  if (/^\/(?:gambar|berkas)\//.test(address)) return around.file(address)
  if (address.startsWith('/aset/')) return address
  const { home } = around
  if (home && (address === home || /^[/?#]/.test(address.slice(home.length))) && address.startsWith(home)) return around.href(address.slice(home.length) || '/')
  const first = /^\/([^/?#]*)/.exec(address)?.[1] ?? ''
  return first === 'berita' || (first !== '' && around.slugs?.has(first)) ? around.href(address) : around.portal(address)
}
