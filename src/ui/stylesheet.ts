import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'lightningcss'

/** Where the server answers with the heading font. */
export const headingFontPath = '/aset/jakarta.woff2'

const order = '@layer reset, base, layout, components, state;\n'

/** `prefers-reduced-data` in `base/tokens.css` keeps the font unused, and so unloaded, where a browser knows the wish. */
const fontFace = `@font-face { font-family: "Plus Jakarta Sans"; font-weight: 700; font-display: swap; src: url("${headingFontPath}") format("woff2"); }\n`

const version = (major: number, minor = 0) => (major << 16) | (minor << 8)

/** Browsers of the last four years; older ones get the plain document. */
const targets = { chrome: version(107), edge: version(107), firefox: version(110), safari: version(16), ios_saf: version(16), samsung: version(20) }

/**
 * The stylesheet of all components, minified, without a government's theme (`themeCss` follows it).
 * `font: false` for readers who save data.
 */
export async function buildStylesheet({ font = true }: { font?: boolean } = {}): Promise<string> {
  const paths: string[] = []
  for await (const path of glob('*/*.css', { cwd: import.meta.dirname })) paths.push(path)
  paths.sort(baseFirst)
  const sheets = await Promise.all(paths.map(path => readFile(join(import.meta.dirname, path), 'utf8')))
  const source = order + (font ? fontFace : '') + sheets.join('\n')
  const { code, warnings } = transform({ filename: 'pendopo.css', code: Buffer.from(source), minify: true, targets })
  if (warnings.length > 0) throw new Error(`Stylesheet: ${warnings.map(w => w.message).join('; ')}`)
  return code.toString()
}

const rank = (path: string) => (path.startsWith('base/tokens') ? 0 : path.startsWith('base/') ? 1 : 2)
const baseFirst = (a: string, b: string) => rank(a) - rank(b) || a.localeCompare(b)
