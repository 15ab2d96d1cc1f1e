/**
 * What the letter font draws upright, bold, italic and both: Latin with every accent, Greek, Cyrillic, punctuation,
 * and the signs offices use. A test prints all of them; a character outside breaks PDF/A, and some end the compiler.
 */
const drawn =
  '\\n -~\\u00a0-\\u017f\\u01a0\\u01a1\\u01af\\u01b0\\u01cd-\\u01e3\\u01e6-\\u01ed\\u01f0\\u01f4\\u01f5\\u01f8-\\u021b\\u021e\\u021f\\u0226-\\u0233' +
  '\\u02b0-\\u02e4\\u02ea-\\u02ff\\u0300-\\u034e\\u0384-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03ce\\u0400\\u0401\\u0403-\\u0451\\u0453\\u0455-\\u0458\\u045c-\\u045e' +
  '\\u1e00-\\u1e9b\\u1e9e\\u1ea0-\\u1ef9\\u2000-\\u200a\\u2010-\\u2027\\u202f-\\u2037\\u2039-\\u203e\\u2042\\u2044\\u2047-\\u204b\\u2070\\u2071\\u2074-\\u208e' +
  '\\u20a4\\u20ab\\u20ac\\u2103\\u2105\\u2109\\u2113\\u2116\\u2122\\u2126\\u212b\\u2153-\\u215e\\u2160-\\u2183\\u2190-\\u2195\\u21d0-\\u21d4' +
  '\\u2200-\\u220d\\u220f-\\u221c\\u221e\\u2223-\\u222b\\u2236\\u223c\\u2245\\u2248\\u2260\\u2261\\u2264\\u2265\\u2282-\\u2285\\u22c5' +
  '\\u25a0\\u25a1\\u25b2\\u25b3\\u25b6\\u25bc\\u25c6\\u25c7\\u25cb\\u25cf\\u2605\\u2639-\\u263b\\u2660\\u2663\\u2665\\u2666\\ufffd'

/** Marks without a shape of their own: joiners, directions, variation selectors. Directions could make a text read as another. */
const silent = /[\p{Default_Ignorable_Code_Point}--\u00ad]/gv

const undrawn = new RegExp(`[^${drawn}]`, 'gu')

const settled = (text: string) => text.normalize('NFC').replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n').replaceAll('\t', ' ').replace(silent, '')

/** The text with a box in the place of every character the letter font does not have. */
export const printable = (text: string): string => settled(text).replace(undrawn, '□')

/** The characters of a text that would be printed as a box, each once: worth telling whoever writes a letter. */
export const unprintableIn = (text: string): string[] => [...new Set(settled(text).match(undrawn) ?? [])]

/** Every text within a JSON value made printable. Names of fields are ours and stay. */
export function allPrintable(value: unknown): unknown {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) return value.map(allPrintable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, allPrintable(each)]))
}

/** All single characters the font draws, for the test that prints them. */
export const drawnCharacters = (): string[] => {
  const one = new RegExp(`[${drawn}]`, 'u')
  return Array.from({ length: 0xfffe }, (_, code) => String.fromCharCode(code)).filter(character => character > ' ' && one.test(character))
}
