import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { readSheet } from 'read-excel-file/node'
import type { Permission, ReachKind } from '#platform/access/who.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import type { Secrecy } from '#modules/correspondence/contract.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import { anAccount, aRole, assign, signIn, testPassword, type Browser } from '#modules/identity/testing.ts'
import { aDossier, aPaper, filed } from './testing.ts'
import type { Dossier } from './contract.ts'

let installation: Installation
let place: TestGovernment

const units = ['diskominfo', 'dpu', 'kalisapu'] as const
const below: Record<string, readonly string[]> = { pemerintah: ['pemerintah', 'diskominfo', 'diskominfo-ikp', 'dpu', 'dpu-bina-marga', 'slawi', 'kalisapu'], diskominfo: ['diskominfo', 'diskominfo-ikp'], dpu: ['dpu', 'dpu-bina-marga'], slawi: ['slawi', 'kalisapu'], kalisapu: ['kalisapu'] }
const secrecies: readonly Secrecy[] = ['B', 'T', 'R', 'SR']

/** A thing in a dossier, every word of it its own. */
interface Thing {
  unit: string
  secrecy: Secrecy
  paper: boolean
  subject: string
  file: string
}
const dossiers = new Map<string, Dossier>()
const things: Thing[] = []
const readers = new Map<string, Browser>()

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const { services } = installation
  for (const unit of units) {
    const dossier = await aDossier(installation, place, { unit, title: `Berkas khas ${unit}` })
    dossiers.set(unit, dossier)
    for (const secrecy of secrecies) {
      const [subject, file] = [`Perihal ${unit} kelas ${secrecy}x`, `Isi ${unit} kelas ${secrecy}x`]
      const stored = await services.files.put(services.database.of(place.id), place.id, { name: `Nama ${unit} ${secrecy}x.pdf`, mediaType: 'application/pdf', body: Buffer.from(file), unitId: place.units[unit]!, public: false })
      const letter = await aLetter(installation, place, { unit, secrecy, subject, sender: `Pengirim ${unit} ${secrecy}x`, number: `N/${unit}/${secrecy}x`, summary: `Ringkas ${unit} ${secrecy}x`, fileId: stored.id }, [{ unitId: place.units[unit]!, role: 'to', desk: null }])
      await filed(installation, place, dossier, letter)
      things.push({ unit, secrecy, paper: false, subject, file })
      const paper = { subject: `Kertas ${unit} kelas ${secrecy}x`, file: `Lembar ${unit} kelas ${secrecy}x` }
      await aPaper(installation, place, dossier, { title: paper.subject, secrecy, body: paper.file, remarks: `Catatan ${unit} ${secrecy}x` })
      things.push({ unit, secrecy, paper: true, ...paper })
    }
  }
})
afterAll(() => installation.close())

const permissions = ['archives.read', 'archives.manage', 'archives.approve', 'correspondence.read', 'correspondence.office', 'correspondence.read-secret'] as const satisfies readonly Permission[]
type Held = Partial<Record<(typeof permissions)[number], ReachKind>>

async function reader(held: Held, unit: string): Promise<Browser> {
  const key = JSON.stringify([held, unit])
  const known = readers.get(key)
  if (known) return known
  const account = await anAccount(installation, place, { unit: 'dpu-bina-marga' })
  await assign(installation, place, account.id, await aRole(installation, place, `peran-${readers.size}`, permissions.flatMap(permission => (held[permission] ? [{ permission, reach: held[permission] }] : []))), unit)
  const browser = await signIn(installation, place, account.username)
  readers.set(key, browser)
  return browser
}

const covered = (reach: ReachKind | undefined, from: string, unit: string): boolean => reach === 'government' || (reach === 'unit' && from === unit) || (reach === 'unit-and-below' && below[from]!.includes(unit))

/** The rule in words of its own: whether somebody with these rights may know of a letter, wherever it lies. */
function reads(held: Held, from: string, { unit, secrecy }: Thing): boolean {
  const has = (permission: (typeof permissions)[number]) => covered(held[permission], from, unit)
  return secrecy === 'B' ? has('correspondence.read') || has('correspondence.office') : secrecy === 'T' ? has('correspondence.office') : secrecy === 'R' && has('correspondence.read-secret')
}

/** The same for a thing in its dossier. */
function knows(held: Held, from: string, thing: Thing): boolean {
  const { unit, secrecy, paper } = thing
  const has = (permission: (typeof permissions)[number]) => covered(held[permission], from, unit)
  if (!has('archives.read') && !has('archives.manage') && !has('archives.approve')) return false
  if (!paper) return reads(held, from, thing)
  return secrecy === 'B' || (secrecy === 'T' && (has('archives.manage') || has('archives.approve'))) || (secrecy === 'R' && has('correspondence.read-secret'))
}

/** Everything a package holds, as one text. */
async function textOf(body: Buffer): Promise<string> {
  const zip = await fromBufferPromise(body, {})
  const chunks: Buffer[] = []
  for await (const entry of zip.eachEntry()) {
    chunks.push(Buffer.from(entry.fileName))
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString()
}

const reach = fc.option(fc.constantFrom<ReachKind>('unit', 'unit-and-below', 'government'), { nil: undefined, freq: 3 })
const rights = fc.record({ 'archives.read': reach, 'archives.manage': reach, 'archives.approve': reach, 'correspondence.read': reach, 'correspondence.office': reach, 'correspondence.read-secret': reach })

it('nothing of a thing shows to whoever may not know of it: on pages, in lists, searches, files and packages', async () => {
  await fc.assert(fc.asyncProperty(rights, fc.constantFrom('pemerintah', 'diskominfo', 'dpu', 'slawi', 'kalisapu'), async (held, from) => {
    const browser = await reader(held, from)
    const secret = (thing: Thing) => thing.secrecy === 'R' || thing.secrecy === 'SR'
    /** Words by which a thing would be known; of a secret one lists say nothing even to who may read it. */
    const traces = ({ unit, secrecy, paper, subject, file }: Thing) => [subject, file, ...(paper ? [`Catatan ${unit} ${secrecy}x`] : [`Pengirim ${unit} ${secrecy}x`, `N/${unit}/${secrecy}x`, `Ringkas ${unit} ${secrecy}x`])]
    const leaks = (body: string, allowed: (thing: Thing) => boolean) => things.filter(thing => !allowed(thing)).flatMap(thing => traces(thing).filter(trace => body.includes(trace)))
    const listed = (thing: Thing) => knows(held, from, thing) && !secret(thing)
    for (const url of ['/kerja/arsip', '/kerja/arsip?q=khas', '/kerja/arsip/cetak', '/kerja/arsip/unduh.csv', '/kerja/arsip/belum', '/kerja/arsip/penyusutan', '/kerja/arsip/pinjaman'])
      expect(leaks((await browser.get(url)).body, listed), url).toEqual([])
    // The search finds letters by the rules of letters, and what papers are is not in it.
    for (const word of ['Perihal', 'Kertas', 'Ringkas', 'khas']) expect(leaks((await browser.get(`/kerja/cari?q=${word}`)).body, thing => !thing.paper && !secret(thing) && reads(held, from, thing)), word).toEqual([])
    const sheet = await browser.get('/kerja/arsip/unduh.xlsx')
    if (sheet.statusCode === 200) expect(leaks(JSON.stringify(await readSheet(sheet.rawPayload)), listed)).toEqual([])
    for (const unit of units) {
      const sees = (['archives.read', 'archives.manage', 'archives.approve'] as const).some(permission => covered(held[permission], from, unit))
      const here = `/kerja/arsip/${dossiers.get(unit)!.id}`
      const page = await browser.get(here)
      expect(page.statusCode, here).toBe(sees ? 200 : 404)
      expect(leaks(page.body, listed)).toEqual([])
      const own = things.filter(thing => thing.unit === unit)
      if (sees) {
        for (const thing of own.filter(listed)) expect(page.body).toContain(thing.subject)
        const hidden = own.filter(thing => !knows(held, from, thing)).length
        expect(/(\d+) surat rahasia atau terbatas tidak ditampilkan/.exec(page.body)?.[1] ?? '0').toBe(String(hidden))
      }
      for (const path of ['/pinjam', '/paket', '/ubah', '/tambah']) expect(leaks((await browser.get(here + path)).body, listed), path).toEqual([])
      const zip = await browser.get(`${here}/paket.zip`)
      const asks = own.some(thing => secret(thing) && knows(held, from, thing))
      expect(zip.statusCode === 200).toBe(sees && !asks)
      if (zip.statusCode === 200) {
        const text = await textOf(zip.rawPayload)
        expect(leaks(text, thing => thing.unit === unit && knows(held, from, thing))).toEqual([])
        for (const thing of own.filter(listed)) expect([text.includes(thing.subject), text.includes(thing.file)]).toEqual([true, true])
      }
      const { rows } = await sql<{ id: string; title: string | null; file: string }>`select id, title, file_ids[1] as file from archives.item where dossier_id = ${dossiers.get(unit)!.id} and title is not null`.execute(installation.services.database.of(place.id))
      for (const { id, title, file } of rows) {
        const thing = things.find(({ subject }) => subject === title)!
        for (const address of [`${here}/isi/${id}`, `${here}/isi/${id}/berkas/${file}`]) {
          const answer = await browser.get(address)
          // Of secret ones the second factor is asked first.
          expect(answer.statusCode, address).toBe(!knows(held, from, thing) ? 404 : secret(thing) ? 303 : 200)
          expect(leaks(answer.rawPayload.toString(), listed)).toEqual([])
        }
      }
    }
  }), {
    numRuns: 12,
    examples: [
      [{ 'archives.read': 'government', 'archives.manage': undefined, 'archives.approve': undefined, 'correspondence.read': undefined, 'correspondence.office': undefined, 'correspondence.read-secret': undefined }, 'pemerintah'],
      [{ 'archives.read': undefined, 'archives.manage': 'government', 'archives.approve': 'government', 'correspondence.read': 'government', 'correspondence.office': 'government', 'correspondence.read-secret': undefined }, 'pemerintah'],
      [{ 'archives.read': 'unit', 'archives.manage': undefined, 'archives.approve': undefined, 'correspondence.read': 'government', 'correspondence.office': undefined, 'correspondence.read-secret': 'government' }, 'dpu'],
      [{ 'archives.read': undefined, 'archives.manage': undefined, 'archives.approve': undefined, 'correspondence.read': 'government', 'correspondence.office': 'government', 'correspondence.read-secret': 'government' }, 'pemerintah'],
    ],
  })
}, 300_000)

it('after the second factor a package holds what is secret and readable, and nothing else that is', async () => {
  const browser = await reader({ 'archives.read': 'government', 'correspondence.read-secret': 'unit' }, 'dpu')
  await browser.post('/konfirmasi?lanjut=/kerja', { bukti: testPassword })
  for (const unit of units) {
    const text = await textOf((await browser.get(`/kerja/arsip/${dossiers.get(unit)!.id}/paket.zip`)).rawPayload)
    expect(things.filter(({ subject }) => text.includes(subject)).map(({ secrecy, paper }) => `${paper ? 'kertas' : 'surat'} ${secrecy}`)).toEqual(unit === 'dpu' ? ['kertas B', 'surat R', 'kertas R'] : ['kertas B'])
  }
})

it('another government finds nothing', async () => {
  const other = await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')
  const account = await anAccount(installation, other, { unit: 'pemerintah', roles: ['administrator', 'archivist', 'secretariat'] })
  const browser = await signIn(installation, other, account.username)
  for (const url of ['/kerja/arsip', '/kerja/arsip/unduh.csv', '/kerja/arsip/cetak', '/kerja/cari?q=khas']) expect((await browser.get(url)).body, url).not.toContain('Berkas khas')
  for (const dossier of dossiers.values()) for (const path of ['', '/paket.zip', '/pinjam']) expect((await browser.get(`/kerja/arsip/${dossier.id}${path}`)).statusCode).toBe(404)
})
