import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import { anAccount, signIn, testPassword, type Browser } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { readCsv } from '#platform/text/csv.ts'
import { aDossier, aPaper, filed } from '#modules/archives/testing.ts'
import { bagOf, partsOf, safeName } from './bag.ts'

let installation: Installation
let place: TestGovernment
let archivist: Browser
let head: Browser
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendopo-bag-'))
  installation = await openInstallation()
  place = await aGovernment(installation)
  await anAccount(installation, place, { username: 'arsip', roles: ['archivist', 'secretariat'] })
  archivist = await signIn(installation, place, 'arsip')
  const { id } = await anAccount(installation, place, { username: 'kadis', roles: ['archivist', 'leader'] })
  await appointed(installation, place, await aPost(installation, place, 'diskominfo', 'Kepala Dinas'), { from: '2026-01-01', accountId: id })
  head = await signIn(installation, place, 'kadis')
})
afterAll(async () => {
  await installation.close()
  await rm(folder, { recursive: true, force: true })
})

/** Unpacks a ZIP below a folder; answers the names in it. */
async function unpacked(body: Buffer, into: string): Promise<string[]> {
  const names: string[] = []
  for await (const entry of (await fromBufferPromise(body, {})).eachEntry()) names.push(entry.fileName)
  const zip = await fromBufferPromise(body, {})
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    await mkdir(dirname(join(into, entry.fileName)), { recursive: true })
    await writeFile(join(into, entry.fileName), Buffer.concat(chunks))
  }
  return names
}

const summed = (list: string, where: string) => promisify(execFile)('sha256sum', ['--strict', '-c', list], { cwd: where })

describe('a package of a dossier', () => {
  it('is a bag whose checksums everybody can check, with lists, histories and files, and without what one may not read', async () => {
    const { services } = installation
    const dossier = await aDossier(installation, place, { title: 'Jembatan Kalisapu, "tahap 2"', classification: '600.1' })
    const scan = await services.files.put(services.database.of(place.id), place.id, { name: 'Pindaian – surat ñ.pdf', mediaType: 'application/pdf', body: Buffer.from('isi pindaian'), unitId: place.units.diskominfo!, public: false })
    const letter = await aLetter(installation, place, { subject: '=Permintaan izin, melintas', fileId: scan.id, sender: 'Balai Besar' })
    await filed(installation, place, dossier, letter)
    await aPaper(installation, place, dossier, { title: 'Gambar rencana', body: 'gambar' })
    const secret = await aLetter(installation, place, { secrecy: 'R', subject: 'Dugaan yang dirahasiakan' }, [{ unitId: place.units.diskominfo!, role: 'to', desk: null }])
    await filed(installation, place, dossier, secret)

    const about = (await archivist.get(`/kerja/arsip/${dossier.id}/paket`)).body
    for (const what of ['1 surat rahasia atau terbatas tidak Anda baca', 'Bagian 1 dari 1']) expect(about).toContain(what)
    const answer = await archivist.get(`/kerja/arsip/${dossier.id}/paket.zip`)
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([200, 'application/zip', `attachment; filename="berkas-diskominfo-${dossier.sequence}-${dossier.year}.zip"`])
    const names = await unpacked(answer.rawPayload, join(folder, 'a'))
    const root = `berkas-diskominfo-${dossier.sequence}-${dossier.year}`
    expect(names.every(name => name.startsWith(`${root}/`))).toBe(true)
    const bag = join(folder, 'a', root)
    for (const list of ['SHA256SUMS', 'manifest-sha256.txt', 'tagmanifest-sha256.txt']) expect((await summed(list, bag)).stdout).toContain('OK')
    const payload = names.map(name => name.slice(root.length + 1)).filter(name => name.startsWith('data/'))
    expect(payload).toEqual(['data/daftar.csv', 'data/daftar.json', 'data/001-surat/riwayat.csv', 'data/001-surat/01-Pindaian-surat-n.pdf', 'data/002-arsip/01-Pindaian-arsip.pdf'])
    const manifest = (await readFile(join(bag, 'manifest-sha256.txt'), 'utf8')).trim().split('\n').map(line => line.slice(66))
    expect(manifest.toSorted()).toEqual(payload.toSorted())
    expect(await readFile(join(bag, 'bagit.txt'), 'utf8')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    const bytes = (await Promise.all(payload.map(path => readFile(join(bag, path))))).reduce((sum, body) => sum + body.length, 0)
    expect(await readFile(join(bag, 'bag-info.txt'), 'utf8')).toContain(`Payload-Oxum: ${bytes}.${payload.length}\n`)
    expect(await readFile(join(bag, 'data/001-surat/01-Pindaian-surat-n.pdf'), 'utf8')).toBe('isi pindaian')

    const list = await readFile(join(bag, 'data/daftar.csv'), 'utf8')
    expect(list).toContain(`"'=Permintaan izin, melintas"`)
    expect(readCsv(list).map(({ cells }) => cells[3])).toEqual(['Uraian item', '=Permintaan izin, melintas', 'Gambar rencana', '1 surat rahasia atau terbatas tidak ditampilkan'])
    const told = JSON.parse(await readFile(join(bag, 'data/daftar.json'), 'utf8'))
    expect([told.leftOut, told.items.length, told.items[0].history.map((step: { event: string }) => step.event)]).toEqual([1, 2, ['Surat diberkaskan']])
    expect(told.items[0].files[0]).toMatchObject({ path: 'data/001-surat/01-Pindaian-surat-n.pdf', bytes: 12 })
    const readme = await readFile(join(bag, 'README.txt'), 'utf8')
    for (const what of ['Jembatan Kalisapu', 'sha256sum -c SHA256SUMS', '1 surat rahasia atau terbatas tidak ditampilkan']) expect(readme).toContain(what)
    for (const body of await Promise.all(names.map(name => readFile(join(folder, 'a', name), 'utf8')))) expect(body).not.toContain('Dugaan yang dirahasiakan')

    await writeFile(join(bag, 'data/001-surat/01-Pindaian-surat-n.pdf'), 'isi diubah!!')
    await expect(summed('SHA256SUMS', bag)).rejects.toThrow()
    expect((await archivist.get(`/kerja/arsip/${dossier.id}/paket.zip?bagian=2`)).statusCode).toBe(404)
  })

  it('asks for the second factor before it gives what is secret, and says what is lost or changed', async () => {
    const { services } = installation
    const dossier = await aDossier(installation, place, { title: 'Perkara' })
    const { id: account } = await services.database.transaction(place.id, async tx => (await import('kysely')).sql<{ id: string }>`select id from identity.account where username = 'kadis'`.execute(tx).then(({ rows }) => rows[0]!))
    const secret = await aLetter(installation, place, { secrecy: 'SR', subject: 'Hanya untuk kepala' }, [{ unitId: place.units.diskominfo!, role: 'to', desk: { accountId: account } }])
    await filed(installation, place, dossier, secret)
    const lost = await aPaper(installation, place, dossier, { title: 'Hilang', body: 'x' })
    await services.files.remove(place.id, lost.fileIds[0]!, [])
    const asked = await head.get(`/kerja/arsip/${dossier.id}/paket.zip`)
    expect(asked.headers.location).toBe(`/konfirmasi?lanjut=${encodeURIComponent(`/kerja/arsip/${dossier.id}/paket.zip`)}`)
    await head.post('/konfirmasi?lanjut=/kerja', { bukti: testPassword })
    const answer = await head.get(`/kerja/arsip/${dossier.id}/paket.zip`)
    const names = await unpacked(answer.rawPayload, join(folder, 'b'))
    const told = JSON.parse(await readFile(join(folder, 'b', names.find(name => name.endsWith('daftar.json'))!), 'utf8'))
    expect(told.items.map((item: { description: string }) => item.description)).toEqual(['Hanya untuk kepala', 'Hilang'])
    expect(told.items[1].files[0].state).toBe('missing')
    expect(await readFile(join(folder, 'b', names.find(name => name.endsWith('README.txt'))!), 'utf8')).toContain('1 berkas hilang atau berubah')
    const audited = await services.database.transaction(place.id, async tx => (await import('kysely')).sql<{ action: string }>`select action from platform.audit_entry where record_id = ${secret.id}`.execute(tx))
    expect(audited.rows.map(({ action }) => action)).toContain('correspondence.read-secret')
    // Whoever keeps the archive without being meant gets the package without it.
    const others = await unpacked((await archivist.get(`/kerja/arsip/${dossier.id}/paket.zip`)).rawPayload, join(folder, 'c'))
    expect(JSON.parse(await readFile(join(folder, 'c', others.find(name => name.endsWith('daftar.json'))!), 'utf8')).leftOut).toBe(1)
  })
})

describe('parts of a package', () => {
  it('hold everything once and in order, none larger than it may be but for one thing alone', () =>
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 60 })), sizes => {
      const parts = partsOf(sizes.map((bytes, i) => ({ bytes, i })), 50)
      expect(parts.flat().map(({ i }) => i)).toEqual(sizes.map((_, i) => i))
      for (const part of parts) expect(part.length <= 1 || part.reduce((sum, { bytes }) => sum + bytes, 0) <= 50).toBe(true)
    })))

  it('are called what every file system takes', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), name => {
      expect(safeName(name)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/)
    })))

  it('stay bags when they are empty', async () => {
    await unpacked(await bagOf('kosong', [['Bag-Count', '1 of 1']], [], 'Kosong\n', new Date()), join(folder, 'd'))
    expect((await summed('SHA256SUMS', join(folder, 'd/kosong'))).stdout).toContain('bagit.txt: OK')
  })
})
