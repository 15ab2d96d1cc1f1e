import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { environment, nodeOptions } from '../tools/runtime.mjs'

export interface Server {
  port: number
  data: string
  /** Milliseconds from the command to the first page. */
  readyAfter: number
  /** Resident memory of the web process in MB. */
  memory(): number
  stop(): Promise<void>
  pid: number
  /** Makes sure that nothing of it runs any more. */
  kill(): Promise<void>
}

const freePort = () =>
  new Promise<number>(resolve => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** Starts the built application as an operator would and waits for its first page. With role `all` it works as well. */
export async function startServer(root: string, data: string, role: 'web' | 'all' = 'web'): Promise<Server> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [...nodeOptions, join(root, 'dist/main.js'), `--role=${role}`], {
    env: { ...process.env, ...environment, PENDOPO_DATA: data, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const gone = new Promise<never>((_, reject) => child.once('exit', code => reject(new Error(`the server ended with ${code}`))))
  gone.catch(() => {})
  for (;;) {
    const answered = await Promise.race([fetch(`http://127.0.0.1:${port}/`).then(response => response.ok, () => false), gone])
    if (answered) break
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  return {
    port,
    data,
    readyAfter: performance.now() - began,
    pid: child.pid!,
    kill: () =>
      new Promise(resolve => {
        if (child.exitCode !== null || child.signalCode !== null) resolve()
        else {
          child.once('exit', () => resolve())
          child.kill('SIGKILL')
        }
      }),
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024,
    stop: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
