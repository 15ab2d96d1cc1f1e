import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { rowsOf } from '#app/testing/moving.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { draftOf } from '../store.ts'

let installation: Installation
let place: TestGovernment
let writer: Browser
const accounts: Record<string, string> = {}
const positions: Record<string, string> = {}

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const people: [name: string, unit: string, title: string, rank: number, roles: string[]][] = [
    ['bupati', 'pemerintah', 'Bupati', 1, []], ['kadis', 'diskominfo', 'Kepala Dinas Komunikasi dan Informatika', 1, ['leader']], ['kabid', 'diskominfo-ikp', 'Kepala Bidang Informasi Publik', 1, []],
    ['penulis', 'diskominfo-ikp', 'Pranata Humas', 2, []], ['dpu', 'dpu', 'Kepala Dinas Pekerjaan Umum', 1, []], ['camat', 'slawi', 'Camat Slawi', 1, []],
  ]
  for (const [name, unit, title, rank, roles] of people) {
    accounts[name] = (await anAccount(installation, place, { username: name, name: `Ibu ${name}`, unit, roles: [...roles, { code: 'writer', unit: unit === 'diskominfo-ikp' ? 'diskominfo' : unit }] })).id
    positions[name] = await aPost(installation, place, unit, title, { rank })
    await appointed(installation, place, positions[name], { from: '2026-01-02', accountId: accounts[name], name: `Ibu ${name}` })
  }
  await aPost(installation, place, 'dpu', 'Kepala Subbagian Umum', { rank: 3 })
  writer = await signIn(installation, place, 'penulis')
})
afterAll(() => installation.close())

const browsers = new Map<string, Promise<Browser>>()
/** Somebody's browser; signing in costs time on purpose. */
const as = (name: string): Promise<Browser> => {
  const browser = browsers.get(name) ?? signIn(installation, place, name)
  browsers.set(name, browser)
  return browser
}

const letterForm = (over: Record<string, string | string[]> = {}) => ({
  subject: 'Permintaan data jaringan', body: 'Mohon data jaringan disampaikan.', classification: '', secrecy: 'B', urgency: 'biasa', signer: positions.kadis!, behalf: '', through: '', 'to-0-name': 'Kepala Dinas Pekerjaan Umum', 'to-0-contact': '', ...over,
})
const written = async (over: Record<string, string | string[]> = {}, kind = 'surat-dinas') => {
  const answer = await writer.post(`/kerja/surat/baru?jenis=${kind}`, letterForm(over))
  if (answer.statusCode !== 303) throw new Error(/error-summary.*?<\/ul>/s.exec(answer.body)?.[0] ?? String(answer.statusCode))
  return String(answer.headers.location).split('/')[3]!
}
const contentOf = async (id: string) => (await draftOf(installation.services.database.of(place.id), id))!.content
/** Sentences of the summary of what is wrong. */
const wrong = (html: string) => [...(/class="error-summary".*?<\/ul>/s.exec(html)?.[0] ?? '').matchAll(/<li>(?:<a[^>]*>)?([^<]+)/g)].map(([, text]) => text!.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))

describe('writing a letter', () => {
  it('begins with choosing its kind, then with a template that says what is still to be written', async () => {
    const kinds = (await writer.get('/kerja/surat/baru')).body
    expect(kinds).toContain('/kerja/surat/baru?jenis=surat-tugas')
    const order = (await writer.get('/kerja/surat/baru?jenis=surat-tugas')).body
    expect(order).toContain('name="part_dasar"')
    expect(order).toContain('| 1. | [nama] | [NIP] | [pangkat] | [jabatan] |')
    expect(order).toContain('templat=surat-tugas.rapat')
    const signers = (await writer.get('/kerja/surat/baru?jenis=surat-dinas')).body
    expect(signers).toContain('Kepala Bidang Informasi Publik · Ibu kabid')
    expect(signers).toContain('Bupati Tegal · Ibu bupati')
  })

  it('keeps what it says as version 1 and shows the paper', async () => {
    const id = await written({ 'to-0-name': 'kadis pekerjaan umum', 'copies-0-name': 'camat slawi', 'to-1-name': 'PT Telkom', 'to-1-contact': 'surat@telkom.example', 'annexes-0-title': 'Daftar perangkat', 'annexes-0-body': '1. Router' })
    expect(await contentOf(id)).toMatchObject({
      kind: 'surat-dinas', signer: { postId: positions.kadis }, annexes: [{ title: 'Daftar perangkat', body: '1. Router' }],
      addressees: [{ role: 'to', name: 'Kepala Dinas Pekerjaan Umum', postId: positions.dpu }, { role: 'to', name: 'PT Telkom', email: 'surat@telkom.example' }, { role: 'copy', name: 'Camat Slawi', postId: positions.camat }],
    })
    const page = await writer.get(`/kerja/surat/${id}/naskah`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Mohon data jaringan disampaikan.')
    expect((await writer.get(`/kerja/surat/${id}/naskah.svg`)).body).toMatch(/^<svg/)
    const pdf = await writer.get(`/kerja/surat/${id}/naskah.pdf`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('finds a position by its unit, expands a group, and shows it as one again', async () => {
    const id = await written({ 'to-0-name': 'Kepala Subbagian Umum, Dinas Pekerjaan Umum', groups: 'perangkat-daerah' })
    const { addressees } = await contentOf(id)
    expect(addressees.map(({ name }) => name).toSorted()).toEqual(['Kepala Dinas Komunikasi dan Informatika', 'Kepala Dinas Pekerjaan Umum', 'Kepala Subbagian Umum, Dinas Pekerjaan Umum'])
    const form = (await writer.get(`/kerja/surat/${id}/ubah`)).body
    expect(/value="perangkat-daerah"[^>]*/.exec(form)?.[0]).toContain('checked')
    expect(form).toContain('value="Kepala Subbagian Umum, Dinas Pekerjaan Umum"')
    expect(form).not.toMatch(/name="to-\d-name"[^>]*value="Kepala Dinas/)
  })

  it('says everything that is wrong at once, in sentences, and keeps what was typed', async () => {
    const answer = await writer.post('/kerja/surat/baru?jenis=surat-dinas', letterForm({
      subject: 'Data 漢字 jaringan', 'to-0-name': 'Kepala Dinas Pekerjaan', 'to-1-name': 'PT Telkom', 'to-2-name': 'CV Maju', 'to-2-contact': 'surat@', behalf: positions.kabid!, meeting_from: '2026-12-01T09:00', meeting_to: '2026-12-01T08:00', body: 'Isi yang panjang sekali.',
    }))
    expect(answer.statusCode).toBe(422)
    expect(wrong(answer.body)).toEqual([
      '“Kepala Dinas Pekerjaan” tidak ada di sini. Maksudnya Kepala Dinas Pekerjaan Umum? Untuk yang di luar, isi surel atau alamat posnya.',
      '“PT Telkom” bukan jabatan atau unit di sini. Pilih dari saran, atau isi surel atau alamat posnya.',
      'Tulis alamat surel seperti nama@contoh.id',
      'Atas nama (a.n.) hanya dari jabatan di atas penanda tangan.',
      'Acara berakhir sebelum mulai.', 'Isi tempat acaranya, atau tautannya bila daring.', 'Isi acaranya.',
      'Tanda 漢 字 tidak dapat dicetak. Ganti atau hapus.',
    ])
    expect(answer.body).toContain('Isi yang panjang sekali.')
    expect(answer.body).toContain('value="Kepala Dinas Pekerjaan"')
    expect(answer.body).toContain('id="f-to-2-contact-error"')
  })

  it('sends no secret by e-mail, and leaves none on the device or in the audit trail', async () => {
    const answer = await writer.post('/kerja/surat/baru?jenis=surat-dinas', letterForm({ secrecy: 'R', 'to-1-name': 'PT Telkom', 'to-1-contact': 'surat@telkom.example' }))
    expect(wrong(answer.body)).toEqual(['Surat rahasia tidak dikirim lewat surel. Isi alamat pos, atau pilih jabatan di sini.'])
    expect(answer.body).not.toContain('data-drafts')
    const id = await written({ secrecy: 'SR', subject: 'Rencana penindakan khusus' })
    const audit = await rowsOf(installation, "select entry from platform.audit_entry where entry like '%' || $1 || '%'", [id])
    expect(audit.length).toBeGreaterThan(0)
    expect(JSON.stringify(audit)).not.toContain('penindakan')
  })

  it('asks an order for its parts, and fills in when and where from the meeting', async () => {
    const missing = await writer.post('/kerja/surat/baru?jenis=surat-tugas', letterForm({ body: '', part_dasar: 'Surat Bupati.', part_kepada: '', part_untuk: 'Hadir di {tempat}.' }))
    expect(wrong(missing.body)).toEqual(['Isi bagian Kepada.'])
    const id = await written({ body: '', part_dasar: 'Surat Bupati.', part_kepada: 'Sdr. Yoga', part_untuk: 'Hadir hari {hari} pukul {waktu} di {tempat}.', meeting_agenda: 'rapat', meeting_from: '2026-12-01T09:00', meeting_place: 'Pendopo' }, 'surat-tugas')
    expect((await writer.get(`/kerja/surat/${id}/naskah`)).body).toContain('Hadir hari Selasa pukul 09.00 WIB s.d. selesai di Pendopo.')
  })

  it('answers another letter: to whom it came from, about the same', async () => {
    const received = await installation.services.database.transaction(place.id, tx => installation.services.ask(letters).create(tx, {
      origin: 'paper', unitId: place.units['diskominfo-ikp']!, kind: 'surat-dinas', state: 'received', secrecy: 'B', urgency: 'segera', subject: 'Permintaan narasumber', sender: 'SMA Negeri 1 Slawi', createdBy: accounts.penulis!, number: '421/9',
    }, [{ unitId: place.units['diskominfo-ikp']!, role: 'to', desk: { accountId: accounts.penulis! } }]))
    const form = (await writer.get(`/kerja/surat/baru?jenis=surat-dinas&menjawab=${received.id}`)).body
    expect(form).toContain('value="Tanggapan atas permintaan narasumber"')
    expect(form).toContain('value="SMA Negeri 1 Slawi"')
    const stranger = await as('camat')
    expect((await stranger.get(`/kerja/surat/baru?jenis=surat-dinas&menjawab=${received.id}`)).statusCode).toBe(404)
  })
})

describe('changing a draft', () => {
  it('makes a version of each change; two are compared, and an old one is brought back', async () => {
    const id = await written()
    const edited = await writer.post(`/kerja/surat/${id}/ubah`, letterForm({ body: 'Mohon data jaringan dan server.', version: '1' }))
    expect(edited.headers.location).toBe(`/kerja/surat/${id}/naskah`)
    const compared = (await writer.get(`/kerja/surat/${id}/versi/banding?dari=1&ke=2`)).body
    expect(compared).toMatch(/<del>.*Mohon data jaringan disampaikan\./s)
    expect(compared).toMatch(/<ins>.*Mohon data jaringan dan server\./s)
    await writer.post(`/kerja/surat/${id}/versi/banding?dari=1&ke=2`, { number: '1', version: '2' })
    expect((await contentOf(id)).body).toBe('Mohon data jaringan disampaikan.')
    expect((await writer.get(`/kerja/surat/${id}/versi`)).body).toContain('Dikembalikan dari versi 1')
  })

  it('shows both texts when somebody else was faster', async () => {
    const id = await written()
    await writer.post(`/kerja/surat/${id}/ubah`, letterForm({ body: 'Dari layar pertama.', version: '1' }))
    const late = await writer.post(`/kerja/surat/${id}/ubah`, letterForm({ body: 'Dari layar kedua.', version: '1' }))
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('Dari layar pertama.')
    expect(late.body).toContain('Dari layar kedua.')
    expect(late.body).toMatch(/name="version" value="2"/)
  })

  it('is for nobody else: a stranger finds nothing', async () => {
    const id = await written()
    const stranger = await as('camat')
    for (const page of ['naskah', 'naskah.svg', 'naskah.pdf', 'ubah', 'versi', 'edarkan', 'paraf', 'tarik', 'batalkan']) expect((await stranger.get(`/kerja/surat/${id}/${page}`)).statusCode, page).toBe(404)
  })
})

describe('on its way', { timeout: 60_000 }, () => {
  it('is not circulated while brackets of the template stand in it, or without its classification', async () => {
    const id = await written({ body: 'Dalam rangka [keperluan], mohon data.' })
    const first = await writer.post(`/kerja/surat/${id}/edarkan`, { way: 'anew', version: '1' })
    expect(wrong(first.body)).toEqual(['Masih ada yang belum diisi: [keperluan]. Lengkapi naskahnya dahulu.', 'Kode klasifikasi belum dipilih, padahal menjadi bagian nomor surat. Lengkapi dahulu.'])
    const other = await written()
    for (const page of ['naskah', 'edarkan']) expect((await writer.get(`/kerja/surat/${other}/${page}`)).body, page).toContain('Kode klasifikasi belum dipilih')
    expect(wrong((await writer.post(`/kerja/surat/${other}/edarkan`, { way: 'anew', version: '1' })).body)).toEqual(['Kode klasifikasi belum dipilih, padahal menjadi bagian nomor surat. Lengkapi dahulu.'])
  })

  it('goes the proposed way, in the order and with the others one asks for, and back with remarks', async () => {
    const id = await written({ classification: '000.1.5' })
    const proposed = (await writer.get(`/kerja/surat/${id}/edarkan`)).body
    expect(proposed).toContain('value="Kepala Bidang Informasi Publik"')
    const refused = await writer.post(`/kerja/surat/${id}/edarkan`, { way: 'anew', version: '1', 'chain-0-name': 'Kepala Antah Berantah', 'chain-0-order': '1', 'chain-1-name': 'Kepala Dinas Komunikasi dan Informatika' })
    expect(wrong(refused.body)).toEqual(['“Kepala Antah Berantah” bukan jabatan di sini. Pilih dari saran.', 'Kepala Dinas Komunikasi dan Informatika menandatangani surat ini, jadi tidak ikut memaraf.'])
    await writer.post(`/kerja/surat/${id}/edarkan`, { way: 'anew', version: '1', 'chain-0-name': 'Kepala Bidang Informasi Publik', 'chain-0-order': '1', 'chain-1-name': 'Camat Slawi', 'chain-1-order': '2' })
    const draft = async () => (await draftOf(installation.services.database.of(place.id), id))!
    expect((await draft()).steps.map(({ postId, kind }) => [postId, kind])).toEqual([[positions.camat, 'coordination'], [positions.kabid, 'hierarchy']])
    const camat = await as('camat')
    expect((await writer.get(`/kerja/surat/${id}/paraf`)).statusCode).toBe(403)
    expect(wrong((await camat.post(`/kerja/surat/${id}/paraf`, { step: 'return', version: '1' })).body)).toEqual(['Tulis apa yang perlu diperbaiki, paling sedikit 3 huruf.'])
    expect((await camat.post(`/kerja/surat/${id}/paraf`, { step: 'give', remarks: 'Setuju.', version: '1' })).statusCode).toBe(303)
    const kabid = await as('kabid')
    const page = (await kabid.get(`/kerja/surat/${id}/paraf`)).body
    expect(page).toContain('Paraf koordinasi diberikan')
    expect(page).toContain('Setuju.')
    await kabid.post(`/kerja/surat/${id}/ubah`, letterForm({ classification: '000.1.5', body: 'Mohon data jaringan, paling lambat Jumat.', version: '1' }))
    expect((await contentOf(id)).signer.postId).toBe(positions.kadis)
    expect((await kabid.post(`/kerja/surat/${id}/paraf`, { step: 'give', version: '1' })).statusCode, 'a text that was not read is not agreed to').toBe(409)
    await kabid.post(`/kerja/surat/${id}/paraf`, { step: 'return', remarks: 'Tambahkan tembusan.', version: '2' })
    const edit = (await writer.get(`/kerja/surat/${id}/ubah`)).body
    expect(edit).toMatch(/Dikembalikan oleh [^<]*Kepala Bidang/)
    expect(edit).toContain('Tambahkan tembusan.')
    await writer.post(`/kerja/surat/${id}/ubah`, letterForm({ classification: '000.1.5', body: 'Mohon data, paling lambat Jumat pagi.', version: '2' }))
    expect((await writer.get(`/kerja/surat/${id}/edarkan`)).body).toContain('Lanjut kepada yang mengembalikan: Kepala Bidang Informasi Publik')
    await writer.post(`/kerja/surat/${id}/edarkan`, { way: 'onwards', version: '3' })
    await kabid.post(`/kerja/surat/${id}/paraf`, { step: 'give', version: '3' })
    expect((await installation.services.ask(letters).byId(installation.services.database.of(place.id), id))!.state).toBe('approved')
  })

  it('must be agreed to by all again when more than the text was changed after it was returned', async () => {
    const id = await written({ classification: '000.1.5' })
    await writer.post(`/kerja/surat/${id}/edarkan`, { way: 'anew', version: '1', 'chain-0-name': 'Camat Slawi', 'chain-1-name': 'Kepala Bidang Informasi Publik' })
    await (await as('camat')).post(`/kerja/surat/${id}/paraf`, { step: 'give', version: '1' })
    await (await as('kabid')).post(`/kerja/surat/${id}/paraf`, { step: 'return', remarks: 'Perbaiki.', version: '1' })
    await writer.post(`/kerja/surat/${id}/ubah`, letterForm({ classification: '000.1.5', 'to-0-name': 'Camat Slawi', version: '1' }))
    expect((await writer.get(`/kerja/surat/${id}/edarkan`)).body).not.toContain('Lanjut kepada')
    await writer.post(`/kerja/surat/${id}/edarkan`, { way: 'onwards', version: '2', 'chain-0-name': 'Camat Slawi' })
    expect((await draftOf(installation.services.database.of(place.id), id))!.steps).toMatchObject([{ postId: positions.camat, version: null }])
  })

  it('is withdrawn and given up by its drafter', async () => {
    const id = await written({ classification: '000.1.5' })
    await writer.post(`/kerja/surat/${id}/edarkan`, { way: 'anew', version: '1', 'chain-0-name': 'Kepala Bidang Informasi Publik' })
    expect((await writer.get(`/kerja/surat/${id}/ubah`)).statusCode).toBe(403)
    await writer.post(`/kerja/surat/${id}/tarik`, {})
    expect(wrong((await writer.post(`/kerja/surat/${id}/batalkan`, { reason: '' })).body)).toEqual(['Tulis alasannya, paling sedikit 5 huruf'])
    expect((await writer.post(`/kerja/surat/${id}/batalkan`, { reason: 'Sudah disampaikan lisan.' })).statusCode).toBe(303)
    expect((await writer.get(`/kerja/surat/${id}/ubah`)).statusCode).toBe(403)
  })
})

describe('templates of a unit', () => {
  it('are kept by the secretariat and offered to those below it', async () => {
    await anAccount(installation, place, { username: 'sekretariat', unit: 'diskominfo', roles: ['secretariat'] })
    const secretary = await signIn(installation, place, 'sekretariat')
    const template = { unit: place.units.diskominfo!, name: 'Undangan pelatihan', subject: 'Undangan pelatihan', body: 'Kami mengundang [peserta] pada {tanggal}.' }
    expect((await secretary.post('/kerja/templat-surat/baru?jenis=surat-undangan', template)).statusCode).toBe(303)
    expect(wrong((await secretary.post('/kerja/templat-surat/baru?jenis=surat-undangan', template)).body)).toEqual(['Unit ini sudah mempunyai templat bernama demikian untuk jenis naskah yang sama.'])
    const [row] = await rowsOf(installation, 'select id from drafting.template')
    expect((await writer.get(`/kerja/surat/baru?jenis=surat-undangan&templat=${String(row!.id)}`)).body).toContain('Kami mengundang [peserta] pada {tanggal}.')
    expect((await writer.get('/kerja/templat-surat')).statusCode).toBe(403)
    await secretary.post(`/kerja/templat-surat/${String(row!.id)}`, { ...template, next: 'delete', version: '1' })
    expect((await secretary.get('/kerja/templat-surat')).body).toContain('Belum ada templat unit')
  })
})
