import { z } from 'zod'
import { absolute, dateOf, NOT_A_FEED, type Feed } from './feed.ts'
import { plainText } from '../from-html/plain-text.ts'
import { SourceRefused } from '../refused.ts'

/** What is of the wrong type counts as absent: one careless field does not lose an article. */
const text = z.string().catch('')
const attachment = z.object({ url: z.string(), mime_type: z.string().optional().catch(undefined), size_in_bytes: z.number().int().nonnegative().optional().catch(undefined) })
const author = z.object({ name: text })
const item = z.object({
  id: z.union([z.string(), z.number()]).transform(String).catch(''),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  authors: z.array(author).catch([]),
  author: author.optional().catch(undefined),
  tags: z.array(text).catch([]),
  attachments: z.array(attachment).catch([]),
})
const document = z.object({
  version: z.string().regex(/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1(?:\.\d)?\/?$/),
  title: text,
  home_page_url: text,
  items: z.array(z.unknown()),
})

/** Reads JSON Feed 1 and 1.1. */
export function readJsonFeed(source: string, most: number): Feed {
  let parsed: unknown
  try {
    parsed = JSON.parse(source)
  } catch {
    throw new SourceRefused('Umpan JSON ini rusak atau terpotong.')
  }
  const found = document.safeParse(parsed)
  if (!found.success) throw new SourceRefused(NOT_A_FEED)
  if (found.data.items.length > most) throw new SourceRefused('Umpan memuat lebih dari {n} tulisan.', { n: most })
  const home = found.data.home_page_url
  return {
    format: 'json',
    title: plainText(found.data.title),
    link: home,
    items: found.data.items.flatMap(raw => {
      const read = item.safeParse(raw)
      if (!read.success) return []
      const one = read.data
      const link = absolute(one.url || one.external_url, home)
      return [{
        id: one.id || link,
        link,
        title: one.title.replace(/\s+/g, ' ').trim(),
        html: one.content_html || escaped(one.content_text),
        summary: escaped(one.summary),
        published: dateOf(one.date_published),
        updated: dateOf(one.date_modified),
        author: one.authors[0]?.name ?? one.author?.name ?? '',
        categories: [...new Set(one.tags.filter(tag => tag !== ''))],
        enclosures: one.attachments.map(file => ({ url: absolute(file.url, home), type: file.mime_type, bytes: file.size_in_bytes })),
      }]
    }),
  }
}

const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
