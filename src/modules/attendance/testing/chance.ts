/** Numbers that look random and are the same for the same seed (sfc32). */
export interface Chance {
  /** From 0 to below 1. */
  next(): number
  yes(share: number): boolean
  between(low: number, high: number): number
  one<T>(of: readonly T[]): T
  /** One of several kinds by their shares; what is left over falls to the last. */
  kind<T extends string>(shares: Record<T, number>): T
  normal(mean: number, deviation: number): number
  /** By its median and the deviation of its logarithm. */
  logNormal(median: number, deviation: number): number
  /** Distance of a point that is off by `deviation` in both directions. */
  rayleigh(deviation: number): number
}

export function chance(seed: number): Chance {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed ^ 0xdeadbeef]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 20; i++) next()
  const rayleigh = (deviation: number) => deviation * Math.sqrt(-2 * Math.log(1 - next()))
  const normal = (mean: number, deviation: number) => mean + rayleigh(deviation) * Math.cos(2 * Math.PI * next())
  return {
    next,
    normal,
    rayleigh,
    yes: share => next() < share,
    between: (low, high) => low + (high - low) * next(),
    one: of => of[Math.floor(next() * of.length)]!,
    kind<T extends string>(shares: Record<T, number>): T {
      const kinds = Object.keys(shares) as T[]
      let left = next()
      return kinds.find(kind => (left -= shares[kind]) < 0) ?? kinds.at(-1)!
    },
    logNormal: (median, deviation) => median * Math.exp(normal(0, deviation)),
  }
}
