import { createPublicKey, randomUUID, verify } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import type { Receipt, ReceiptText } from '#platform/offline/entry.ts'
import { unreviewed } from '#platform/offline/store.ts'
import { aDevice, aKnownDevice, registered, type TestDevice, type WrittenEntry } from './testing.ts'

let installation: Installation
let place: TestGovernment
let writer: { id: string; username: string }
let browser: Browser

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  writer = await anAccount(installation, place, { roles: ['writer'] })
  browser = await signIn(installation, place, writer.username)
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const known = () => aKnownDevice(installation, place, { accountId: writer.id, cookie: browser.header() })
const path = '/kerja/publikasi/baru'
const news = (title: string) => ({ unit: place.units.diskominfo!, kind: 'berita', title, summary: 'Ringkasan satu kalimat tentang kegiatan.', body: 'Isi tulisan.', next: 'save' })
const titles = async (like: string) => (await sql<{ title: string }>`select title from publications.publication where title like ${`${like}%`} order by created_at, id`.execute(db())).rows.map(({ title }) => title)
const said = ({ text }: Receipt) => JSON.parse(text) as ReceiptText
const states = (receipts: readonly Receipt[]) => receipts.map(one => said(one).state)

describe('what was written without a network', () => {
  it('is applied by the rules of its page, in order, and answered with a receipt the government signed', async () => {
    const device = await known()
    const entries = [1, 2, 3].map(n => device.write(path, news(`Urutan ${n}`)))
    const { receipts, stop } = await device.send(entries)
    expect([states(receipts), stop]).toEqual([['applied', 'applied', 'applied'], null])
    expect(await titles('Urutan')).toEqual(['Urutan 1', 'Urutan 2', 'Urutan 3'])
    const key = createPublicKey({ key: Buffer.from(device.receiptKey, 'base64url'), format: 'der', type: 'spki' })
    for (const { text, signature } of receipts) expect(verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(receipts[0]!.answer.to).toMatch(/^\/kerja\/publikasi\/[0-9a-f-]{36}$/)
    expect((await browser.get(receipts[0]!.answer.to)).statusCode).toBe(200)
    const { rows } = await sql<{ by: string }>`select created_by as by from publications.publication where title = 'Urutan 1'`.execute(db())
    expect(rows).toEqual([{ by: writer.id }])
  })

  it('is applied once, however often and however many at a time it arrives, and always gets the same receipt', async () => {
    const device = await known()
    const entry = device.write(path, news('Sekali saja'))
    const answers = await Promise.all(Array.from({ length: 12 }, () => device.send([entry])))
    expect(new Set(answers.flatMap(({ receipts }) => receipts.map(({ text, signature }) => text + signature))).size).toBe(1)
    expect(await titles('Sekali saja')).toHaveLength(1)
  })

  it('comes back filled with what is wrong, its photo too, and is applied after it was mended', async () => {
    const device = await known()
    const photo = await (await import('sharp')).default({ create: { width: 40, height: 30, channels: 3, background: '#0b5a55' } }).png().toBuffer()
    const entry = device.write(path, { ...news('Balai desa selesai'), title: '  ' }, { files: [{ field: 'cover', name: 'balai.png', body: photo }] })
    const { receipts } = await device.send([entry])
    expect(states(receipts)).toEqual(['refused'])
    const { to, message } = receipts[0]!.answer
    expect([to, message]).toEqual([`${path}?kotak=${entry.content.id}`, 'Isi judul, paling sedikit 5 huruf'])
    const page = (await browser.get(to)).body
    for (const what of ['error-summary', 'Ringkasan satu kalimat tentang kegiatan.', 'balai.webp']) expect(page).toContain(what)
    const fileId = /name="cover_kept" value="([^"]+)"/.exec(page)![1]!
    const mended = device.write(path, { ...news('Balai desa selesai'), cover_kept: fileId, [`alt_${fileId}`]: 'Balai desa' })
    expect(states((await device.send([mended])).receipts)).toEqual(['applied'])
    // Nobody else is shown what somebody typed.
    const other = await anAccount(installation, place, { roles: ['writer'] })
    expect((await (await signIn(installation, place, other.username)).get(to)).body).not.toContain('error-summary')
  })

  it('needs no session: a new password, a closed session, and a file somebody else brings change nothing', async () => {
    const device = await known()
    const entry = device.write(path, news('Lewat berkas'))
    await sql`delete from identity.session where account_id = ${writer.id}`.execute(db())
    const courier = await anAccount(installation, place)
    const { receipts } = await device.send([entry], { sent: null, cookie: (await signIn(installation, place, courier.username)).header() })
    expect(states(receipts)).toEqual(['applied'])
    const { rows } = await sql<{ by: string; account: string }>`select carried_by as by, account_id as account from platform.device_entry where id = ${entry.content.id}`.execute(db())
    expect(rows).toEqual([{ by: courier.id, account: writer.id }])
    browser = await signIn(installation, place, writer.username)
  })

  it('waits for its files: without them nothing is applied, and with them it is', async () => {
    const device = await known()
    const entry = device.write(path, news('Dengan lampiran'), { files: [{ field: 'attachments', name: 'daftar.csv', body: Buffer.from('a;b\n1;2\n') }] })
    expect(await device.send([entry], { files: 'none' })).toMatchObject({ receipts: [], stop: 'files-missing' })
    expect(states((await device.send([entry])).receipts)).toEqual(['applied'])
  })

  it('says on the next page what was done, to the one who waits for it', async () => {
    const device = await known()
    const waited = await device.send([device.write(path, news('Ditunggu orangnya'))], { cookie: browser.header(), waiting: true })
    expect(waited.cookies.some(one => one.startsWith('pendopo_pesan='))).toBe(true)
    const later = await device.send([device.write(path, news('Dikirim sendiri'))], { cookie: browser.header() })
    expect(later.cookies.some(one => one.startsWith('pendopo_pesan='))).toBe(false)
  })
})

describe('what is not as it should be', () => {
  it('is refused when it was not signed by the device, changed on the way, or comes from a device nobody knows', async () => {
    const [device, stranger] = [await known(), aDevice(installation, place)]
    const entry = device.write(path, news('Dipalsukan'))
    const changed = { ...entry, text: entry.text.replace('Dipalsukan', 'Diubah orang') }
    expect(await device.send([changed])).toMatchObject({ receipts: [], stop: 'forged' })
    expect(await device.send([{ text: stranger.write(path, news('Dipalsukan'), { device: device.id }).text, signature: entry.signature }])).toMatchObject({ stop: 'forged' })
    expect(await stranger.send([stranger.write(path, news('Dipalsukan'))])).toMatchObject({ receipts: [], stop: 'unknown-device' })
    expect(await device.send([{ text: '{"v":1}', signature: entry.signature }])).toMatchObject({ stop: 'unreadable' })
    expect(await titles('Di')).not.toContain('Dipalsukan')
    // A file that is not the one the entry names is none of its files.
    const withFile = device.write(path, news('Berkas ditukar'), { files: [{ field: 'attachments', name: 'asli.csv', body: Buffer.from('asli') }] })
    const swapped = await device.send([withFile], { files: [{ ...withFile.files[0]!, body: Buffer.from('lain') }] })
    expect(swapped).toMatchObject({ receipts: [], stop: 'files-missing' })
  })

  it('cannot be registered in somebody else’s name, nor with a key of another kind', async () => {
    const device = await known()
    const other = await anAccount(installation, place)
    const cookie = (await signIn(installation, place, other.username)).header()
    expect((await registered(installation, place, device, { accountId: other.id, cookie })).statusCode).toBe(403)
    expect((await registered(installation, place, aDevice(installation, place), { accountId: writer.id, cookie })).statusCode).toBe(403)
    expect((await registered(installation, place, { id: randomUUID(), publicKey: 'AAAA' }, { accountId: other.id, cookie })).statusCode).toBe(422)
    expect((await registered(installation, place, aDevice(installation, place), { accountId: writer.id, cookie: '' })).statusCode).toBe(401)
  })

  it('is taken all the same and shown for review: a gap, a broken link, a late one, a clock that was set', async () => {
    const device = await known()
    const [one, two, three] = [1, 2, 3].map(n => device.write(path, news(`Janggal ${n}`))) as [WrittenEntry, WrittenEntry, WrittenEntry]
    const flags = async (entry: WrittenEntry, sent = Date.now()) => said((await device.send([entry], { sent })).receipts[0]!).flags
    expect(await flags(one)).toEqual([])
    expect(await flags(three)).toEqual(['gap'])
    expect(await flags(two)).toEqual(['order'])
    expect(await flags(device.write(path, news('Janggal 4'), { previous: '0'.repeat(64) }))).toEqual(['fork'])
    const hour = 3_600_000
    // Set back by an hour since the last contact, and back again before it is sent.
    const contact = { server: Date.now() - hour, device: Date.now() - hour, age: hour }
    const set = device.write(path, news('Janggal 5'), { at: Date.now() - hour, contact })
    expect(await flags(set)).toEqual(['clock'])
    expect(await titles('Janggal')).toHaveLength(5)
    const odd = (await unreviewed(db(), 100)).filter(({ deviceId }) => deviceId === device.id)
    expect(odd.map(({ flags: [flag] }) => flag).toSorted()).toEqual(['clock', 'fork', 'gap', 'order'])
    const admin = await anAccount(installation, place, { roles: [{ code: 'administrator', unit: 'pemerintah' }] })
    const reviewer = await signIn(installation, place, admin.username)
    expect((await reviewer.get('/kerja/perangkat')).body).toContain('Jam perangkat diragukan')
    for (const { id } of odd) expect((await reviewer.post('/kerja/perangkat', { kiriman: id })).statusCode).toBe(303)
    expect((await reviewer.get('/kerja/perangkat')).body).toContain('Tidak ada yang janggal')
  })

  it('is held, not lost, when the device was revoked or the account closed; and what one may not do any more is refused', async () => {
    const [lost, kept] = [await known(), await known()]
    expect((await browser.get('/akun/perangkat')).body).toContain(lost.id)
    expect((await browser.post('/akun/perangkat', { perangkat: lost.id })).statusCode).toBe(303)
    expect(states((await lost.send([lost.write(path, news('Dari ponsel hilang'))])).receipts)).toEqual(['held'])
    const guest = await anAccount(installation, place)
    const phone = await aKnownDevice(installation, place, { accountId: guest.id, cookie: (await signIn(installation, place, guest.username)).header() })
    const refused = (await phone.send([phone.write(path, news('Tanpa wewenang'))])).receipts[0]!
    expect([said(refused).state, refused.answer.message]).toEqual(['refused', 'Anda tidak berwenang melakukan ini.'])
    await sql`update identity.account set state = 'inactive' where id = ${guest.id}`.execute(db())
    expect(states((await phone.send([phone.write(path, news('Sudah berhenti'))])).receipts)).toEqual(['held'])
    for (const title of ['Dari ponsel hilang', 'Tanpa wewenang', 'Sudah berhenti']) expect(await titles(title)).toEqual([])
    const elsewhere = (await kept.send([kept.write('/kerja/tidak-ada', {}), kept.write('/kerja/publikasi', {}), kept.write('//evil.example/x', {})])).receipts
    expect(states(elsewhere)).toEqual(['refused', 'refused', 'refused'])
  })
})

it('whatever is lost, repeated, reordered or cut into pieces on the way: everything arrives once', async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.array(fc.record({ from: fc.nat(5), length: fc.integer({ min: 1, max: 6 }), lost: fc.boolean(), twice: fc.boolean() }), { maxLength: 8 }), async (n, tries) => {
      const device: TestDevice = await known()
      const mark = `Acak ${++round}-`
      const entries = Array.from({ length: n }, (_, i) => device.write(path, news(`${mark}${i}`)))
      const receipts = new Map<string, string>()
      const take = (got: readonly Receipt[]) => {
        for (const receipt of got) {
          const before = receipts.get(said(receipt).id)
          if (before !== undefined) expect(receipt.text).toBe(before)
          receipts.set(said(receipt).id, receipt.text)
        }
      }
      for (const { from, length, lost, twice } of tries) {
        const sheaf = entries.slice(from, from + length)
        if (sheaf.length === 0) continue
        const answers = await Promise.all([device.send(sheaf), ...(twice ? [device.send(sheaf)] : [])])
        if (!lost) for (const answer of answers) take(answer.receipts)
      }
      take((await device.send(entries)).receipts)
      expect(receipts.size).toBe(n)
      expect((await titles(mark)).toSorted()).toEqual(entries.map((_, i) => `${mark}${i}`))
    }),
    { numRuns: 25 },
  )
}, 120_000)
