/** Numbers from 0 up to 1, the same for the same seed: xorshift of 32 bits. */
export class Chance {
  #state: number
  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0 || 1
  }
  next(): number {
    this.#state ^= this.#state << 13
    this.#state >>>= 0
    this.#state ^= this.#state >>> 17
    this.#state ^= this.#state << 5
    this.#state >>>= 0
    return this.#state / 2 ** 32
  }
  under(share: number): boolean {
    return this.next() < share
  }
  below(count: number): number {
    return Math.floor(this.next() * count)
  }
  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }
}
