import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const box = join(root, 'node_modules', '@sparticuz', 'chromium')

/** Runs with TMPDIR at the new folder, because the package unpacks nowhere else and trusts whatever already lies there. */
const unpack = `
  import { join } from 'node:path'
  import { inflate } from '@sparticuz/chromium'
  const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
  await Promise.all(parts.map((part) => inflate(join(${JSON.stringify(box)}, 'bin', part))))
`

const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`

/** What `chromium.launch()` of playwright-core wants. */
export interface BrowserLaunch {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

/**
 * Unpacks the Chromium inside the npm package once per version (about 3 s) and answers how to launch it.
 * Its own libraries (NSS, NSPR, expat) and fonts come along, so a bare Debian or Ubuntu needs no package installed.
 * `PENDOPO_CHROMIUM` names another Chromium; machines other than Linux on x64 need that.
 */
export function browserLaunch(): BrowserLaunch {
  const args = ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--hide-scrollbars', '--mute-audio']
  const outside = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
  const own = process.env.PENDOPO_CHROMIUM
  if (own) return { executablePath: own, args, env: outside }
  const { version } = JSON.parse(readFileSync(join(box, 'package.json'), 'utf8')) as { version: string }
  const place = join(root, '.cache', `chromium-${version}`)
  if (!existsSync(place)) {
    const passing = `${place}-${process.pid}`
    mkdirSync(passing, { recursive: true })
    execFileSync(process.execPath, ['--input-type=module', '--eval', unpack], { cwd: root, env: { ...process.env, TMPDIR: passing }, stdio: 'inherit' })
    // The one that comes along looks for fonts in /tmp only.
    const fonts = join(place, 'fonts')
    writeFileSync(join(passing, 'fonts', 'fonts.conf'), fontSettings(fonts))
    try {
      renameSync(passing, place)
    } catch (error) {
      // Another test worker was first; its copy is as good as ours.
      if (!existsSync(place)) throw error
      rmSync(passing, { recursive: true, force: true })
    }
  }
  const libraries = [join(place, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  const env = { ...outside, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(place, 'fonts') }
  return { executablePath: join(place, 'chromium'), args, env }
}
