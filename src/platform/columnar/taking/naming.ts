import { freeSlug, slugOf } from '../../text/slug.ts'

/** Names the engine uses itself, or that SQL people write takes for something else. */
const reserved = ['row', 'trouble', 'file_row_number', 'filename', 'count']

/** What a column may be called. */
export const isName = (name: string): boolean => /^[a-z][a-z0-9_]{0,62}$/.test(name) && !reserved.includes(name)

/** Headings that name something and differ from each other. */
export function titlesOf(headings: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headings.map((heading, i) => {
    const title = heading.replace(/\s+/g, ' ').trim().slice(0, 200) || `Kolom ${i + 1}`
    const times = (seen.get(title.toLowerCase()) ?? 0) + 1
    seen.set(title.toLowerCase(), times)
    return times === 1 ? title : `${title} (${times})`
  })
}

/** A name for every heading, for queries and files. */
export function namesOf(titles: readonly string[]): string[] {
  const taken = new Set<string>(reserved.map(name => name.replaceAll('_', '-')))
  return titles.map(title => {
    const slug = slugOf(title.slice(0, 120), 'kolom').slice(0, 50).replace(/-+$/, '')
    return freeSlug(/^[a-z]/.test(slug) ? slug : `kolom-${slug}`, taken).replaceAll('-', '_')
  })
}
