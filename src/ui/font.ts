import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')
const letters = `${printable} ·–—‘’“”…•×→←°éÉèëïöü`

/**
 * The one heading font file: Plus Jakarta Sans 700 with the letters Indonesian and English need, as WOFF2. Made by the
 * build: the programs that cut fonts take 50 MB of memory and do not give it back.
 */
export async function buildHeadingFont(): Promise<Buffer> {
  const path = createRequire(import.meta.url).resolve('@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-700-normal.woff2')
  return subsetFont(await readFile(path), letters, { targetFormat: 'woff2' })
}
