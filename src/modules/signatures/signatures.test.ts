import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { letters, type Letter, type Secrecy } from '#modules/correspondence/contract.ts'
import { aContent, approved } from '#modules/drafting/testing.ts'
import { anAccount, aBrowser, signIn, type Browser } from '#modules/identity/testing.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { numbers } from '#modules/numbering/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { dayIn } from '#platform/time/zone.ts'
import { signing } from './contract.ts'
import { attemptsOf, signaturesOf } from './store.ts'

const run = promisify(execFile)
const passphrase = 'tiga kuda di alun-alun'
const today = dayIn(new Date(), 'Asia/Jakarta')

let installation: Installation
let place: TestGovernment
let headPost: string
let dpuPost: string
let head: Browser
let headAccount: { id: string; username: string }
let drafter: { id: string; username: string }
let visitor: Browser

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  headPost = await aPost(installation, place, 'diskominfo', 'Kepala Dinas Komunikasi dan Informatika', { kind: 'jpt' })
  dpuPost = await aPost(installation, place, 'dpu', 'Kepala Dinas Pekerjaan Umum', { kind: 'jpt' })
  headAccount = await anAccount(installation, place, { unit: 'diskominfo', name: 'Dra. Sri Wahyuningsih, M.Si.' })
  await appointed(installation, place, headPost, { accountId: headAccount.id, name: 'Dra. Sri Wahyuningsih, M.Si.', from: '2026-01-02' })
  drafter = await anAccount(installation, place, { unit: 'diskominfo-ikp' })
  await installation.services.ask(signing).enrol(place.id, { identifier: headAccount.id, name: 'Dra. Sri Wahyuningsih, M.Si.', organisation: 'Pemerintah Kabupaten Tegal' }, passphrase)
  head = await signIn(installation, place, headAccount.username)
  visitor = aBrowser(installation, place)
})
afterAll(() => installation.close())

const inGovernment = <T>(work: Parameters<typeof installation.services.database.transaction<T>>[1]) => installation.services.database.transaction(place.id, work)
const stored = (id: string): Promise<Letter | null> => inGovernment(tx => installation.services.ask(letters).byId(tx, id))

async function waiting(subject: string, secrecy: Secrecy = 'B'): Promise<Letter> {
  return approved(installation, place, {
    unitId: place.units['diskominfo-ikp']!, accountId: drafter.id,
    content: aContent(headPost, { subject, secrecy, addressees: [{ role: 'to', name: 'Kepala Dinas Pekerjaan Umum', postId: dpuPost, unitId: null, email: null, address: null }] }),
  })
}

/** Sends the form as somebody may who did not open it: with the token of another page of theirs. */
async function sign(id: string, values: Record<string, string> = {}, browser = head) {
  const token = /name="_csrf" value="([^"]+)"/.exec((await browser.get('/kerja/surat')).body)![1]!
  return installation.web.server.inject({
    method: 'POST', url: `/kerja/surat/${id}/tanda-tangan`, headers: { host: place.host, cookie: browser.header(), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: token, passphrase, ...values }).toString(),
  })
}

async function fileOf(id: string): Promise<Buffer> {
  const { fileId } = (await stored(id))!
  return installation.services.files.read(place.id, fileId!)
}

describe('one press', () => {
  it('numbers, signs, delivers, and leaves a page where anybody checks it', async () => {
    const letter = await waiting('Permintaan data perangkat jaringan')
    const page = await head.get(`/kerja/surat/${letter.id}`)
    expect(page.body).toContain(`action="/kerja/surat/${letter.id}/tanda-tangan"`)
    const answer = await sign(letter.id)
    expect(answer.headers.location).toBe(`/kerja/surat/${letter.id}`)
    const signed = (await stored(letter.id))!
    expect(signed).toMatchObject({ state: 'sent', letterOn: today, number: expect.stringMatching(/\d/), code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{12}$/) })
    const open = await inGovernment(tx => installation.services.ask(tasks).of(tx, { matter: { kind: 'letter', id: letter.id } }))
    expect(open.filter(({ doneAt }) => doneAt === null).map(({ kind, desk }) => [kind, desk])).toEqual([['incoming', { postId: dpuPost }]])

    expect((await head.get(`/kerja/surat/${letter.id}`)).body, 'what is signed is the file, and no draft').not.toContain(`href="/kerja/surat/${letter.id}/naskah"`)

    const seen = await visitor.get(`/v/${signed.code}`)
    expect(seen.statusCode).toBe(200)
    for (const text of ['Permintaan data perangkat jaringan', 'Dra. Sri Wahyuningsih, M.Si.', signed.number!, 'Tanda tangan uji coba', 'noindex']) expect(seen.body).toContain(text)
    expect((await visitor.get(`/v/${signed.code!.toLowerCase().replace(/(....)/g, '$1-')}`)).statusCode).toBe(200)
    expect((await visitor.get(`/v/${signed.code}/surat.pdf`)).rawPayload.equals(await fileOf(letter.id))).toBe(true)
    const unknown = await visitor.get('/v/AAAAAAAAAAAA')
    expect(unknown.statusCode).toBe(404)
    expect(unknown.body).toContain('Tidak ada surat dengan kode AAAAAAAAAAAA.')
  })

  it('makes a file that pdfsig calls valid, qpdf finds nothing in, and one changed byte spoils', async () => {
    const letter = await waiting('Undangan rapat koordinasi')
    await sign(letter.id)
    const body = await fileOf(letter.id)
    const folder = await mkdtemp(join(tmpdir(), 'pendopo-sign-'))
    const path = join(folder, 'surat.pdf')
    await writeFile(path, body)
    await writeFile(join(folder, 'root.pem'), (await installation.services.ask(signing).trusted(place.id))[0]!)
    expect((await run('pdfsig', [path])).stdout).toContain('Signature is Valid')
    expect((await run('qpdf', ['--check', path])).stdout).toContain('No syntax or stream encoding errors found')
    const changed = Buffer.from(body)
    const at = changed.indexOf('stream') + 20
    changed[at] = changed[at]! ^ 1
    await writeFile(path, changed)
    expect((await run('pdfsig', [path])).stdout).not.toContain('Signature is Valid')
  })

  it('tells a file that is the same from one that is not, without JavaScript', async () => {
    const letter = await waiting('Pemberitahuan pemeliharaan jaringan')
    await sign(letter.id)
    const { code } = (await stored(letter.id))!
    const body = await fileOf(letter.id)
    const changed = Buffer.from(body)
    changed[changed.indexOf('stream') + 20]! ^= 1
    expect(await compared(code!, body)).toContain('sama persis dengan surat yang ditandatangani')
    expect(await compared(code!, changed)).toContain('berubah sesudah ditandatangani')
    expect(await compared(code!, Buffer.from('bukan pdf'))).toContain('bukan PDF yang utuh')
    const left = await inGovernment(async tx => (await sql<{ n: number }>`select count(*)::int as n from platform.file where media_type = 'application/octet-stream'`.execute(tx)).rows[0]!.n)
    expect(left).toBe(0)
  })
})

async function compared(code: string, body: Buffer): Promise<string> {
  const browser = aBrowser(installation, place)
  const answer = await browser.upload(`/v/${code}`, {}, [{ name: 'file', filename: 'surat.pdf', body }])
  expect(answer.statusCode).toBe(303)
  return (await browser.get(answer.headers.location!)).body
}

describe('only the one in charge', () => {
  it('signs: a Plh. while they stand in, as Plh., and the holder not', async () => {
    const deputy = await anAccount(installation, place, { unit: 'diskominfo', name: 'Budi Santoso, S.Kom.' })
    const post = await aPost(installation, place, 'slawi', 'Camat Slawi', { kind: 'administrator' })
    const holder = await anAccount(installation, place, { unit: 'slawi' })
    await appointed(installation, place, post, { accountId: holder.id, name: 'Drs. Haryono', from: '2026-01-02' })
    await appointed(installation, place, post, { accountId: deputy.id, name: 'Budi Santoso, S.Kom.', kind: 'plh', from: today, to: today })
    await installation.services.ask(signing).enrol(place.id, { identifier: deputy.id, name: 'Budi Santoso, S.Kom.', organisation: 'Pemerintah Kabupaten Tegal' }, passphrase)
    const letter = await approved(installation, place, { unitId: place.units.slawi!, accountId: holder.id, content: aContent(post, { subject: 'Pinjam pakai aula kecamatan' }) })
    const refused = await sign(letter.id, {}, await signIn(installation, place, holder.username))
    expect(refused.statusCode).toBe(403)
    expect(refused.body).toContain('Budi Santoso, S.Kom.')
    expect((await sign(letter.id, {}, await signIn(installation, place, deputy.username))).statusCode).toBe(303)
    const signature = (await inGovernment(tx => signaturesOf(tx, [letter.id]))).get(letter.id)!
    expect(signature.signing.signer.capacity.join(' ')).toMatch(/^Plh\. /)
  })

  it('and nobody who cannot see the letter learns that it is there', async () => {
    const letter = await waiting('Laporan bulanan jaringan')
    const stranger = await signIn(installation, place, (await anAccount(installation, place, { unit: 'dpu' })).username)
    expect((await stranger.get(`/kerja/surat/${letter.id}/tanda-tangan`)).statusCode).toBe(404)
    expect((await sign(letter.id, {}, stranger)).statusCode).toBe(404)
    expect((await stored(letter.id))?.state).toBe('approved')
  })
})

describe('when it does not come to an end', () => {
  it('a wrong passphrase keeps the number, and the right one signs with it', async () => {
    const letter = await waiting('Permohonan narasumber')
    const wrong = await sign(letter.id, { passphrase: 'salah sekali' })
    expect(wrong.statusCode).toBe(422)
    const { number } = (await stored(letter.id))!
    expect(number).not.toBeNull()
    await sign(letter.id)
    expect(await stored(letter.id)).toMatchObject({ state: 'sent', number })
  })

  it('twenty presses at once from many screens sign once, with one number', async () => {
    const letter = await waiting('Rekomendasi menara')
    const answers = await Promise.all(Array.from({ length: 20 }, () => sign(letter.id)))
    expect(answers.filter(({ statusCode }) => statusCode === 303).length).toBe(1)
    for (const { statusCode } of answers) expect([303, 403, 409, 422, 429]).toContain(statusCode)
    const { number } = (await stored(letter.id))!
    const given = await inGovernment(async tx => (await sql<{ n: number }>`select count(*)::int as n from platform.file where name = ${`${number!.replace(/[^\w.-]+/g, '-')}.pdf`}`.execute(tx)).rows[0]!.n)
    expect(given).toBe(1)
    expect((await inGovernment(tx => attemptsOf(tx, [letter.id]))).size).toBe(0)
  })

  it('giving it back keeps a number that was taken as cancelled', async () => {
    const letter = await waiting('Perpanjangan domain')
    await sign(letter.id, { passphrase: 'salah sekali lagi' })
    const { number } = (await stored(letter.id))!
    const answer = await head.post(`/kerja/surat/${letter.id}/kembalikan`, { remarks: 'Nama domainnya keliru, mohon diperiksa.' })
    expect(answer.statusCode).toBe(303)
    expect(await stored(letter.id)).toMatchObject({ state: 'returned', number: null, code: null })
    expect((await inGovernment(tx => installation.services.ask(numbers).ofMatter(tx, [letter.id]))).size).toBe(0)
    expect(number).not.toBeNull()
  })
})

describe('a letter that was signed', () => {
  it('is taken back by the position that signed it, stays as withdrawn, and all who have it are told', async () => {
    const letter = await waiting('Undangan yang dibatalkan')
    await sign(letter.id)
    const { code, number } = (await stored(letter.id))!
    const stranger = await signIn(installation, place, drafter.username)
    expect((await stranger.get(`/kerja/surat/${letter.id}/cabut`)).statusCode).toBe(403)
    expect((await head.post(`/kerja/surat/${letter.id}/cabut`, { reason: '' })).statusCode).toBe(422)
    expect((await head.post(`/kerja/surat/${letter.id}/cabut`, { reason: 'Rapat ditunda sampai tahun depan.' })).statusCode).toBe(303)
    expect(await stored(letter.id)).toMatchObject({ state: 'cancelled', number })
    const page = await visitor.get(`/v/${code}`)
    expect(page.body).toContain('Surat ini dibatalkan')
    const open = (await inGovernment(tx => installation.services.ask(tasks).of(tx, { matter: { kind: 'letter', id: letter.id } }))).filter(({ doneAt }) => doneAt === null)
    expect(open.map(({ kind, desk }) => [kind, desk])).toEqual([['copy', { postId: dpuPost }]])
    expect((await inGovernment(tx => installation.services.ask(numbers).ofMatter(tx, [letter.id]))).size).toBe(0)
  })
})

describe('many at once', () => {
  it('are signed with one passphrase, each for itself', async () => {
    const some = [await waiting('Surat satu dari tiga'), await waiting('Surat dua dari tiga'), await waiting('Surat tiga dari tiga')]
    const page = await head.get('/kerja/tanda-tangan')
    for (const { subject } of some) expect(page.body).toContain(subject)
    const answer = await head.post('/kerja/tanda-tangan', { surat: some.map(({ id }) => id), passphrase })
    expect(answer.statusCode).toBe(303)
    const after = await Promise.all(some.map(({ id }) => stored(id)))
    expect(after.map(letter => letter?.state)).toEqual(['sent', 'sent', 'sent'])
    expect(new Set(after.map(letter => letter?.number)).size).toBe(3)
  })
})

describe('the page where a letter is checked', () => {
  it.each(['T', 'R', 'SR'] as const)('shows of a letter of class %s the facts and nothing it says', async secrecy => {
    const letter = await waiting('Kata sandi perangkat inti', secrecy)
    const { services } = installation
    await inGovernment(tx => services.ask(letters).change(tx, letter.id, { secrecy: 'T' }))
    await sign(letter.id)
    await inGovernment(tx => services.ask(letters).change(tx, letter.id, { secrecy }))
    const { code } = (await stored(letter.id))!
    const page = await visitor.get(`/v/${code}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('Kata sandi perangkat inti')
    expect(page.body).not.toContain('perangkat jaringan paling lambat')
    expect(page.body).toContain('Isi surat ini tidak terbuka untuk umum')
    expect((await visitor.get(`/v/${code}/surat.pdf`)).statusCode).toBe(404)
  })
})
