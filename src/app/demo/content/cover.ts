import { dice, circle, palettes, path, ridge, round, volcano, type Palette } from './cover-pen.ts'
import { scenes } from './cover-scenes.ts'
import type { CoverMotif } from './types.ts'

function sky(roll: () => number, p: Palette): string {
  const x = 250 + roll() * 1100
  const y = 170 + roll() * 170
  const birds = roll() < 0.5 ? '' : [0, 1, 2].map(i => {
    const bx = (x + 500) % 1300 + 100 + i * 62
    const by = 150 + (i % 2) * 34 + roll() * 20
    return path(`M${round(bx)} ${round(by)} q13 -13 26 0 q13 -13 26 0`, 'none', `stroke="${p.dark}" stroke-width="4" opacity="0.5"`)
  }).join('')
  const clouds = [0, 1].map(() => {
    const cx = roll() * 1400
    const cy = 120 + roll() * 200
    return `<g fill="${p.light}" opacity="0.55"><rect x="${round(cx)}" y="${round(cy)}" width="300" height="34" rx="17"/>`
      + `<rect x="${round(cx + 70)}" y="${round(cy - 30)}" width="170" height="44" rx="22"/></g>`
  }).join('')
  return `<rect width="1600" height="1000" fill="url(#s)"/>${circle(x, y, 150, p.sun, 0.25)}${circle(x, y, 92, p.sun)}${clouds}${birds}`
}

function backdrop(roll: () => number, p: Palette): string {
  const x = 300 + roll() * 1000
  return volcano(x, 640, 760 + roll() * 200, 300 + roll() * 120, p.hills[0])
    + ridge(roll, 560, 50, p.hills[1], 3) + ridge(roll, 630, 30, p.hills[2], 4)
}

/** Motifs whose scene brings its own horizon. */
const bare: CoverMotif[] = ['sea', 'document']

/**
 * Draws the cover of a demo publication: an SVG of 1600 × 1000, the same for the same motif and seed.
 * The demo has no photographs; these stand in for them.
 */
export function drawCover(motif: CoverMotif, seed: string | number): string {
  const roll = dice(`${motif}/${seed}`)
  const palette = palettes[Math.floor(roll() * palettes.length)] ?? palettes[0]!
  const back = motif === 'document' ? '' : sky(roll, palette) + (bare.includes(motif) ? '' : backdrop(roll, palette))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000" viewBox="0 0 1600 1000">`
    + `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette.sky[0]}"/>`
    + `<stop offset="0.7" stop-color="${palette.sky[1]}"/></linearGradient></defs>`
    + back + scenes[motif](roll, palette) + '</svg>'
}
