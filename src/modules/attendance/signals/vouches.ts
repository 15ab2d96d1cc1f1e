/** One scan of a colleague's code: who vouched for whom. */
export interface VouchRecord {
  by: string
  of: string
}

/**
 * Whether everybody whose word stands behind a person, and behind those who gave it, is one of a few who lead back to the
 * person: such a circle knows nothing that one of them alone could not say.
 */
export function isClosedCircle(person: string, records: readonly VouchRecord[], few = 4): boolean {
  const behind = new Set<string>()
  const next = [person]
  for (let one = next.pop(); one !== undefined; one = next.pop())
    for (const { by, of } of records) {
      if (of !== one || behind.has(by)) continue
      behind.add(by)
      next.push(by)
    }
  return behind.has(person) && behind.size <= few
}
