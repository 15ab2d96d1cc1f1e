const small = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas']

/** A whole number from 0 to 999.999.999.999 in Indonesian words, as papers write them behind the figure: `12` is `dua belas`. */
export function inWords(n: number): string {
  if (n < 12) return small[n] ?? String(n)
  if (n < 20) return `${inWords(n - 10)} belas`
  const [size, word, one] = n < 100 ? ([10, 'puluh', ''] as const) : n < 1000 ? ([100, 'ratus', 'seratus'] as const) : n < 1e6 ? ([1000, 'ribu', 'seribu'] as const) : n < 1e9 ? ([1e6, 'juta', ''] as const) : ([1e9, 'miliar', ''] as const)
  const [whole, rest] = [Math.floor(n / size), n % size]
  return [whole === 1 && one ? one : `${inWords(whole)} ${word}`, rest > 0 ? inWords(rest) : ''].filter(Boolean).join(' ')
}

/** `KESATU`, `KEDUA` … as provisions of a decree are numbered. */
export const ordinal = (n: number): string => `KE${inWords(n).toUpperCase()}`
