import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeVirusCheck } from './virus-check.ts'
import { aScanner, eicar, type StandInScanner } from './testing.ts'

let folder: string
let scanner: StandInScanner | undefined
const lines: string[] = []
const log = pino({ base: null }, { write: line => void lines.push(line) })

beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'virus-'))))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(async () => {
  await scanner?.close()
  scanner = undefined
  lines.length = 0
})

function saved(body: Buffer): string {
  const path = join(folder, 'file')
  writeFileSync(path, body)
  return path
}
const large = Buffer.from(Array.from({ length: 3_000_000 }, (_, i) => (i * 7919) & 255))

describe('a scanner', () => {
  it('gets every byte of a file, in pieces, and says that it is clean', async () => {
    scanner = await aScanner()
    const check = makeVirusCheck(scanner, log)
    expect(await check(saved(large))).toEqual({ kind: 'clean' })
    expect(await check(saved(Buffer.from('satu huruf')))).toEqual({ kind: 'clean' })
    expect(scanner.seen.map(body => body.length)).toEqual([3_000_000, 10])
    expect(scanner.seen[0]!.equals(large)).toBe(true)
  })

  it('names what it found, wherever in the file', async () => {
    scanner = await aScanner()
    const check = makeVirusCheck(scanner, log)
    for (const body of [eicar(), Buffer.concat([large, eicar()]), Buffer.concat([Buffer.alloc(65_500), eicar(), large])]) expect(await check(saved(body))).toEqual({ kind: 'infected', virus: 'Win.Test.EICAR_HDB-1' })
  })

  it('that is slow is waited for, but not for ever', async () => {
    scanner = await aScanner({ slow: 300 })
    expect(await makeVirusCheck({ ...scanner, patience: 5000 }, log)(saved(large))).toEqual({ kind: 'clean' })
    const since = performance.now()
    expect(await makeVirusCheck({ ...scanner, patience: 100 }, log)(saved(large))).toEqual({ kind: 'unanswered' })
    expect(performance.now() - since).toBeLessThan(1000)
    expect(lines.join()).toContain('no answer within 100 ms')
  })

  it('that is down, or hangs up, is told to those who run it', async () => {
    scanner = await aScanner({ hangsUp: true })
    const { host, port } = scanner
    expect(await makeVirusCheck({ host, port }, log)(saved(large))).toEqual({ kind: 'unanswered' })
    await scanner.close()
    expect(await makeVirusCheck({ host, port }, log)(saved(large))).toEqual({ kind: 'unanswered' })
    expect(await makeVirusCheck({ path: join(folder, 'nobody.sock') }, log)(saved(large))).toEqual({ kind: 'unanswered' })
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain('ECONNREFUSED')
    expect(lines[2]).toContain('ENOENT')
  })

  it('that takes no files of this size says so, also when it stops listening in the middle', async () => {
    scanner = await aScanner({ most: 1_000_000 })
    expect(await makeVirusCheck(scanner, log)(saved(large))).toEqual({ kind: 'too-large' })
    expect(lines.join()).toContain('StreamMaxLength')
  })
})

const without = spawnSync('clamd', ['--version']).error !== undefined

describe.skipIf(without)(`ClamAV itself${without ? ' (skipped: needs clamd)' : ''}`, () => {
  let clamd: ChildProcess
  const socket = () => join(folder, 'clamd.sock')

  beforeAll(async () => {
    // A signature of our own in place of the whole database: size and digest of the test file.
    writeFileSync(join(folder, 'test.hdb'), `${createHash('md5').update(eicar()).digest('hex')}:${eicar().length}:Eicar-Test\n`)
    writeFileSync(join(folder, 'clamd.conf'), `LocalSocket ${socket()}\nDatabaseDirectory ${folder}\nForeground yes\nStreamMaxLength 1M\nUser ${process.env.USER ?? 'root'}\n`)
    clamd = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' })
    const check = makeVirusCheck({ path: socket() }, pino({ level: 'silent' }))
    for (let tries = 0; tries < 100 && (await check(saved(Buffer.from('siap?')))).kind === 'unanswered'; tries++) await pause(200)
  }, 60_000)
  afterAll(() => clamd?.kill())

  it('speaks the same way', async () => {
    const check = makeVirusCheck({ path: socket() }, log)
    expect(await check(saved(Buffer.from('surat biasa')))).toEqual({ kind: 'clean' })
    expect(await check(saved(eicar()))).toEqual({ kind: 'infected', virus: expect.stringContaining('Eicar-Test') })
    // It hangs up while it is being sent to: whether its last words arrive is a matter of luck.
    expect(['too-large', 'unanswered']).toContain((await check(saved(large))).kind)
  })
})
