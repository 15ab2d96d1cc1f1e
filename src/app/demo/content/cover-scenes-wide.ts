import { circle, palm, path, poly, rect, round, stroke, type Palette } from './cover-pen.ts'

function boat(x: number, y: number, size: number, hull: string, trim: string, sail: string, dark: string): string {
  return rect(x - size * 0.02, y - size * 0.8, size * 0.035, size * 0.8, dark)
    + poly([[x + size * 0.03, y - size * 0.78], [x + size * 0.46, y - size * 0.16], [x + size * 0.03, y - size * 0.16]], sail)
    + poly([[x - size * 0.04, y - size * 0.64], [x - size * 0.3, y - size * 0.16], [x - size * 0.04, y - size * 0.16]], sail, 0.7)
    + path(`M${round(x - size * 0.62)} ${round(y - size * 0.16)} Q${round(x)} ${round(y + size * 0.02)} ${round(x + size * 0.64)} ${round(y - size * 0.2)} L${round(x + size * 0.46)} ${round(y + size * 0.12)} L${round(x - size * 0.44)} ${round(y + size * 0.12)} Z`, hull)
    + stroke(`M${round(x - size * 0.55)} ${round(y - size * 0.09)} Q${round(x)} ${round(y + size * 0.09)} ${round(x + size * 0.57)} ${round(y - size * 0.12)}`, trim, size * 0.035)
}

/** The north coast: horizon, waves, fishing boats, a strip of beach. */
export function seaScene(roll: () => number, p: Palette): string {
  let out = rect(0, 500, 1600, 500, p.water[0])
  for (let i = 0; i < 6; i++) {
    const y = 545 + i * 62 + i * i * 3
    const step = 110 + i * 26
    const shift = roll() * step
    let d = `M${round(-step - shift)} ${y}`
    for (let x = -step - shift; x < 1700; x += step) d += ` q${round(step / 4)} ${-10 - i * 3} ${round(step / 2)} 0 t${round(step / 2)} 0`
    out += path(`${d} L1700 1000 L-300 1000 Z`, i % 2 ? p.water[1] : p.water[2], `opacity="${0.34 + i * 0.05}"`)
    if (i === 1) out += boat(200 + roll() * 350, 620, 150, p.bright[3]!, p.light, p.light, p.dark)
    if (i === 2) out += boat(900 + roll() * 420, 690, 250, p.bright[0]!, p.bright[1]!, p.light, p.dark)
    if (i === 3 && roll() < 0.7) out += boat(250 + roll() * 500, 790, 330, p.bright[2]!, p.bright[1]!, p.bright[4]!, p.dark)
  }
  const left = roll() < 0.5
  const beach = left
    ? 'M0 850 C260 850 420 930 760 1000 L0 1000 Z'
    : 'M1600 850 C1340 850 1180 930 840 1000 L1600 1000 Z'
  out += path(beach, p.light, 'opacity="0.8" transform="translate(0 -16)"') + path(beach, p.bright[4]!)
  out += palm(left ? 130 : 1470, 920, 430, p.hills[2], p.dark, left ? 0.18 : -0.18) + palm(left ? 40 : 1560, 940, 330, p.field[3]!, p.dark, left ? 0.08 : -0.08)
  return out
}

/** A desk from above: sheets, a table, a chart, a stamp, a pen, a cup. */
export function deskScene(roll: () => number, p: Palette): string {
  const wood = roll() < 0.5 ? p.bright[4]! : p.hills[0]
  let out = rect(0, 0, 1600, 1000, wood)
  for (let i = 0; i < 9; i++) out += stroke(`M0 ${round(60 + i * 115 + roll() * 20)} q400 ${round(-20 + roll() * 40)} 800 0 t800 0`, p.earth, 3, 'opacity="0.22"')
  const shadow = (x: number, y: number, w: number, h: number) => rect(x + 14, y + 18, w, h, p.dark, 8).replace('/>', ' opacity="0.16"/>')
  const sheet = (x: number, y: number, turn: number, inside: string) =>
    `<g transform="rotate(${round(turn)} ${x + 260} ${y + 350})">${shadow(x, y, 520, 720)}${rect(x, y, 520, 720, p.light, 8)}${inside}</g>`
  const lines = (x: number, y: number, n: number) => Array.from({ length: n }, (_, i) =>
    rect(x, y + i * 34, (i % 4 === 3 ? 200 : 330) + roll() * 90, 12, p.dark, 6).replace('/>', ' opacity="0.28"/>')).join('')
  const head = (x: number, y: number) => circle(x + 80, y + 84, 36, p.bright[1]!) + rect(x + 140, y + 62, 260, 18, p.dark, 6) + rect(x + 140, y + 94, 190, 12, p.dark, 6).replace('/>', ' opacity="0.5"/>')
    + rect(x + 44, y + 144, 432, 5, p.bright[0]!)
  const x1 = 130 + roll() * 60
  const x2 = 640 + roll() * 70
  const bars = Array.from({ length: 6 }, (_, i) => {
    const h = 70 + roll() * 190
    return rect(x2 + 60 + i * 70, 520 - h, 46, h, p.bright[i % 4]!, 5)
  }).join('')
  const rows = Array.from({ length: 5 }, (_, i) => rect(x2 + 50, 570 + i * 44, 420, 40, i % 2 ? p.light : p.bright[4]!) + rect(x2 + 66, 584 + i * 44, 120 + roll() * 90, 11, p.dark, 5).replace('/>', ' opacity="0.4"/>') + rect(x2 + 390, 584 + i * 44, 64, 11, p.bright[0]!, 5)).join('')
  out += sheet(x1, 130, -8 + roll() * 6, head(x1, 130) + lines(x1 + 46, 320, 11)
    + `<g opacity="0.75"><circle cx="${round(x1 + 400)}" cy="730" r="58" fill="none" stroke="${p.bright[2]}" stroke-width="9"/><circle cx="${round(x1 + 400)}" cy="730" r="38" fill="none" stroke="${p.bright[2]}" stroke-width="5"/></g>`)
  out += sheet(x2, 110, 1 + roll() * 6, rect(x2 + 50, 150, 270, 22, p.dark, 6) + rect(x2 + 50, 190, 180, 12, p.dark, 6).replace('/>', ' opacity="0.4"/>')
    + bars + rect(x2 + 46, 520, 430, 6, p.dark) + rows)
  const cx = 1390
  const cy = 250 + roll() * 60
  out += circle(cx + 12, cy + 16, 142, p.dark, 0.16) + circle(cx, cy, 142, p.light) + circle(cx, cy, 100, p.bright[2]!) + circle(cx, cy, 82, '#8a4f2c') + circle(cx - 22, cy - 22, 28, '#b3744a', 0.6)
  out += stroke(`M${cx + 92} ${cy + 34} q86 34 70 -58`, p.bright[2]!, 22)
  out += `<g transform="rotate(${round(24 + roll() * 20)} 1400 700)">${rect(1384, 520, 34, 330, p.bright[0]!, 16)}${rect(1384, 520, 34, 60, p.dark, 12)}${poly([[1386, 846], [1416, 846], [1401, 900]], p.bright[4]!)}${poly([[1396, 882], [1406, 882], [1401, 900]], p.dark)}</g>`
  return out
}
