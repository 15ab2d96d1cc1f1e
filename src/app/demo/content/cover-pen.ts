/** Numbers between 0 and 1 that follow from the seed (mulberry32). */
export function dice(seed: string | number): () => number {
  let state = 2166136261
  for (const letter of String(seed)) state = Math.imul(state ^ letter.charCodeAt(0), 16777619) >>> 0
  state = Math.imul(state ^ (state >>> 16), 2246822507)
  state = Math.imul(state ^ (state >>> 13), 3266489909) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export type Palette = {
  sky: [top: string, low: string]
  sun: string
  /** Far to near. */
  hills: [string, string, string]
  field: string[]
  earth: string
  dark: string
  light: string
  bright: string[]
  water: [string, string, string]
}

export const palettes: Palette[] = [
  { sky: ['#f3e3c8', '#f8f0de'], sun: '#e9b872', hills: ['#b9c2a8', '#93a688', '#6c8a70'], field: ['#a9b26a', '#8ea25f', '#c2b872', '#74915c'],
    earth: '#b08a5f', dark: '#3f4a3f', light: '#fbf6ea', bright: ['#c8643f', '#d9a24a', '#3f7f78', '#8a4b3c', '#e0c9a0'], water: ['#8fb5ae', '#6c9c97', '#4d827f'] },
  { sky: ['#d5e3df', '#f4eede'], sun: '#f4d9a0', hills: ['#a7bdb8', '#7d9f97', '#567f76'], field: ['#9db27c', '#7f9f72', '#b9be86', '#648a68'],
    earth: '#a9865f', dark: '#2f4746', light: '#faf7ee', bright: ['#b9553f', '#dba85b', '#2f6f73', '#7d5a74', '#e6d3ae'], water: ['#9cc0bd', '#73a5a6', '#4f888d'] },
  { sky: ['#e8b48c', '#f6dcb6'], sun: '#f7e6bf', hills: ['#c79a86', '#a3786d', '#745a5b'], field: ['#b39a58', '#93884f', '#cbae69', '#7b7a4b'],
    earth: '#8f6849', dark: '#43353a', light: '#fcf1df', bright: ['#a8432f', '#e0a046', '#3d6f70', '#6d3f4c', '#ecd2a2'], water: ['#c59d8d', '#9b8488', '#6d6d7a'] },
  { sky: ['#cfd6d8', '#ece7dc'], sun: '#f6efdd', hills: ['#aab3b0', '#85948f', '#61766f'], field: ['#93a27b', '#7a9070', '#a9ae86', '#627d63'],
    earth: '#9b8468', dark: '#353f44', light: '#f7f4ec', bright: ['#b0634a', '#c9a261', '#4a7680', '#7b4f4a', '#ddcfb4'], water: ['#a5b7ba', '#7f9aa0', '#5b7c84'] },
  { sky: ['#f5d9a8', '#fbeed2'], sun: '#e58f54', hills: ['#c5b98f', '#a0a072', '#77865a'], field: ['#c9b559', '#a8a551', '#ddc877', '#86934f'],
    earth: '#ab7b4b', dark: '#47412f', light: '#fdf6e3', bright: ['#bf5034', '#e6b04f', '#46816d', '#84503a', '#f0dcae'], water: ['#9fbfa9', '#77a393', '#54867b'] },
]

export const round = (n: number) => Math.round(n * 10) / 10
export const rect = (x: number, y: number, w: number, h: number, fill: string, r = 0) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${fill}"${r ? ` rx="${r}"` : ''}/>`
export const circle = (x: number, y: number, r: number, fill: string, opacity = 1) =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`
export const poly = (points: [number, number][], fill: string, opacity = 1) =>
  `<polygon points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" fill="${fill}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`
export const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
export const stroke = (d: string, color: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" ${more}/>`

/** A closed shape from the left to the right edge under a soft line at about `y`, filled to the bottom. */
export function ridge(roll: () => number, y: number, swing: number, fill: string, waves = 3): string {
  const phase = roll() * 6.28
  const second = roll() * 6.28
  let d = `M0 1000 L0 ${round(y)}`
  for (let x = 0; x <= 1600; x += 40) {
    const t = (x / 1600) * 6.28
    d += ` L${x} ${round(y - swing * (0.6 * Math.sin(t * waves * 0.5 + phase) + 0.4 * Math.sin(t * waves * 1.1 + second)))}`
  }
  return path(`${d} L1600 1000 Z`, fill)
}

/** A volcano like Mount Slamet: two slopes and a blunt top. */
export function volcano(x: number, base: number, width: number, height: number, fill: string): string {
  const top = base - height
  return path(
    `M${x - width} ${base} C${x - width * 0.45} ${base - height * 0.25} ${x - width * 0.2} ${top + height * 0.18} ${x - width * 0.07} ${top}`
    + ` L${x + width * 0.02} ${top + 14} L${x + width * 0.08} ${top + 4}`
    + ` C${x + width * 0.22} ${top + height * 0.22} ${x + width * 0.5} ${base - height * 0.22} ${x + width} ${base} Z`, fill)
}

export function broadTree(x: number, foot: number, size: number, leaf: string, shade: string, trunk: string): string {
  return rect(x - size * 0.05, foot - size * 0.55, size * 0.1, size * 0.55, trunk)
    + circle(x, foot - size * 0.75, size * 0.34, leaf) + circle(x - size * 0.24, foot - size * 0.58, size * 0.24, leaf)
    + circle(x + size * 0.25, foot - size * 0.6, size * 0.25, shade) + circle(x + size * 0.08, foot - size * 0.82, size * 0.2, shade, 0.6)
}

export function palm(x: number, foot: number, size: number, leaf: string, trunk: string, lean: number): string {
  const tx = x + lean * size
  const ty = foot - size
  const fronds = [-2.9, -2.45, -1.9, -1.2, -0.65, -0.2].map(a => {
    const ex = tx + Math.cos(a) * size * 0.42
    const ey = ty + Math.sin(a) * size * 0.2 + size * 0.16
    const mx = tx + Math.cos(a) * size * 0.24
    const my = ty + Math.sin(a) * size * 0.34 - size * 0.02
    return path(`M${round(tx)} ${round(ty)} Q${round(mx)} ${round(my - size * 0.06)} ${round(ex)} ${round(ey)} Q${round(mx)} ${round(my + size * 0.07)} ${round(tx)} ${round(ty)} Z`, leaf)
  }).join('')
  return stroke(`M${x} ${foot} Q${x + lean * size * 0.2} ${foot - size * 0.6} ${round(tx)} ${round(ty)}`, trunk, size * 0.05) + fronds
}

/** A Javanese house or hall: walls, a hipped roof with a raised middle. */
export function hall(x: number, foot: number, w: number, h: number, roof: string, ridgeColor: string, wall: string, dark: string, open = false): string {
  const eaves = foot - h * 0.42
  const knee = foot - h * 0.68
  let out = ''
  if (open) {
    out += rect(x - w * 0.42, eaves, w * 0.84, h * 0.42, dark, 0).replace('/>', ' opacity="0.28"/>')
    for (let i = 0; i <= 6; i++) out += rect(x - w * 0.42 + i * w * 0.14 - w * 0.011, eaves, w * 0.022, h * 0.42, wall)
  } else {
    out += rect(x - w * 0.42, eaves, w * 0.84, h * 0.42, wall)
  }
  out += rect(x - w * 0.46, foot - h * 0.04, w * 0.92, h * 0.06, wall)
  out += poly([[x - w * 0.54, eaves + h * 0.04], [x - w * 0.26, knee], [x + w * 0.26, knee], [x + w * 0.54, eaves + h * 0.04]], roof)
  out += poly([[x - w * 0.27, knee + 2], [x - w * 0.13, foot - h], [x + w * 0.13, foot - h], [x + w * 0.27, knee + 2]], ridgeColor)
  return out
}
