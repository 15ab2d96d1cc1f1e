import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import type { FileRule } from '../web/page.ts'
import { aPdf, aScanner, eicar, type StandInScanner } from './testing.ts'

const document: FileRule = { max: 30_000_000, accept: 'document' }
const any: FileRule = { max: 30_000_000, accept: 'any' }

let scanner: StandInScanner
let installation: Installation
let place: TestGovernment
let folder: string

beforeAll(async () => {
  scanner = await aScanner()
  installation = await openInstallation({ CLAMAV_HOST: scanner.host, CLAMAV_PORT: String(scanner.port), LOG_LEVEL: 'silent' })
  place = await aGovernment(installation)
  folder = await mkdtemp(join(tmpdir(), 'files-'))
})
afterAll(async () => {
  await installation?.close()
  await scanner?.close()
  await rm(folder, { recursive: true, force: true })
})

const db = () => installation.services.database.of(place.id)
const stored = async () => (await sql<{ n: number }>`select count(*)::int as n from platform.file`.execute(db())).rows[0]!.n

async function take(name: string, body: Buffer, rule = any) {
  const path = join(folder, 'upload')
  await writeFile(path, body)
  return installation.services.files.take(db(), { path, name, field: 'scan', unitId: null, accountId: null }, rule)
}

/** The sentence a file is refused with; nothing of it is kept. */
async function refusal(name: string, body: Buffer, rule?: FileRule): Promise<string> {
  const before = await stored()
  const said = await take(name, body, rule).then(() => 'taken', (error: { problems: { name: string; message: { text: string; values?: Record<string, string> } }[] }) => {
    expect(error.problems[0]!.name).toBe('scan')
    return error.problems[0]!.message.text.replace(/\{(\w+)\}/g, (_, key: string) => String(error.problems[0]!.message.values?.[key]))
  })
  expect(await stored()).toBe(before)
  return said
}

describe('a PDF that is taken', () => {
  it('lies there byte by byte, with its digest', async () => {
    const pdf = aPdf('Undangan')
    const file = await take('undangan.pdf', pdf, document)
    expect(file).toMatchObject({ name: 'undangan.pdf', mediaType: 'application/pdf', bytes: pdf.length })
    expect((await installation.services.files.read(place.id, file.id)).equals(pdf)).toBe(true)
    const { rows } = await sql<{ same: boolean }>`select sha256 = sha256(${pdf}::bytea) as same from platform.file where id = ${file.id}`.execute(db())
    expect(rows).toEqual([{ same: true }])
  })

  it('may have lines of a mail program before it', async () => {
    expect(await take('surel.pdf', Buffer.concat([Buffer.from('\r\nContent-ID: <1>\r\n\r\n'), aPdf()]))).toMatchObject({ mediaType: 'application/pdf' })
  })

  it('of 30 MB lies in memory once, however many come at a time', async () => {
    const plain = await openInstallation()
    try {
      const other = await aGovernment(plain)
      const pdf = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(29_000_000, '% halaman pindaian\n'), Buffer.from(aPdf().toString('latin1').slice(9), 'latin1')])
      const paths = await Promise.all([1, 2, 3, 4, 5, 6].map(async n => {
        await writeFile(join(folder, `scan-${n}`), pdf)
        return join(folder, `scan-${n}`)
      }))
      let most = 0
      const before = process.memoryUsage().arrayBuffers
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers - before)), 1)
      const taken = await Promise.all(paths.map(path => plain.services.files.take(plain.services.database.of(other.id), { path, name: 'pindaian.pdf', field: 'scan', unitId: null, accountId: null }, any)))
      clearInterval(watch)
      expect(taken.map(({ bytes }) => bytes)).toEqual(Array(6).fill(pdf.length))
      expect(most).toBeLessThan(170_000_000)
    } finally {
      await plain.close()
    }
  }, 60_000)
})

describe('what is refused, with the file’s name and what to do', () => {
  it('something else under the name of a PDF', async () => {
    const sentence = 'Berkas surat.pdf bukan PDF yang sebenarnya. Simpan atau pindai ulang sebagai PDF, lalu unggah lagi.'
    const photo = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#0b5a55' } }).jpeg().toBuffer()
    for (const body of [Buffer.from('<!doctype html><title>404</title>'), Buffer.from('%PDF-1.7\nbukan apa-apa'), photo, Buffer.from('PK\u0003\u0004')]) for (const rule of [any, document]) expect(await refusal('surat.pdf', body, rule)).toBe(sentence)
  })

  it('one that was cut off', async () => {
    expect(await refusal('surat.pdf', aPdf().subarray(0, 300))).toBe('Berkas surat.pdf rusak atau terpotong, sehingga tidak dapat dibuka. Unggah ulang dari aslinya, atau pindai ulang.')
  })

  it('one behind a password', async () => {
    const locked = Buffer.from(aPdf().toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'00'.repeat(32)}>/U<${'11'.repeat(32)}>>>`), 'latin1')
    expect(await refusal('gaji.pdf', locked)).toBe('Berkas gaji.pdf terkunci kata sandi, sehingga penerima tidak dapat membukanya. Simpan ulang tanpa kata sandi, lalu unggah lagi.')
  })

  it('one with a virus, whatever kind of file it says it is', async () => {
    expect(await refusal('undangan.txt', eicar())).toBe('Berkas undangan.txt mengandung virus (Win.Test.EICAR_HDB-1) dan tidak diterima. Jangan membukanya; mintalah berkas yang bersih kepada pengirimnya.')
    expect(await refusal('foto.jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), eicar()]), { max: 1_000_000, accept: 'image' })).toContain('mengandung virus')
    expect(await refusal('daftar.csv', Buffer.concat([Buffer.from('a;b\n'), eicar()]), { max: 1_000_000, accept: 'sheet' })).toContain('mengandung virus')
  })

  it('every one while the scanner cannot be asked', async () => {
    const away = await openInstallation({ CLAMAV_SOCKET: join(folder, 'nobody.sock'), LOG_LEVEL: 'silent' })
    try {
      const other = await aGovernment(away)
      const path = join(folder, 'upload')
      await writeFile(path, aPdf())
      const taking = away.services.files.take(away.services.database.of(other.id), { path, name: 'surat.pdf', field: 'scan', unitId: null, accountId: null }, any)
      await expect(taking).rejects.toMatchObject({ problems: [{ message: { text: 'Berkas {name} belum dapat diperiksa dari virus, sehingga belum diterima. Coba lagi beberapa saat lagi.' } }] })
      expect(await readdir(join(away.config.data, 'files')).catch(() => [])).toEqual([])
    } finally {
      await away.close()
    }
  })

  it('one larger than the scanner takes', async () => {
    const small = await aScanner({ most: 1000 })
    const strict = await openInstallation({ CLAMAV_HOST: small.host, CLAMAV_PORT: String(small.port), LOG_LEVEL: 'silent' })
    try {
      const other = await aGovernment(strict)
      const path = join(folder, 'upload')
      await writeFile(path, aPdf('x'.repeat(200_000)))
      const taking = strict.services.files.take(strict.services.database.of(other.id), { path, name: 'surat.pdf', field: 'scan', unitId: null, accountId: null }, any)
      await expect(taking).rejects.toMatchObject({ problems: [{ message: { text: expect.stringContaining('terlalu besar untuk diperiksa dari virus') } }] })
    } finally {
      await strict.close()
      await small.close()
    }
  })
})
