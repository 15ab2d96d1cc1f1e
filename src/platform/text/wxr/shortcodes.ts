import { embedLink, type TextRewriting } from '../from-html/bounded-html.ts'
import type { Findings } from '../from-html/findings.ts'

const SHORTCODE = /\[(\[?)(\/?)([a-z][a-z0-9_-]{0,60})((?:\s+|=)[^[\]<>]{0,3000})?\](\]?)/gi
const ADDRESS = /\b(?:src|url|mp4|mp3|m4a|webm|ogg|ogv|wmv|flv|wav|href|link)\s*=\s*["'\u201d\u2033]?(?:&#82\d\d;|&quot;)?(https?:\/\/[^\s"'\]&]+)/i
const MEDIA = new Set(['audio', 'video', 'playlist', 'youtube', 'vimeo', 'pdf-embedder', 'embeddoc', 'gview', 'googlemaps', 'iframe', 'soundcloud', 'pdfviewer', 'dflip'])

const quoted = (attributes: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|&quot;(.*?)&quot;|([^\\s"']+))`, 'i').exec(attributes)?.slice(1).find(found => found !== undefined) ?? ''

const attribute = (text: string): string => text.replace(/"/g, '&quot;').replace(/</g, '&lt;')

/**
 * Reads WordPress's shortcodes as HTML, or removes them with a finding.
 * @param attached numbers of the pictures that `[gallery]` without numbers shows
 */
export const shortcodes = (attached: readonly number[]): TextRewriting => (document, findings) => {
  const closed = closedShortcodes(document)
  return text => withoutShortcodes(text, closed, attached, findings)
}

/** Names that have a closing tag somewhere: those are shortcodes for certain. */
function closedShortcodes(html: string): Set<string> {
  return new Set(Array.from(html.matchAll(/\[\/([a-z][a-z0-9_-]{0,60})\]/gi), found => (found[1] ?? '').toLowerCase()))
}

/**
 * Words in brackets that only look like one, such as `[Humas]`, stay.
 */
function withoutShortcodes(text: string, closed: Set<string>, galleryIds: readonly number[], findings: Findings): string {
  if (!text.includes('[')) return text
  const embedded = text.replace(/\[embed(?:\s[^\]]{0,300})?\]\s*(https?:\/\/[^\s[<]{1,2000})\s*\[\/embed\]/gi, (_, address: string) => {
    findings.add('embed-to-link', address)
    return embedLink(address)
  })
  return embedded.replace(SHORTCODE, (whole: string, escaped: string, slash: string, rawName: string, attributes = '', after: string, at: number) => {
    const name = rawName.toLowerCase()
    if (escaped && after) return whole.slice(1, -1)
    if (name === 'caption' || name === 'wp_caption') {
      if (slash) return '</figure>'
      const old = quoted(attributes, 'caption')
      return `<figure data-caption="${attribute(old)}">`
    }
    if (name === 'gallery' && !slash) {
      const listed = quoted(attributes, 'ids') || quoted(attributes, 'include')
      const ids = listed ? listed.split(',').map(Number).filter(id => Number.isInteger(id) && id > 0).slice(0, 200) : galleryIds
      if (ids.length > 0) return `\n\n${ids.map(id => `<img src="source:${id}">`).join('\n\n')}\n\n`
    }
    if (!isShortcode(name, rawName, attributes, closed, embedded, at, whole.length)) return whole
    const address = slash ? undefined : ADDRESS.exec(attributes)?.[1]
    if (address && (MEDIA.has(name) || /video|audio|tube|pdf|map|embed|iframe|player/.test(name))) {
      findings.add('embed-to-link', address)
      return escaped + embedLink(address) + after
    }
    if (!slash) findings.add('shortcode-removed', whole)
    return escaped + after
  })
}

function isShortcode(name: string, rawName: string, attributes: string, closed: Set<string>, text: string, at: number, length: number): boolean {
  if (closed.has(name) || name === 'gallery' || MEDIA.has(name)) return true
  if (/^\s*[\w-]+\s*=|\s[\w-]+\s*=\s*["'&\d]/.test(attributes) || attributes.startsWith('=')) return true
  if (rawName !== name || attributes.trim() !== '') return false
  if (/[_\d]|-/.test(name)) return true
  // A lower-case word in brackets that has a line for itself.
  const before = text.slice(Math.max(0, at - 50), at)
  const behind = text.slice(at + length, at + length + 50)
  return /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*(?:\n|$)/.test(behind)
}
