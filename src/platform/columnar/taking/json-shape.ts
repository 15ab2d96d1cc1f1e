const lists = ['features', 'records', 'data', 'rows', 'results', 'items'] as const

/** Where the elements of a JSON file lie, by its head: `false` at the top, else inside an object under a key, or under any. */
export function wrappedIn(head: string, whole: boolean): boolean | string {
  if (!head.trimStart().startsWith('{')) return false
  const [line = ''] = head.trimStart().split('\n', 1)
  const inList = /"type"\s*:\s*"FeatureCollection"/.test(head) ? 'features' : lists.find(key => new RegExp(`"${key}"\\s*:\\s*\\[\\s*\\{`).test(head))
  try {
    const first: unknown = JSON.parse(line)
    // One object on a line: lines of objects, unless it is the only one and holds a list.
    const only = whole && head.trim() === line.trim()
    return only && inList !== undefined && typeof first === 'object' ? inList : false
  } catch {
    return /"type"\s*:\s*"Feature"/.test(head) && inList === undefined ? false : (inList ?? true)
  }
}
