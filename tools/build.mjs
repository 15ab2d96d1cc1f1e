// Bundles the application for Node and its islands and workers for browsers.
//
//   src/main.ts, src/cli.ts          → dist/main.js, dist/cli.js, dist/<chunk>-<hash>.js
//   src/**/*.island.ts(x)            → dist/browser/<name>-<hash>.js   (ES module)
//   src/**/*.worker.ts               → dist/browser/<name>-<hash>.js   (classic script, for service and web workers)
//   names of those                   → dist/browser/manifest.json      { "<name>": "<name>-<hash>.js" }
//   src/ui/font.ts                   → dist/browser/heading.woff2
//
// Nothing else is copied. Migrations (.sql), stylesheets, templates and pictures are read from src/ at run time.
// So that a file finds its neighbours the same way in both forms, `import.meta.dirname`, `.filename` and `.url`
// keep meaning the source file after bundling: `join(import.meta.dirname, 'migrations')` is right everywhere.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const src = join(root, 'src')
const dist = join(root, 'dist')
const stampFile = join(dist, '.built-from')

const posix = (path) => path.split(sep).join('/')
const isSource = (path) => /\.(?:[cm]?[jt]sx?|json)$/.test(path) && !/\.test\.tsx?$/.test(path)

function sources() {
  return readdirSync(src, { recursive: true }).map(posix).filter(isSource).sort()
}

/** Fingerprint of everything the build depends on, by name, size and time of change: about 10 ms for 1,000 files. */
function stamp() {
  const hash = createHash('sha256')
  const others = ['tools/build.mjs', 'package.json', 'package-lock.json']
  for (const path of [...sources().map((file) => `src/${file}`), ...others]) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** True when dist/ was built from exactly what lies in src/ now. */
export const isFresh = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()

/** Lets `import.meta.dirname` and its kin name the source file although the code runs from dist/. */
const ownPlace = {
  name: 'own-place',
  setup(build) {
    build.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const inSrc = posix(relative(src, path))
      if (inSrc.startsWith('../') || !text.includes('import.meta.')) return undefined
      const folder = inSrc.includes('/') ? `/${dirname(inSrc)}` : ''
      // Every bundle lies directly in dist/, so its folder without "/dist" is the root of the project.
      const from = (end) => `(import.meta.dirname.slice(0, -5) + ${JSON.stringify(end)})`
      const contents = text
        .replace(/\bimport\.meta\.dirname\b/g, from(`/src${folder}`))
        .replace(/\bimport\.meta\.filename\b/g, from(`/src/${inSrc}`))
        .replace(/\bimport\.meta\.url\b/g, `new URL(${JSON.stringify(`../src/${inSrc}`)}, import.meta.url).href`)
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
}

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' }

const serverOptions = () => ({
  ...jsx,
  entryPoints: ['main.ts', 'cli.ts'].map((name) => join(src, name)).filter((path) => existsSync(path)),
  outdir: dist,
  bundle: true,
  splitting: true,
  chunkNames: '[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node26',
  packages: 'external',
  sourcemap: true,
  sourcesContent: false,
  plugins: [ownPlace],
})

/** Islands and workers by the name pages ask for them: `map.island.tsx` is `map`. */
function browserEntries(kind) {
  const entries = {}
  for (const file of sources()) {
    const name = basename(file).match(kind)?.[1]
    if (!name) continue
    if (entries[name]) throw new Error(`Two browser scripts are called "${name}": ${entries[name]} and src/${file}. Rename one of them.`)
    entries[name] = join(src, file)
  }
  return entries
}

const browserOptions = (entryPoints, format) => ({
  ...jsx,
  entryPoints,
  outdir: join(dist, 'browser'),
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format,
  platform: 'browser',
  target: ['es2022'],
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
})

function writeWhole(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  const passing = `${path}.${process.pid}.tmp`
  writeFileSync(passing, contents)
  renameSync(passing, path)
}

/**
 * Bundles everything unless dist/ is fresh. `force` builds regardless.
 * Files are put in place whole and hashed ones first, so a server starting meanwhile never sees a half.
 * Returns `{ built, milliseconds }`; throws esbuild's BuildFailure (already printed) on an error in the source.
 */
export async function build({ force = false } = {}) {
  const began = performance.now()
  if (!force && isFresh()) return { built: false, milliseconds: Math.round(performance.now() - began) }
  const before = stamp()
  const { build: bundle } = await import('esbuild')
  const islands = browserEntries(/^(.+)\.island\.tsx?$/)
  const workers = browserEntries(/^(.+)\.worker\.ts$/)
  for (const name of Object.keys(workers)) {
    if (islands[name]) throw new Error(`An island and a worker are both called "${name}". Rename one of them.`)
  }
  const always = { absWorkingDir: root, write: false, metafile: true, logLevel: 'warning' }
  const results = await Promise.all(
    [serverOptions(), browserOptions(islands, 'esm'), browserOptions(workers, 'iife')].map((options) => bundle({ ...options, ...always })),
  )
  const manifest = {}
  for (const { metafile } of results.slice(1)) {
    for (const [output, { entryPoint }] of Object.entries(metafile.outputs)) {
      const name = entryPoint && basename(entryPoint).match(/^(.+)\.(?:island|worker)\.tsx?$/)?.[1]
      if (name) manifest[name] = basename(output)
    }
  }
  const files = results.flatMap(({ outputFiles }) => outputFiles)
  const isEntry = ({ path }) => /[/\\](?:main|cli)\.js$/.test(path)
  for (const file of files.filter((file) => !isEntry(file))) writeWhole(file.path, file.contents)
  const { buildHeadingFont } = await import('../src/ui/font.ts')
  writeWhole(join(dist, 'browser', 'heading.woff2'), await buildHeadingFont())
  writeWhole(join(dist, 'browser', 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  for (const file of files.filter(isEntry)) writeWhole(file.path, file.contents)
  writeWhole(stampFile, before)
  forgetOthers(new Set([...files.map(({ path }) => path), join(dist, 'browser', 'manifest.json'), stampFile]))
  return { built: true, milliseconds: Math.round(performance.now() - began) }
}

/** Removes bundles of earlier builds, but not those younger than an hour: a running server may still load them. */
function forgetOthers(kept) {
  const hourAgo = Date.now() - 3_600_000
  for (const file of readdirSync(dist, { recursive: true })) {
    const path = join(dist, file)
    if (!/\.(?:js|map|tmp)$/.test(file) || kept.has(path)) continue
    if (statSync(path, { throwIfNoEntry: false })?.mtimeMs < hourAgo) rmSync(path, { force: true })
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  try {
    const { built, milliseconds } = await build({ force: process.argv.includes('--force') })
    console.error(`pendopo: ${built ? 'built' : 'build is up to date'} (${milliseconds} ms)`)
  } catch (error) {
    if (!error.errors) console.error(`pendopo: ${error.message}`)
    process.exitCode = 1
  }
}
