import type { Government } from '#platform/access/government.ts'
import type { Message } from '#platform/forms/fields.ts'
import { type Lch, contrastOf, toHex, toLch } from './colour.ts'
import { bandOf, fieldOf } from './patterns.ts'

export { contrastOf } from './colour.ts'

/** WCAG AA for text. */
const enough = 4.5

/** How much darker than asked an accent may be drawn before it is another colour. */
const farthestDarkening = 0.12

/** Grounds accent text stands on; the values of `base/tokens.css`. */
const lightGrounds = ['#fbfaf7', '#ffffff', '#f4f1ea']
const darkGrounds = ['#141513', '#1c1d1b', '#20211e']

export interface Accent {
  accent: string
  /** Text on the accent. */
  ink: string
  /** Quiet ground that accent text can stand on. */
  soft: string
  /** Ground of the woven band and the crest. */
  band: string
}

/** The accent's colours for light and dark, or null when it is too light for paper. */
export function accentsOf(hex: string): { light: Accent; dark: Accent } | null {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return null
  const own = toLch(hex)
  const softLight = toHex({ ...own, l: 0.945, c: Math.min(own.c, 0.014) })
  const light = darken(own, [...lightGrounds, softLight])
  if (!light) return null
  const softDark = toHex({ ...own, l: 0.285, c: Math.min(own.c, 0.022) })
  const dark = lighten({ ...own, l: 0.77, c: Math.min(own.c, 0.095) }, [...darkGrounds, softDark])
  return {
    light: { accent: light, ink: '#ffffff', soft: softLight, band: light },
    dark: { accent: dark, ink: toHex({ ...own, l: 0.22, c: Math.min(own.c, 0.03) }), soft: softDark, band: toHex({ ...own, l: 0.35, c: Math.min(own.c, 0.07) }) },
  }
}

const readable = (colour: string, grounds: string[]) => grounds.every(ground => contrastOf(colour, ground) >= enough)

function darken(own: Lch, grounds: string[]): string | null {
  for (let by = 0; by <= farthestDarkening; by += 0.01) {
    const hex = toHex({ ...own, l: Math.max(0, own.l - by) })
    if (readable(hex, grounds)) return hex
  }
  return null
}

function lighten(start: Lch, grounds: string[]): string {
  let l = start.l
  while (l < 1 && !readable(toHex({ ...start, l }), grounds)) l += 0.01
  return toHex({ ...start, l })
}

/** Why a government cannot take this accent, or null when it can. */
export function accentProblem(hex: string): Message | null {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return { text: 'Tulis warna seperti #0b5a55' }
  if (!accentsOf(hex)) return { text: 'Warna {hex} terlalu terang: tulisannya sulit dibaca di atas kertas. Pilih yang lebih gelap', values: { hex } }
  return null
}

/** Used when a stored accent cannot be read, so that a page never is. */
const standard = '#0b5a55'

/** The government's own custom properties, to be put after the built stylesheet. */
export function themeCss(government: Pick<Government, 'accent' | 'pattern'>): string {
  const accents = accentsOf(government.accent) ?? accentsOf(standard)
  if (!accents) throw new Error('The standard accent must be readable')
  const lines = (a: Accent) => `--accent:${a.accent};--accent-ink:${a.ink};--accent-soft:${a.soft};--band:${a.band}`
  return `@layer base{:root{${lines(accents.light)};--band-motif:${bandOf(government.pattern)};--field:${fieldOf(government.pattern)}}`
    + `@media(prefers-color-scheme:dark){:root{${lines(accents.dark)}}}`
    + `@media print{:root{--accent:#000}}}`
}
