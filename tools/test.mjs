// Everything `npm test` runs: the build, all tests (browser journeys included) and, when no words narrow it down,
// the checks. Ends with one line that adds them all up: `N passed, N failed, N skipped`.
//
//   npm test                    everything
//   npm test -- src/ui          tests whose path contains src/ui; other options go to vitest as they are
//
// `PENDOPO_CHECK_RESULT` names a file with the result of a `npm run check` just made, which is then not repeated.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { tallyOf } from './tally.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const words = process.argv.slice(2)
const total = { passed: 0, failed: 0, skipped: 0 }

const add = (part) => {
  for (const kind of Object.keys(total)) total[kind] += part[kind] ?? 0
}

async function vitest() {
  const place = mkdtempSync(join(tmpdir(), 'pendopo-test-'))
  const reportFile = join(place, 'vitest.json')
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...words]
  const exitCode = await new Promise((answer) => {
    const child = spawn(process.execPath, [program, ...options], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    const forward = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, forward)
    child.on('error', () => answer(1))
    child.on('close', (code) => answer(code ?? 1))
  })
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined
  rmSync(place, { recursive: true, force: true })
  return tallyOf(report, exitCode)
}

async function checks() {
  const made = process.env.PENDOPO_CHECK_RESULT
  if (made && existsSync(made)) return JSON.parse(readFileSync(made, 'utf8'))
  const { check } = await import('./check.mjs')
  return check()
}

if (fileURLToPath(import.meta.url) === process.argv[1]) {
  try {
    await build()
  } catch (error) {
    console.error(`pendopo: the build failed${error.errors ? ' (see above)' : `: ${error.message}`}`)
    total.failed += 1
  }
  if (words.length === 0) add(await checks())
  add(await vitest())
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  process.exitCode = total.failed ? 1 : 0
}
