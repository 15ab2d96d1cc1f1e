// `npm run dev`: builds, runs the server, and does both again when something under src/ changes.

import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { traced } from './runtime.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const words = process.argv.slice(2)
let server

const start = () => {
  server = spawn(process.execPath, [...traced, join(root, 'dist', 'main.js'), ...words], { stdio: 'inherit' })
}

/** Ends the running server and waits until it has let go of its port and database. */
const stop = () =>
  new Promise((answer) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return answer()
    server.once('exit', answer)
    server.kill('SIGTERM')
  })

let busy = false
let again = false
async function renew(why) {
  if (busy) {
    again = true
    return
  }
  busy = true
  try {
    const { milliseconds } = await build()
    console.error(`pendopo: ${why}, built in ${milliseconds} ms`)
    await stop()
    start()
  } catch (error) {
    // esbuild has shown where; the old server keeps running until the source is whole again.
    if (!error.errors) console.error(`pendopo: ${error.message}`)
  }
  busy = false
  if (again) {
    again = false
    await renew('changed again')
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await stop()
    process.exit(0)
  })
}

let timer
watch(join(root, 'src'), { recursive: true }, (_event, file) => {
  if (!file || /\.(?:test\.tsx?|md)$|~$/.test(file)) return
  clearTimeout(timer)
  // Editors save in several steps; wait until they are done.
  timer = setTimeout(() => renew(`${file} changed`), 80)
})
await renew('start')
