import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type satori from 'satori'
import type { Government } from '../access/government.ts'

const size = { width: 1200, height: 630 }

type Fonts = NonNullable<Parameters<typeof satori>[1]>['fonts']
let fonts: Promise<Fonts> | null = null

const readFonts = (): Promise<Fonts> =>
  (fonts ??= Promise.all(
    ([500, 800] as const).map(async weight => ({
      name: 'Jakarta',
      weight,
      style: 'normal' as const,
      data: await readFile(createRequire(import.meta.url).resolve(`@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-${weight}-normal.woff`)),
    })),
  ))

const box = (style: Record<string, unknown>, children: unknown) => ({ type: 'div', props: { style: { display: 'flex', ...style }, children } })

/** Draws the card: who speaks, what it says, on paper with one accent. */
export async function drawCard(about: { government: Government; unit: string; title: string; kind: string; date: string }): Promise<Buffer> {
  const { government, unit, title, kind, date } = about
  const shorter = title.length > 130 ? `${title.slice(0, 127)}…` : title
  // Loaded when the first card is drawn: most processes never draw one, and both are heavy.
  const [{ default: draw }, { default: sharp }] = await Promise.all([import('satori'), import('sharp')])
  const svg = await draw(
    box({ flexDirection: 'column', width: '100%', height: '100%', background: '#fbfaf7', color: '#1d1c1a', fontFamily: 'Jakarta', fontWeight: 500 }, [
      box({ height: 28, background: government.accent }, null),
      box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'space-between', padding: '56px 72px 52px' }, [
        box({ fontSize: 30, color: government.accent, fontWeight: 800 }, `${kind} · ${date}`),
        box({ fontSize: shorter.length > 80 ? 56 : 68, fontWeight: 800, lineHeight: 1.18, letterSpacing: '-0.015em' }, shorter),
        box({ flexDirection: 'column' }, [box({ fontSize: 34, fontWeight: 800 }, unit), box({ fontSize: 28, color: '#5d5951', marginTop: 6 }, government.name)]),
      ]),
    ]) as Parameters<typeof satori>[0],
    { ...size, fonts: await readFonts() },
  )
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64 }).toBuffer()
}
