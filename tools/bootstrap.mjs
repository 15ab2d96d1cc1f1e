// Makes a fresh clone runnable with nothing but Node ≥ 20 and npm, then hands over to the pinned Node 26.
// Plain JavaScript without dependencies: it runs before anything is installed.
//
//   node tools/bootstrap.mjs start|dev|build|test|check|bench [words…]
//   node tools/bootstrap.mjs [cli] <words of the command line>      e.g. setup, backup, audit verify

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment, nodeOptions, traced } from './runtime.mjs'

const oldestMajor = 26
export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => join(root, ...parts)
const os = process.platform === 'win32' ? 'win' : process.platform
const runtimePackage = `node-${os}-${process.arch}`
const runtimeBinary = at('node_modules', runtimePackage, 'bin', os === 'win' ? 'node.exe' : 'node')
const stampFile = at('node_modules', '.pendopo-installed')

/** Commands that need the development packages; everything else also runs on a production install. */
const developing = new Set(['dev', 'test', 'check', 'bench'])

class Stop extends Error {}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** True when what npm last installed has every package of the lock file in its locked version. */
function installedFits(lock, withDev) {
  const record = at('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = readJson(record).packages
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === '' || wanted.link || (wanted.dev && !withDev)) continue
    const found = installed[path]
    if (found ? found.version !== wanted.version : !wanted.optional && !wanted.devOptional) return false
  }
  // npm leaves optional packages out silently when the network fails once; the runtime is one we need.
  return !lock.packages[`node_modules/${runtimePackage}`] || existsSync(runtimeBinary)
}

/** Runs `npm ci` when node_modules does not fit package-lock.json; costs one hash when it does. */
export function ensureInstalled(command) {
  const withDev = developing.has(command) || process.env.NODE_ENV !== 'production'
  const lockText = readFileSync(at('package-lock.json'))
  const hash = createHash('sha256').update(lockText).update(`${process.platform}-${process.arch}`).digest('hex')
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').trim() : ''
  if (stamp === `${hash} all` || (!withDev && stamp === `${hash} production`)) return
  const lock = JSON.parse(lockText)
  if (!installedFits(lock, withDev)) install(withDev)
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, `${hash} ${installedFits(lock, true) ? 'all' : 'production'}\n`)
}

function install(withDev) {
  const began = Date.now()
  console.error('pendopo: installing the packages of package-lock.json …')
  const words = ['ci', '--include=optional', withDev ? '--include=dev' : '--omit=dev', '--loglevel=error', '--no-audit', '--no-fund']
  // npm tells its scripts where it lives; asking for it by name is the way when started without npm.
  const npm = process.env.npm_execpath
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  // On Windows npm is a .cmd file, which only a shell can start.
  const shell = os === 'win' && program === 'npm'
  const done = spawnSync(program, [...first, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', shell, maxBuffer: 2 ** 26 })
  if (done.error) throw new Stop(`npm could not be started (${done.error.message}). Install npm, which comes with Node, and try again.`)
  if (done.status !== 0) {
    const lines = `${done.stdout}${done.stderr}`.split('\n').filter((line) => line.trim() !== '' && line.trim() !== 'npm error')
    const usage = lines.findIndex((line) => line.startsWith('npm error Usage:'))
    console.error((usage < 0 ? lines : lines.slice(0, usage)).slice(0, 40).join('\n'))
    throw new Stop(`npm ci ended with ${done.status ?? done.signal}; its message is above. When it is about the network, look at the way to the npm registry.`)
  }
  console.error(`pendopo: installed in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

/** Path of the Node that runs Pendopo: the pinned one from npm, else the current one when it is new enough. */
export function chooseNode() {
  if (existsSync(runtimeBinary)) return runtimeBinary
  if (Number(process.versions.node.split('.')[0]) >= oldestMajor) return process.execPath
  throw new Stop(
    `Pendopo needs Node ${oldestMajor} or newer. This is Node ${process.versions.node}, and npm has no pinned runtime installed for ` +
      `${process.platform}-${process.arch} (package ${runtimePackage}). Install Node ${oldestMajor} from https://nodejs.org and run the command again.`,
  )
}

/** Runs `words` on `node` with our terminal and signals; answers its exit code. */
export function run(node, words, extra = {}) {
  return new Promise((answer, fail) => {
    const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`
    const child = spawn(node, words, { stdio: 'inherit', env: { ...process.env, ...extra, PATH: path }, windowsHide: true })
    const forward = (signal) => {
      // Ctrl-C in a terminal reaches the child by itself; a second copy would look like impatience.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, forward)
    const end = (settle, value) => {
      for (const signal of signals) process.off(signal, forward)
      settle(value)
    }
    child.on('error', (error) => end(fail, new Stop(`${node} could not be started: ${error.message}`)))
    child.on('exit', (code, signal) => end(answer, signal ? 128 + (constants.signals[signal] ?? 0) : code))
  })
}

/** Builds when sources changed; answers the exit code of the build, 0 when there was nothing to do. */
export async function ensureBuilt(node) {
  const { isFresh } = await import('./build.mjs')
  return isFresh() ? 0 : run(node, [at('tools', 'build.mjs')])
}

const scripts = { dev: 'dev.mjs', build: 'build.mjs', test: 'test.mjs', check: 'check.mjs' }

/** What each command runs once packages and runtime are there. */
async function dispatch(node, [command, ...words]) {
  if (Object.hasOwn(scripts, command ?? '')) return run(node, [at('tools', scripts[command]), ...words])
  if (command === 'bench') return run(node, [at('bench', 'run.ts'), ...words])
  const built = await ensureBuilt(node)
  if (built !== 0) return built
  if (command === 'start') return run(node, [...nodeOptions, at('dist', 'main.js'), ...words], environment)
  const cliWords = command === 'cli' || command === undefined ? words : [command, ...words]
  return run(node, [...traced, at('dist', 'cli.js'), ...cliWords])
}

/** The whole way from words to exit code; every expected trouble is one sentence on stderr. */
export async function bootstrap(words) {
  try {
    ensureInstalled(words[0])
    process.exitCode = await dispatch(chooseNode(), words)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(`pendopo: ${error.message}`)
    // Whoever reads the last line of `npm test` learns it there too.
    if (words[0] === 'test') console.log('0 passed, 1 failed, 0 skipped')
    process.exitCode = 1
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) await bootstrap(process.argv.slice(2))
