import type { Pattern } from '#platform/access/government.ts'

/** Drawn as masks: only their shape counts, the colour comes from the theme. */
const fields: Record<Pattern, string> = {
  // four petals of the sugar-palm fruit around a seed
  kawung: "<g stroke-width='1.5'><ellipse cx='21' cy='21' rx='25' ry='10' transform='rotate(45 21 21)'/><ellipse cx='63' cy='21' rx='25' ry='10' transform='rotate(-45 63 21)'/><ellipse cx='21' cy='63' rx='25' ry='10' transform='rotate(-45 21 63)'/><ellipse cx='63' cy='63' rx='25' ry='10' transform='rotate(45 63 63)'/><circle cx='42' cy='42' r='2'/><circle cx='0' cy='0' r='2'/><circle cx='84' cy='0' r='2'/><circle cx='0' cy='84' r='2'/><circle cx='84' cy='84' r='2'/></g>",
  // slanting rows of blades, each hooked into the next, with lozenges between the rows
  parang: "<defs><g id='b'><path d='M6 6c16-4 20 6 15 15s-1 19 15 15'/><path d='M42 38l4 4-4 4-4-4z'/></g><g id='r'><use href='#b' x='-84' y='84'/><use href='#b' x='-63' y='63'/><use href='#b' x='-42' y='42'/><use href='#b' x='-21' y='21'/><use href='#b'/><use href='#b' x='21' y='-21'/><use href='#b' x='42' y='-42'/><use href='#b' x='63' y='-63'/><path d='M-90 102L102-90M-60 132L132-60'/></g></defs><g stroke-width='1.5'><use href='#r'/><use href='#r' x='42' y='42'/><use href='#r' x='-42' y='-42'/></g>",
  // bamboo shoots: tall triangles, point against point
  'pucuk-rebung': "<g stroke-width='1.5'><path d='M0 80L21 8l21 72zM42 80L63 8l21 72zM10 80l11-38 11 38M52 80l11-38 11 38M21 80V62M63 80V62'/><path d='M0 4l9 30M84 4l-9 30M33 34l9-30 9 30M0 82h84M0 2h84'/></g>",
  // hooked lozenges of the Mandar weave
  sekomandi: "<g stroke-width='1.5'><path d='M42 4l38 38-38 38L4 42zM42 18l24 24-24 24-24-24zM42 32l10 10-10 10-10-10z'/><path d='M0 28V14h14V0M84 28V14H70V0M0 56v14h14v14M84 56v14H70v14M22 28v-8h-8M62 28v-8h8M22 56v8h-8M62 56v8h8'/></g>",
}

const bands: Record<Pattern, string> = {
  kawung: "<ellipse cx='7' cy='7' rx='5.4' ry='2.5' transform='rotate(45 7 7)'/><ellipse cx='7' cy='7' rx='5.4' ry='2.5' transform='rotate(-45 7 7)'/><ellipse cx='21' cy='7' rx='5.4' ry='2.5' transform='rotate(45 21 7)'/><ellipse cx='21' cy='7' rx='5.4' ry='2.5' transform='rotate(-45 21 7)'/>",
  parang: "<path d='M-2 14L9 0M12 14L23 0M26 14L37 0M5 11c3-4 6-3 6 0s-3 2-2-1M19 11c3-4 6-3 6 0s-3 2-2-1'/>",
  'pucuk-rebung': "<path d='M0 13L7 1l7 12L21 1l7 12M4 13l3-6 3 6M18 13l3-6 3 6M11 1l3 5 3-5'/>",
  sekomandi: "<path d='M7 1l6 6-6 6-6-6zM7 5l2 2-2 2-2-2zM21 1l6 6-6 6-6-6zM21 5l2 2-2 2-2-2zM12 2h4M12 12h4'/>",
}

const svg = (width: number, height: number, drawing: string) =>
  `url("data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}' viewBox='0 0 ${width} ${height}' fill='none' stroke='#000'>${drawing}</svg>`)
    .replaceAll('%20', ' ').replaceAll('%3D', '=').replaceAll('%2F', '/').replaceAll('%3A', ':')}")`

/** A tile of 84 × 84 for large quiet areas, as a CSS image. */
export const fieldOf = (pattern: Pattern): string => svg(84, 84, fields[pattern])

/** A tile of 28 × 14 for the band under the header, as a CSS image. */
export const bandOf = (pattern: Pattern): string => svg(28, 14, bands[pattern])
