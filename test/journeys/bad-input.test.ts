import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { deflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPdf } from '#platform/files/testing.ts'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { assign } from '#modules/identity/testing.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ask, type Answer } from './asking.ts'
import { aPhoto } from './browsing.ts'
import { multipart, signedIn, type Part, type Session } from './forms.ts'

let demo: Demo
let writer: Session
let village: Session
const newText = '/kerja/publikasi/baru'
const good = { kind: 'berita', title: 'Perbaikan jalan Slawi', summary: 'Jalan Slawi diperbaiki bulan ini.', body: 'Isi yang panjang dan sudah lama diketik.' }

beforeAll(async () => {
  demo = await openDemo()
  writer = await signedIn(demo.origin, 'penulis.dpu')
  village = await signedIn(demo.origin, 'desa.kalisapu')
  const unit = (await demo.services.ask(unitDirectory).of(demo.government.id)).bySlug('dpu')!
  expect(unit.channel).toBe(true)
})

afterAll(() => demo?.close())

/** The server answers, whatever came before. */
async function stillUp(): Promise<void> {
  expect((await ask(demo.origin, '/healthz')).status).toBe(200)
}

/** The form came back with a sentence and with everything that had been typed. */
async function expectKept(answer: Answer, sentence: string, typed: Partial<typeof good> = good, status = 422): Promise<void> {
  expect(answer.status).toBe(status)
  expect(answer.text.replace(/&quot;/g, '"')).toContain(sentence)
  if (typed.title) expect(answer.text).toContain(`value="${typed.title}"`)
  if (typed.summary) expect(answer.text).toContain(`>${typed.summary}</textarea>`)
  if (typed.body) expect(answer.text).toContain(`>${typed.body}</textarea>`)
  await stillUp()
}

/** Sends a file of so many megabytes; how much the server's memory grew meanwhile, in bytes. */
async function tooLarge(session: Session, path: string, values: Record<string, string>, field: string, filename: string, megabytes: number): Promise<{ answer: Answer; grew: number }> {
  const chunk = Buffer.alloc(1_000_000, 'x')
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held = () => {
    collect()
    return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  }
  await session.sendParts(path, values, [file(field, 'kecil.jpg', [chunk])])
  const before = held()
  let most = before
  const meanwhile = (sent: number) => void (sent % 10 === 0 && (most = Math.max(most, held())))
  const answer = await session.sendParts(path, values, [file(field, filename, Array.from({ length: megabytes }, () => chunk))], meanwhile)
  console.info(`${megabytes} MB upload: memory held grew by ${((most - before) / 1e6).toFixed(1)} MB at most`)
  return { answer, grew: most - before }
}

/** Somebody who keeps the agenda of letters of an agency. */
async function anOfficer(): Promise<Session> {
  const db = demo.services.database.of(demo.government.id)
  const { rows } = await sql<{ account: string; role: string; unit: string }>`
    select a.id as account, u.id as unit, r.id as role from identity.account a, identity.role r, organisation.unit u where a.username = 'penulis.dpu' and r.code = 'secretariat' and u.slug = 'dpu'`.execute(db)
  const { account, role, unit } = rows[0]!
  await assign(demo, { ...demo.government, units: { unit } }, account, role, 'unit')
  return signedIn(demo.origin, 'penulis.dpu')
}

const file = (name: string, filename: string, body: Buffer | Buffer[]): Part => ({ name, filename, body })

describe('what does not fit comes back with a sentence, and nothing typed is lost', () => {
  it('an over-long title', async () => {
    const title = 'Jalan '.repeat(60).trim()
    await expectKept(await writer.send(newText, { ...good, title }), 'Paling banyak 160 huruf', { ...good, title })
  })

  it('a text longer than a form may carry', async () => {
    const answer = await writer.send(newText, { ...good, body: 'x'.repeat(2_500_000) })
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('Isian ini terlalu besar.')
    await stillUp()
  })

  it('bytes of another encoding, in both kinds of form', async () => {
    const latin = Buffer.concat([Buffer.from('Kopi caf'), Buffer.from([0xe9]), Buffer.from(' Slawi')])
    const escaped = await writer.sendRaw(newText, token => ({ type: 'application/x-www-form-urlencoded', body: `${new URLSearchParams({ _csrf: token, kind: 'berita', summary: good.summary, body: good.body })}&title=Kopi+caf%E9+Slawi` }))
    await expectKept(escaped, 'Ada huruf yang tidak terbaca. Ketik ulang bagian itu.', { summary: good.summary, body: good.body })
    const raw = await writer.sendRaw(newText, token => ({ type: 'application/x-www-form-urlencoded', body: Buffer.concat([Buffer.from(`${new URLSearchParams({ _csrf: token, kind: 'berita', summary: good.summary, body: good.body })}&title=`), latin]) }))
    await expectKept(raw, 'Ada huruf yang tidak terbaca. Ketik ulang bagian itu.', { summary: good.summary, body: good.body })
    const parts = await writer.sendParts(newText, { ...good, title: '' }, [{ name: 'title', body: latin }])
    await expectKept(parts, 'Ada huruf yang tidak terbaca. Ketik ulang bagian itu.', { summary: good.summary, body: good.body })
  })

  it('a NUL and control characters', async () => {
    await expectKept(await writer.send(newText, { ...good, title: 'Jalan\u0000Slawi' }), 'Ada huruf yang tidak terbaca.', { summary: good.summary, body: good.body })
  })

  it('50 MB where 10 are allowed, without taking them into memory', async () => {
    const { answer, grew } = await tooLarge(writer, newText, good, 'cover', 'pemandangan.jpg', 50)
    await expectKept(answer, 'Berkas pemandangan.jpg lebih dari 10 MB. Perkecil dahulu, lalu unggah lagi.')
    expect(grew).toBeLessThan(20_000_000)
  }, 60_000)

  it('a scan of 200 MB where 30 are allowed, without keeping any of it', async () => {
    const office = await anOfficer()
    const letter = { number: '005/1/2026', sender: 'Kecamatan Slawi', subject: 'Undangan rapat koordinasi' }
    const { answer, grew } = await tooLarge(office, '/kerja/surat/terima', letter, 'scan', 'undangan.pdf', 200)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Berkas undangan.pdf lebih dari 30 MB. Perkecil dahulu, lalu unggah lagi.')
    for (const typed of Object.values(letter)) expect(answer.text).toContain(typed)
    expect(grew).toBeLessThan(20_000_000)
    await expect.poll(() => readdir(join(demo.config.data, 'tmp'))).toEqual([])
    const { rows } = await sql`select 1 from platform.file where name = 'undangan.pdf'`.execute(demo.services.database.of(demo.government.id))
    expect(rows).toEqual([])
    await stillUp()
  }, 60_000)

  it('a PDF that nobody could open', async () => {
    await expectKept(await writer.sendParts(newText, good, [file('attachments', 'edaran.pdf', aPdf().subarray(0, 300))]), 'Berkas edaran.pdf rusak atau terpotong, sehingga tidak dapat dibuka.')
    await expectKept(await writer.sendParts(newText, good, [file('attachments', 'edaran.pdf', Buffer.from('<html>Halaman tidak ditemukan</html>'))]), 'Berkas edaran.pdf bukan PDF yang sebenarnya.')
  })

  it('half a picture', async () => {
    const photo = await aPhoto()
    await expectKept(await writer.sendParts(newText, good, [file('cover', 'jembatan.jpg', photo.subarray(0, photo.length / 2))]), 'Gambar jembatan.jpg rusak atau terpotong.')
  })

  it('a program that calls itself a picture', async () => {
    await expectKept(await writer.sendParts(newText, good, [file('cover', 'foto.jpg', Buffer.from('MZ\u0090\u0000 program'))]), 'Berkas foto.jpg bukan gambar.')
  })

  it('a document that unpacks to a thousand times its size', async () => {
    const bomb = docxOf(deflateRawSync(Buffer.alloc(60_000_000)), 60_000_000)
    expect(bomb.length).toBeLessThan(100_000)
    await expectKept(await writer.sendParts(newText, good, [file('attachments', 'laporan.docx', bomb)]), 'Berkas laporan.docx mengembang terlalu besar saat dibuka dan tidak diterima.')
  })

  it('a form from elsewhere', async () => {
    await expectKept(await writer.send(newText, { ...good, _csrf: 'palsu' }), 'Formulir ini tidak dikirim dari halaman kami', good, 403)
    const answer = await writer.sendRaw(newText, token => ({ ...multipart({ ...good, _csrf: token }), headers: { 'sec-fetch-site': 'cross-site' } }))
    await expectKept(answer, 'Formulir ini tidak dikirim dari halaman kami', good, 403)
  })
})

describe('what somebody else saved meanwhile', () => {
  it('is shown beside what was typed, and saving once more keeps the latter', async () => {
    const made = await writer.send(newText, { ...good, next: 'save' })
    const edit = `${made.headers.location}/ubah`
    const version = /name="version" value="(\d+)"/.exec((await writer.get(edit)).text)![1]!
    const publisher = await signedIn(demo.origin, 'sekdin.dpu')
    expect((await publisher.send(edit, { ...good, version, body: 'Isi dari sekretaris.' })).status).toBe(303)
    const conflict = await writer.send(edit, { ...good, version, body: 'Isi dari penulis.' })
    await expectKept(conflict, 'Orang lain menyimpan perubahan lebih dahulu.', { ...good, body: 'Isi dari penulis.' }, 409)
    expect(conflict.text).toContain('Isi dari sekretaris.')
    const fresh = /name="version" value="(\d+)"/.exec(conflict.text)![1]!
    expect(Number(fresh)).toBeGreaterThan(Number(version))
    expect((await writer.send(edit, { ...good, version: fresh, body: 'Isi dari penulis.' })).status).toBe(303)
    expect((await writer.get(edit)).text).toContain('Isi dari penulis.</textarea>')
  })
})

describe('what is hostile but may be published', () => {
  it('markup is shown as the text it is', async () => {
    const title = '</title><script>alert(1)</script>"><img src=x onerror=alert(2)>'
    const body = `${title}\n\n[klik](javascript:alert(3)) <iframe src="//jahat.example"></iframe>\n\n![x](https://jahat.example/p.png)`
    expect((await village.send(newText, { ...good, title, summary: `${title} ringkas`, body, tags: '<b>,"\'', next: 'publish' })).status).toBe(303)
    const list = await ask(demo.origin, '/kanal/desa-kalisapu')
    const address = /href="(\/berita\/[^"]*script[^"]*)"/.exec(list.text)![1]!
    for (const path of [address, `${address}/cetak`, '/kanal/desa-kalisapu', '/', '/berita', '/cari?q=alert', `/berita?q=${encodeURIComponent(title)}`]) {
      const page = await ask(demo.origin, path)
      expect(page.status).toBe(200)
      expect(page.text).not.toMatch(/<script>alert|<img src=x|<iframe|href="javascript:|<img[^>]+jahat|<\/script>"><img/)
      expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    }
    await stillUp()
  })

  it.each([
    ['quotes', '> '.repeat(10_000)], ['brackets', '['.repeat(10_000)], ['links', '[a]('.repeat(10_000)], ['stars', '*a '.repeat(10_000)], ['emphasis', '**_'.repeat(10_000)],
    ['lists', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n')], ['code', '`'.repeat(10_000)], ['tables', `|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n`], ['entities', '&#'.repeat(10_000)], ['tags', '<a '.repeat(10_000)],
  ])('10,000-deep %s are read within a second', async (kind, text) => {
    expect((await village.send(newText, { ...good, title: `Markdown ${kind}`, body: `${text} dasar`, next: 'publish' })).headers.location).toMatch(/^\/kerja\/publikasi\/[0-9a-f-]{36}$/)
    const since = performance.now()
    const page = await ask(demo.origin, `/berita/markdown-${kind}`)
    const took = performance.now() - since
    expect(page.status).toBe(200)
    expect(page.text).toContain(`Markdown ${kind}`)
    expect(took).toBeLessThan(1000)
    await stillUp()
  })
})

describe('addresses nobody should send', () => {
  it.each(['/berita/%ff', '/berita/%00', '/berita?q=%00', '/berita?q=%ff%fe', '/cari?q=%00%00', '/berita?unit=%00', '/berita?tagar=%00', '/berita?sebelum=zzzz.00000000-0000-0000-0000-000000000000', '/berita?sebelum=zzzzzzzzzzzz.0', '/berita?tahun=999999999999', '/kanal/%00', '/kanal/%ff/feed.atom', `/berita/${'a'.repeat(5000)}`, '/gambar/x/y.webp', '/gambar/00000000-0000-0000-0000-000000000000/9.webp', '/..%2f..%2fetc/passwd', '/aset/..%2f..%2fpackage.json', '/bahasa?ke=id&kembali=//jahat.example', '/bahasa?ke=id&kembali=/%5cjahat.example', '/?p=0', '/?p=99999999999999', '/undangan/%00', '/langganan/kelola/%00', '/langganan/konfirmasi/%ff'])('%s is answered without a fault', async path => {
    const answer = await ask(demo.origin, path)
    expect(answer.status).toBeLessThan(500)
    expect(answer.headers.location ?? '').not.toContain('jahat')
    await stillUp()
  })
})

/** A DOCX with one entry of any compressed bytes. */
function docxOf(packed: Buffer, size: number): Buffer {
  const types = Buffer.from('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
  const entries = [{ name: '[Content_Types].xml', body: types, size: types.length, method: 0 }, { name: 'word/document.xml', body: packed, size, method: 8 }]
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, body, size: unpacked, method } of entries) {
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(method, 4)
    facts.writeUInt32LE(body.length, 14)
    facts.writeUInt32LE(unpacked, 18)
    facts.writeUInt16LE(name.length, 22)
    const head = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts, Buffer.from(name)])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), facts, rest, Buffer.from(name)]))
    local.push(head, body)
    offset += head.length + body.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}
