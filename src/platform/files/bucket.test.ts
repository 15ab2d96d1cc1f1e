import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernmentId, someTables } from '../columnar/testing.ts'
import { readConfig } from '../config/config.ts'
import { openDisk, type Disk } from './disk.ts'

const require = createRequire(import.meta.url)
let service: ChildProcess
let folder: string
let disk: Disk
let settings: Record<string, string>

/** Runs the service in a process of its own, so that what this one holds in memory is ours alone. Answers its port. */
function startService(directory: string): Promise<number> {
  const options = { address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: 'pendopo', configs: [] }] }
  service = spawn(process.execPath, ['-e', `const S3rver = require(${JSON.stringify(require.resolve('@20minutes/s3rver'))}); new S3rver(${JSON.stringify(options)}).run().then(at => console.log(at.port))`], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    service.stdout!.once('data', said => resolve(Number(said)))
    service.once('exit', code => reject(new Error(`the service ended with ${code}`)))
  })
}

const digestOf = async (path: string) => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bucket-'))
  const port = await startService(join(folder, 'service'))
  settings = { FILES_S3_BUCKET: 'pendopo', FILES_S3_ENDPOINT: `http://127.0.0.1:${port}`, FILES_S3_KEY: 'S3RVER', FILES_S3_SECRET: 'S3RVER' }
  disk = await openDisk(readConfig({ NODE_ENV: 'test', PENDOPO_DATA: folder, ...settings }))
})
afterAll(async () => {
  service?.kill()
  await rm(folder, { recursive: true, force: true })
})

describe('a bucket of an S3-compatible service', () => {
  it('gives back what was put there, until it is deleted', async () => {
    const bytes = Buffer.from([0, 255, ...Buffer.from('Surat keputusan')])
    await disk.put('a/b/c.pdf', bytes)
    expect((await disk.get('a/b/c.pdf')).equals(bytes)).toBe(true)
    expect(disk.pathOf('a/b/c.pdf')).toBe(null)
    await disk.delete('a/b/c.pdf')
    await expect(disk.get('a/b/c.pdf')).rejects.toThrow()
  })

  it('takes a file of 120 MB in parts, and gives it back, with no more than a few of them in memory', async () => {
    const [there, back] = [join(folder, 'large'), join(folder, 'back')]
    const file = await open(there, 'w')
    for (let i = 0; i < 120; i++) await file.write(Buffer.alloc(1_000_000, `bagian ${i} `))
    await file.close()
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers - before)), 2)
    await disk.putFile('large', there)
    await disk.getFile('large', back)
    clearInterval(watch)
    expect(await digestOf(back)).toBe(await digestOf(there))
    expect(most).toBeLessThan(90_000_000)
  }, 60_000)

  it('takes an empty file', async () => {
    const path = join(folder, 'empty')
    await writeFile(path, '')
    await disk.putFile('empty', path)
    expect((await disk.get('empty')).length).toBe(0)
  })

  it('leaves nothing behind here when a file cannot be fetched', async () => {
    await expect(disk.getFile('nowhere', join(folder, 'nowhere'))).rejects.toThrow()
    expect(await readdir(folder)).not.toContain('nowhere')
  })

  it('keeps tables that are asked as those of a folder are', async () => {
    const { tables, close } = await someTables(settings)
    try {
      const kept = await tables.keepRows(aGovernmentId, [{ name: 'kecamatan', title: 'Kecamatan', type: 'text' }, { name: 'pasien', title: 'Pasien', type: 'integer' }], [['Slawi', 120], ['Bumijawa', 80], ['Slawi', 3]])
      const { rows } = await tables.query(aGovernmentId, kept, { group: { by: ['kecamatan'], measures: [{ of: 'sum', column: 'pasien' }] }, sort: [{ column: 'kecamatan' }], limit: 10 })
      expect(rows).toEqual([['Bumijawa', 80], ['Slawi', 123]])
    } finally {
      close()
    }
  })
})
