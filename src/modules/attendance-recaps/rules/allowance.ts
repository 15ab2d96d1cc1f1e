/** What a cut takes from an allowance, in whole rupiah; what is less than one is left to the person. `total` in hundredths of a percent. */
export const amountOf = (base: bigint, total: number): bigint => (base * BigInt(total)) / 10_000n
