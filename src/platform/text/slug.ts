const LONGEST = 80

/** Address of a page from its title: lower-case ASCII words joined by hyphens, at most 80 characters, never empty. */
export function slugOf(title: string, otherwise = 'tanpa-judul'): string {
  const words = title
    .slice(0, 1000)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss').replace(/[æ]/g, 'ae').replace(/[ø]/g, 'o').replace(/[đð]/g, 'd').replace(/ł/g, 'l')
    .replace(/&/g, ' dan ')
    // Jum'at and Qur’an are one word.
    .replace(/(\p{L})['’‘`](?=\p{L})/gu, '$1')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return shortened(words) || otherwise
}

/** The slug an old site used, readable again: WordPress percent-encodes what is not ASCII. */
export function slugFrom(encoded: string, title: string, otherwise?: string): string {
  let decoded = encoded
  try {
    decoded = decodeURIComponent(encoded)
  } catch {
    // Cut in the middle of a letter; what remains is still better than nothing.
    decoded = encoded.replace(/%[0-9a-f]{0,2}/gi, '-')
  }
  return slugOf(decoded, '') || slugOf(title, otherwise)
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken; takes it. */
export function freeSlug(slug: string, taken: Set<string>): string {
  let free = slug
  for (let n = 2; taken.has(free); n++) free = `${slug.slice(0, LONGEST - 1 - String(n).length).replace(/-+$/, '')}-${n}`
  taken.add(free)
  return free
}

function shortened(slug: string): string {
  if (slug.length <= LONGEST) return slug
  const cut = slug.slice(0, LONGEST + 1)
  const word = cut.lastIndexOf('-')
  return (word > 20 ? cut.slice(0, word) : cut.slice(0, LONGEST)).replace(/-+$/, '')
}
