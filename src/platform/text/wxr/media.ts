import { mediaKey, wholeOf } from './addresses.ts'
import type { WordpressSite } from './wxr.ts'

/** Addresses of pictures and files that posts and pages of an export show, each once: what is worth looking for. */
export function mediaOf(site: WordpressSite): string[] {
  const texts = site.items.filter(item => (item.kind === 'post' || item.kind === 'page') && item.status !== 'trash' && item.status !== 'inherit')
  const shown = new Set(texts.map(text => text.wordpressId))
  const featured = new Set(texts.map(text => text.featuredImageId))
  const galleries = texts.flatMap(text => Array.from(text.html.matchAll(/\b(?:ids|include)\s*=\s*["']?([\d, ]{1,2000})/g), found => found[1]!.split(',').map(Number))).flat()
  const numbered = new Set([...featured, ...galleries])
  const found = new Set<string>()
  for (const file of site.items) if (file.kind === 'attachment' && file.attachmentUrl && (shown.has(file.parentId ?? -1) || numbered.has(file.wordpressId))) found.add(file.attachmentUrl)
  const keys = new Set(Array.from(found, mediaKey))
  for (const text of texts)
    for (const [, tag, address] of text.html.matchAll(/<(img|a)\s[^<>]*?\b(?:src|href)\s*=\s*["']([^"'<>\s]{1,2000})["']/gi)) {
      const file = tag?.toLowerCase() === 'img' || /\/wp-content\/uploads\/[^?#]+\.\w{2,5}$/i.test(address!)
      if (!file || !URL.canParse(address!, site.baseUrl || undefined)) continue
      const { href } = new URL(address!, site.baseUrl || undefined)
      // A smaller size of what is an attachment already.
      if (!keys.has(mediaKey(href)) && !keys.has(wholeOf(mediaKey(href)))) found.add(href)
    }
  return [...found]
}
