// Everything `npm run check` looks at: types, lint, unused code and the rules of the house.
// One line per step with its time; a failing step shows what it found. Exit code 1 on any finding.
// `PENDOPO_CHECK_RESULT` names a file that receives `{ passed, failed }` for tools/test.mjs.

import { spawn } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const installed = (...parts) => join(root, 'node_modules', ...parts)
const node = process.execPath

/** Runs a program and answers what it said when it was unhappy, else the empty string. */
function unhappy(words) {
  return new Promise((answer) => {
    const child = spawn(node, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' } })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('error', (error) => answer(error.message))
    child.on('close', (code) => answer(code === 0 ? '' : said.trim() || `ended with ${code}`))
  })
}

const hasBrowserCode = () =>
  existsSync(join(root, 'src')) && readdirSync(join(root, 'src'), { recursive: true }).some((file) => /\.(?:island\.tsx?|worker\.ts)$/.test(file))

const tsc = (config) => unhappy([installed('typescript', 'bin', 'tsc'), '--project', join(root, config), '--pretty', 'false'])

/** Rules that need types (floating promises) run when oxlint's companion is installed. */
const lintWords = () => {
  const typed = existsSync(installed('oxlint-tsgolint')) ? ['--type-aware'] : []
  return [installed('oxlint', 'bin', 'oxlint'), '--quiet', '--format=unix', ...typed]
}

async function architecture() {
  const { readTree } = await import('./architecture/tree.ts')
  const { rules } = await import('./architecture/rules.ts')
  const files = readTree(root)
  return rules.map(({ name, check }) => [
    name,
    async () => {
      const found = check(files).map(({ rule, path, line, message, warning }) => ({ warning, text: `${path}${line ? `:${line}` : ''}  ${rule}: ${message}` }))
      return {
        said: found.filter(({ warning }) => !warning).map(({ text }) => text).join('\n'),
        warned: found.filter(({ warning }) => warning).map(({ text }) => text),
      }
    },
  ])
}

/** A step in a process of its own, begun at once: the others wait for none of them. */
function outside(run) {
  const began = performance.now()
  const ending = run().then((said) => ({ said, warned: [], took: performance.now() - began }))
  return () => ending
}

async function steps() {
  return [
    ['types of server, tools and tests', outside(() => tsc('tsconfig.json'))],
    ...(hasBrowserCode() ? [['types of islands and workers', outside(() => tsc('tsconfig.browser.json'))]] : []),
    ['lint', outside(() => unhappy(lintWords()))],
    ['unused files, exports and dependencies', outside(() => unhappy([installed('knip', 'bin', 'knip.js'), '--no-progress']))],
    ...(await architecture()),
  ]
}

/** Runs every step, prints each as it ends, and answers how many were content. */
export async function check(log = console.log) {
  const count = { passed: 0, failed: 0 }
  for (const [name, run] of await steps()) {
    const began = performance.now()
    const { said, warned, took = performance.now() - began } = await run()
    const seconds = (took / 1000).toFixed(1)
    count[said ? 'failed' : 'passed'] += 1
    log(`${said ? '✗' : '✓'} ${name} (${seconds} s)`)
    if (said) log(said.replace(/^/gm, '    '))
    // Warnings are worth knowing, not worth stopping for; the first few say enough.
    for (const text of warned.slice(0, 10)) log(`    warning: ${text}`)
    if (warned.length > 10) log(`    … and ${warned.length - 10} more warnings`)
  }
  return count
}

if (fileURLToPath(import.meta.url) === process.argv[1]) {
  const count = await check()
  if (process.env.PENDOPO_CHECK_RESULT) writeFileSync(process.env.PENDOPO_CHECK_RESULT, JSON.stringify(count))
  console.log(count.failed ? `${count.failed} of ${count.failed + count.passed} checks failed` : `${count.passed} checks passed`)
  process.exitCode = count.failed ? 1 : 0
}
