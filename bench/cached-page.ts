import { fork, execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Server } from './server.ts'

const rounds = 5
const seconds = 4

/** Requests per second over loopback, from a process of its own. */
function load(root: string, url: string, host: string): number {
  const out = execFileSync(process.execPath, [join(root, 'node_modules/autocannon/autocannon.js'), '-c', '32', '-d', String(seconds), '-H', `host=${host}`, '-H', 'accept-encoding=gzip', '--json', url], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 50_000_000 })
  const result = JSON.parse(out) as { requests: { average: number }; non2xx: number; errors: number }
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} failures, ${result.errors} errors`)
  return result.requests.average
}

const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!

/** A kept public page against a bare `node:http` server that sends the same bytes and headers; pairs, one after the other. */
export async function cachedPage(root: string, server: Server): Promise<{ ours: number; bare: number; ratio: number }> {
  const host = 'tegalkab.localhost'
  const url = `http://127.0.0.1:${server.port}/berita`
  const headers = { host, 'accept-encoding': 'gzip' }
  const bare = fork(join(root, 'bench/bare.ts'), [url, JSON.stringify(headers)])
  const port = await new Promise<number>(resolve => bare.once('message', value => resolve(value as number)))
  try {
    const ours: number[] = []
    const theirs: number[] = []
    for (let i = 0; i < rounds; i++) {
      ours.push(load(root, url, host))
      theirs.push(load(root, `http://127.0.0.1:${port}/berita`, host))
    }
    return { ours: median(ours), bare: median(theirs), ratio: median(ours.map((value, i) => value / theirs[i]!)) }
  } finally {
    bare.kill()
  }
}
