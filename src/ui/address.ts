/**
 * The address `here` with some query parameters changed; `null` or an empty value removes one.
 * Keyset marks (`setelah`, `sebelum`) are dropped, because another filter or order starts from the first page.
 */
export function addressWith(here: string, changes: Record<string, string | null>): string {
  const url = new URL(here, 'http://here.invalid')
  for (const mark of ['setelah', 'sebelum']) url.searchParams.delete(mark)
  for (const [name, value] of Object.entries(changes)) {
    if (value) url.searchParams.set(name, value)
    else url.searchParams.delete(name)
  }
  return url.pathname + url.search
}

/** `page` when a link leads to the page being shown, `true` when it leads to a part this page lies in. */
export function currentOf(here: string, href: string): 'page' | 'true' | undefined {
  const [path = '/'] = here.split('?')
  const [target = '/'] = href.split('?')
  if (path === target) return 'page'
  return target !== '/' && path.startsWith(`${target}/`) ? 'true' : undefined
}
