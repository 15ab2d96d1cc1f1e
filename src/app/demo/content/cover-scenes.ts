import { broadTree, circle, hall, palm, path, poly, rect, ridge, round, stroke, type Palette } from './cover-pen.ts'
import { deskScene, seaScene } from './cover-scenes-wide.ts'
import type { CoverMotif } from './types.ts'

type Scene = (roll: () => number, p: Palette) => string

const pick = <T>(roll: () => number, list: readonly T[]): T => list[Math.floor(roll() * list.length)]!

const road: Scene = (roll, p) => {
  const bend = roll() < 0.5 ? -1 : 1
  const c = 620 + roll() * 360
  const palms = roll() < 0.4
  const far = c + bend * (110 + roll() * 200)
  let out = ridge(roll, 690, 18, p.field[1]!, 2)
  out += path(`M${far - 14} 672 C${far - 120 * bend} 720 ${c + 330 * bend} 770 ${c - 380} 1000 L${c + 380} 1000 C${c + 480 * bend} 790 ${far - 40 * bend} 715 ${far + 14} 672 Z`, '#6f6a63')
  out += stroke(`M${far} 674 C${far - 80 * bend} 718 ${c + 400 * bend} 780 ${c} 1000`, p.light, 11, 'stroke-dasharray="46 40" opacity="0.9"')
  for (let i = 0; i < 6; i++) {
    const side = i % 2 ? 1 : -1
    const depth = i / 6
    const x = c + side * (350 + depth * 480) + roll() * 60
    out += palms
      ? palm(x, 730 + depth * 240, 190 + depth * 190, p.hills[2], p.dark, side * 0.08)
      : broadTree(x, 730 + depth * 230, 120 + depth * 150, p.hills[2], p.field[3]!, p.dark)
  }
  // A small lorry or a motorcycle's worth of life on the road.
  const x = c + bend * 60
  out += rect(x - 62, 800, 84, 58, pick(roll, p.bright), 6) + rect(x + 26, 818, 40, 40, pick(roll, p.bright), 8)
    + rect(x + 38, 825, 20, 15, p.light, 3) + circle(x - 38, 860, 13, p.dark) + circle(x + 40, 860, 13, p.dark)
  return out
}

const market: Scene = (roll, p) => {
  let out = rect(0, 660, 1600, 340, p.earth) + rect(0, 660, 1600, 20, p.dark).replace('/>', ' opacity="0.12"/>')
  out += hall(380 + roll() * 840, 690, 760, 300, p.bright[3]!, p.bright[0]!, p.bright[4]!, p.dark)
  const stalls = 5
  for (let i = 0; i < stalls; i++) {
    const x = 30 + i * 316 + roll() * 18
    const y = 610 + (i % 2) * 34 + roll() * 14
    const w = 276
    const color = p.bright[(i + Math.floor(roll() * 2)) % 4]!
    out += rect(x + 14, y + 60, 10, 250, p.dark) + rect(x + w - 24, y + 60, 10, 250, p.dark)
    out += rect(x + 24, y + 92, w - 48, 130, p.dark).replace('/>', ' opacity="0.32"/>')
    out += poly([[x - 14, y + 78], [x + 28, y], [x + w - 28, y], [x + w + 14, y + 78]], color)
    for (let s = 0; s < 4; s++) {
      const a = (w - 56) / 8
      const b = (w + 28) / 8
      out += poly([[x + 28 + a * (2 * s + 1), y], [x + 28 + a * (2 * s + 2), y], [x - 14 + b * (2 * s + 2), y + 78], [x - 14 + b * (2 * s + 1), y + 78]], p.light, 0.75)
    }
    for (let s = 0; s < 8; s++) out += circle(x - 14 + (w + 28) / 16 * (2 * s + 1), y + 78, (w + 28) / 16, s % 2 ? p.light : color)
    out += rect(x + 6, y + 214, w - 12, 100, p.bright[4]!, 4) + rect(x + 6, y + 214, w - 12, 16, p.bright[3]!, 4)
    for (let f = 0; f < 9; f++) out += circle(x + 34 + f * 26, y + 206 - (f % 3) * 8, 17, pick(roll, [...p.bright.slice(0, 3), ...p.field]))
  }
  for (let i = 0; i < 4; i++) out += person(roll, p, 140 + i * 390 + roll() * 160, 962, 150)
  return out
}

function person(roll: () => number, p: Palette, x: number, foot: number, h: number): string {
  const cloth = pick(roll, p.bright.slice(0, 4))
  const veil = roll() < 0.5
  return path(`M${round(x - h * 0.19)} ${foot} L${round(x - h * 0.15)} ${foot - h * 0.62} Q${round(x)} ${foot - h * 0.78} ${round(x + h * 0.15)} ${foot - h * 0.62} L${round(x + h * 0.19)} ${foot} Z`, cloth)
    + (veil ? circle(x, foot - h * 0.79, h * 0.155, pick(roll, p.bright)) : circle(x, foot - h * 0.84, h * 0.13, p.dark))
    + circle(x, foot - h * 0.8, h * 0.105, '#b98562')
}

const health: Scene = (roll, p) => {
  const x = 640 + roll() * 320
  let out = ridge(roll, 700, 12, p.field[0]!, 2) + rect(0, 850, 1600, 150, p.earth) + rect(0, 850, 1600, 12, p.light)
  for (const t of [90, 1510]) out += broadTree(t + roll() * 50 - 25, 850, 300, p.hills[2], p.field[3]!, p.dark)
  out += rect(x - 500, 560, 1000, 290, p.light) + rect(x - 500, 800, 1000, 50, p.bright[2]!)
  out += poly([[x - 545, 565], [x - 440, 440], [x + 440, 440], [x + 545, 565]], pick(roll, [p.bright[0]!, p.bright[0]!, p.hills[2], p.bright[1]!]))
  out += rect(x - 170, 470, 340, 380, p.light) + poly([[x - 205, 475], [x, 330], [x + 205, 475]], p.bright[3]!)
  out += circle(x, 545, 62, p.bright[2]!) + rect(x - 12, 505, 24, 80, p.light, 4) + rect(x - 40, 533, 80, 24, p.light, 4)
  out += rect(x - 62, 660, 124, 190, p.dark, 6) + rect(x - 54, 668, 51, 182, p.water[0]) + rect(x + 3, 668, 51, 182, p.water[0])
  for (const dx of [-430, -310, 220, 340]) {
    out += rect(x + dx, 620, 90, 110, p.dark, 5) + rect(x + dx + 8, 628, 34, 94, p.water[0]) + rect(x + dx + 48, 628, 34, 94, p.water[1])
  }
  for (let i = 0; i < 3; i++) out += person(roll, p, x - 330 + i * 300 + roll() * 80, 950, 160)
  return out
}

const school: Scene = (roll, p) => {
  const x = 640 + roll() * 320
  let out = rect(0, 690, 1600, 310, p.field[0]!) + poly([[x - 160, 760], [x + 160, 760], [x + 560, 1000], [x - 560, 1000]], p.earth)
  out += rect(x - 620, 560, 1240, 200, p.light) + poly([[x - 660, 566], [x - 590, 450], [x + 590, 450], [x + 660, 566]], pick(roll, [p.bright[0]!, p.bright[3]!, p.bright[2]!]))
  for (let i = 0; i < 9; i++) {
    const wx = x - 570 + i * 130
    if (i === 4) { out += rect(wx + 5, 610, 90, 150, p.bright[3]!, 4); continue }
    out += rect(wx, 606, 100, 84, p.bright[2]!, 4) + rect(wx + 7, 613, 40, 70, p.water[0]) + rect(wx + 53, 613, 40, 70, p.water[0])
  }
  out += rect(x - 620, 735, 1240, 25, p.bright[4]!)
  const f = x + (roll() < 0.5 ? -1 : 1) * 330
  out += rect(f - 5, 300, 10, 540, p.dark) + rect(f + 5, 306, 150, 50, '#c23b2e') + rect(f + 5, 356, 150, 50, '#fffdf8') + rect(f - 44, 832, 88, 20, p.light, 4)
  out += broadTree(120 + roll() * 60, 850, 340, p.hills[2], p.field[3]!, p.dark) + broadTree(1470 - roll() * 50, 830, 280, p.field[3]!, p.hills[2], p.dark)
  for (let i = 0; i < 5; i++) {
    const px = 300 + i * 230 + roll() * 60
    out += rect(px - 20, 900, 40, 50, '#c9584a', 6) + rect(px - 24, 850, 48, 58, '#fdfaf2', 12) + circle(px, 832, 22, '#b98562') + path(`M${px - 22} 830 a22 22 0 0 1 44 0 Z`, p.dark)
      + rect(px - 14, 948, 9, 26, p.dark) + rect(px + 5, 948, 9, 26, p.dark)
  }
  return out
}

const farm: Scene = (roll, p) => {
  let out = ''
  const steps = 7
  for (let i = 0; i < steps; i++) {
    const y = 640 + i * 52 + i * i * 2
    const fill = p.field[(i + Math.floor(roll() * 2)) % 4]!
    out += ridge(roll, y, 24 + i * 4, i % 3 === 2 ? p.water[0] : fill, 2 + (i % 2))
    out += ridge(roll, y + 44 + i * 3, 22, fill, 2)
  }
  for (let i = 0; i < 5; i++) out += palm(roll() * 1600, 640 + roll() * 150, 190 + roll() * 90, p.hills[2], p.dark, roll() * 0.3 - 0.15)
  const hx = 200 + roll() * 1100
  out += hall(hx, 760, 210, 150, p.bright[0]!, p.bright[3]!, p.bright[4]!, p.dark)
  for (let row = 0; row < 3; row++) {
    for (let x = -20; x < 1620; x += 38) {
      const y = 900 + row * 44 + Math.sin(x / 150 + row) * 10
      out += stroke(`M${x} ${round(y + 26)} q-6 -26 -16 -34 M${x} ${round(y + 26)} q0 -28 2 -42 M${x} ${round(y + 26)} q8 -26 18 -32`, row % 2 ? p.field[2]! : p.field[3]!, 6)
    }
  }
  return out
}

const water: Scene = (roll, p) => {
  const bend = roll() < 0.5 ? -1 : 1
  const at = (t: number) => 800 + bend * t
  let out = ridge(roll, 680, 16, p.field[1]!, 2)
  out += path(`M${at(60)} 664 C${at(-180)} 710 ${at(340)} 770 ${at(-420)} 1000 L${at(700)} 1000 C${at(760)} 830 ${at(120)} 740 ${at(96)} 664 Z`, p.water[1])
  out += path(`M${at(70)} 668 C${at(-90)} 716 ${at(400)} 790 ${at(-120)} 1000 L${at(280)} 1000 C${at(560)} 820 ${at(90)} 740 ${at(84)} 668 Z`, p.water[0])
  for (let i = 0; i < 8; i++) {
    const y = 780 + i * 27
    out += stroke(`M${round(at(100) - 90 - i * 12 + roll() * 90)} ${y} q40 -12 80 0 q40 12 80 0`, p.light, 5, 'opacity="0.75"')
  }
  for (let i = 0; i < 9; i++) out += `<ellipse cx="${round(at(i % 2 ? 620 : -360) + roll() * 90)}" cy="${round(850 + roll() * 130)}" rx="${round(34 + roll() * 44)}" ry="${round(20 + roll() * 20)}" fill="${pick(roll, [p.hills[1], p.hills[0], p.earth])}"/>`
  for (let i = 0; i < 4; i++) out += broadTree((i < 2 ? 80 : 1240) + (i % 2) * 190 + roll() * 70, 760 + roll() * 60, 210 + roll() * 80, p.field[3]!, p.hills[2], p.dark)
  out += palm(at(-560), 880, 330, p.field[3]!, p.dark, bend * 0.16)
  return out
}

const meeting: Scene = (roll, p) => {
  const x = 740 + roll() * 120
  let out = rect(0, 700, 1600, 300, p.field[1]!) + rect(0, 806, 1600, 194, p.earth)
  out += palm(120 + roll() * 60, 810, 400, p.field[3]!, p.dark, 0.1) + palm(1480 - roll() * 60, 810, 430, p.hills[2], p.dark, -0.12)
  out += hall(x, 830, 1180, 560, p.bright[0]!, p.bright[3]!, p.bright[4]!, p.dark, true)
  for (let i = 0; i < 9; i++) out += person(roll, p, x - 440 + i * 110 + roll() * 20, 822, 128)
  out += rect(x - 620, 830, 1240, 26, p.light) + rect(x - 680, 856, 1360, 24, p.bright[4]!)
  for (let i = 0; i < 4; i++) out += person(roll, p, 190 + i * 390 + roll() * 90, 986, 180)
  return out
}

const tree: Scene = (roll, p) => {
  let out = ridge(roll, 690, 30, p.field[1]!, 2)
  for (let i = 0; i < 14; i++) out += broadTree(roll() * 1600, 700 + roll() * 60, 110 + roll() * 70, p.hills[2], p.hills[1], p.dark)
  out += ridge(roll, 800, 26, p.field[3]!, 2)
  out += broadTree(220 + roll() * 1100, 900, 520, p.hills[2], p.field[1]!, p.dark)
  out += ridge(roll, 896, 14, p.field[0]!, 3)
  for (let i = 0; i < 9; i++) {
    const x = 60 + i * 180 + roll() * 50
    const y = 940 + roll() * 40
    out += stroke(`M${round(x)} ${round(y)} v-60`, p.dark, 6) + path(`M${round(x)} ${round(y - 36)} q-44 -8 -50 -46 q44 2 50 46 Z M${round(x)} ${round(y - 50)} q44 -8 50 -46 q-44 2 -50 46 Z`, p.hills[2])
  }
  return out
}

export const scenes: Record<CoverMotif, Scene> = { road, market, health, school, farm, water, meeting, document: deskScene, sea: seaScene, tree }
