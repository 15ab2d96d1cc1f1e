/** How much a reader wants a media type, by the most specific range that names it; 1 when nobody says. */
function weightOf(accept: string, type: string): number {
  const [group = ''] = type.split('/')
  let best = { specific: -1, weight: 0 }
  for (const range of accept.split(',')) {
    const [name = '', ...parameters] = range.split(';').map(part => part.trim().toLowerCase())
    const specific = name === type ? 2 : name === `${group}/*` ? 1 : name === '*/*' ? 0 : -1
    if (specific <= best.specific) continue
    const weight = Number(parameters.find(one => one.startsWith('q='))?.slice(2) ?? 1)
    best = { specific, weight: Number.isFinite(weight) ? weight : 0 }
  }
  return best.weight
}

/** The type of `offered` a reader wants more than the first, which is what he gets when he does not care; null for the first. */
export function preferredType(accept: string | undefined, offered: readonly [usual: string, ...others: string[]]): string | null {
  if (!accept) return null
  const [usual, ...others] = offered
  let best: { type: string | null; weight: number } = { type: null, weight: weightOf(accept, usual) }
  for (const type of others) {
    const weight = weightOf(accept, type)
    if (weight > best.weight) best = { type, weight }
  }
  return best.type
}

/** Whether a reader says anything about one of these types: only then it must be weighed. */
export const names = (accept: string | undefined, types: readonly string[]): boolean => accept !== undefined && types.some(type => accept.toLowerCase().includes(type))
