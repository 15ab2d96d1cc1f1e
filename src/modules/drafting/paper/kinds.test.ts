import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { renderSvg } from '#platform/documents/compiler.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import type { DraftContent } from '../contract.ts'
import { capacityLines } from '../signatory.ts'
import { beginningsOf, kindsOn, type Beginning, type Kind } from '../kinds.ts'
import { aContent, amongDrafts, anAddressee } from '../testing.ts'
import { missingIn } from '../text.ts'
import { printed } from './papers.ts'
import { sheetOf, type Ingredients } from './sheet.ts'

let installation: Installation
let place: TestGovernment
let kinds: Kind[]
let beginnings: Beginning[]
let bupati: string

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  bupati = await aPost(installation, place, 'pemerintah', 'Bupati')
  await appointed(installation, place, bupati, { from: '2026-01-02', name: 'H. Wiratmo' })
  const db = installation.services.database.of(place.id)
  kinds = await kindsOn(db, '2026-11-21')
  beginnings = await beginningsOf(db, '2026-11-21', [])
})
afterAll(() => installation.close())

const ingredients = (kind: Kind, over: Partial<DraftContent> = {}, more: Partial<Ingredients> = {}): Ingredients => ({
  content: aContent('post', { kind: kind.code, ...over }), kind, zone: 'Asia/Jakarta', town: 'Slawi', official: 'Bupati Tegal', signatory: null, signing: null, day: '2026-11-21',
  head: { government: 'PEMERINTAH KABUPATEN TEGAL', unit: 'DINAS KOMUNIKASI DAN INFORMATIKA', address: [] }, ...more,
})
const kindOf = (code: string) => kinds.find(kind => kind.code === code)!

describe('kinds of letters', () => {
  it('are those of Permendagri 1/2023 and the travel order, and each has a template that says what is to be written', () => {
    expect(kinds.map(({ code }) => code)).toEqual([
      'surat-dinas', 'surat-undangan', 'nota-dinas', 'memorandum', 'surat-edaran', 'instruksi', 'keputusan', 'surat-perintah', 'surat-tugas', 'surat-perjalanan-dinas', 'sop', 'pengumuman', 'laporan', 'telaahan-staf', 'notula',
      'berita-acara', 'surat-keterangan', 'surat-pengantar', 'surat-kuasa', 'rekomendasi', 'surat-izin', 'perjanjian-kerja-sama', 'nota-kesepahaman', 'sertifikat', 'piagam', 'lainnya',
    ])
    for (const { code, parts } of kinds.filter(one => one.code !== 'lainnya')) {
      const own = beginnings.filter(({ kind }) => kind === code)
      expect(own.length, code).toBeGreaterThan(0)
      for (const beginning of own) {
        expect(missingIn({ ...aContent(bupati), ...beginning }), beginning.id).not.toEqual([])
        expect(Object.keys(beginning.parts).filter(part => !parts.some(one => one.code === part)), beginning.id).toEqual([])
      }
    }
  })

  it('are all printed, each template as it stands', async () => {
    for (const kind of kinds)
      for (const beginning of [...beginnings.filter(one => one.kind === kind.code), { subject: '', body: 'Isi.', parts: {} }]) {
        const content = aContent(bupati, { kind: kind.code, subject: beginning.subject || 'Perihal', body: beginning.body, parts: beginning.parts })
        const source = await amongDrafts(installation, place, ({ tx, ...context }) => printed(installation.services, { ...context, db: tx }, place.units.diskominfo!, content, null))
        expect(await renderSvg(source), kind.code).toMatch(/^<svg/)
      }
  })
})

describe('a sheet', () => {
  it('has a decree decided by who it is signed for, under their own letterhead', async () => {
    const content = aContent(bupati, { kind: 'keputusan', subject: 'Pembentukan tim', body: '', parts: { menimbang: '1. bahwa', diktum: '1. Membentuk tim.' } })
    const { data } = await amongDrafts(installation, place, ({ tx, ...context }) => printed(installation.services, { ...context, db: tx }, place.units.diskominfo!, content, null))
    expect(data).toMatchObject({
      paper: 'f4', title: ['KEPUTUSAN BUPATI TEGAL'], head: { government: null, unit: 'BUPATI TEGAL' }, regarding: { word: 'TENTANG', subject: 'PEMBENTUKAN TIM', by: 'BUPATI TEGAL,' }, signature: { name: 'H. Wiratmo', capacity: ['BUPATI TEGAL,'] },
      clauses: [{ label: 'Menimbang' }, { label: 'Menetapkan', lead: 'MEMUTUSKAN:' }, { label: 'KESATU' }],
    })
  })

  it('lists up to five addressees, and more of them behind the letter', () => {
    const addressees = (n: number) => Array.from({ length: n }, (_, i) => anAddressee({ name: `Camat ${i + 1}`, address: null, postId: `post-${i}` }))
    const few = sheetOf(ingredients(kindOf('surat-dinas'), { addressees: addressees(3) }))
    expect(few.to).toEqual(['Yth. 1. Camat 1', '         2. Camat 2', '         3. Camat 3', 'di –', '      Slawi'])
    expect(few.attachments).toEqual([])
    const many = sheetOf(ingredients(kindOf('surat-dinas'), { addressees: addressees(18) }))
    expect(many.to).toEqual(['Yth. (daftar penerima terlampir)'])
    expect(many.attachments).toMatchObject([{ title: 'DAFTAR PENERIMA', body: expect.stringContaining('| 18. | Camat 18 |') }])
    expect(many.facts).toContainEqual({ label: 'Lampiran', value: ['1 (satu) berkas'] })
  })

  it('says its secrecy in red from rahasia on, and its nature in words', () => {
    expect(sheetOf(ingredients(kindOf('surat-dinas'), { secrecy: 'SR', urgency: 'segera' }))).toMatchObject({ secrecy: { text: 'SANGAT RAHASIA', red: true }, facts: expect.arrayContaining([{ label: 'Sifat', value: ['Sangat rahasia, segera'] }]) })
    expect(sheetOf(ingredients(kindOf('surat-dinas'), { secrecy: 'T' })).secrecy).toEqual({ text: 'TERBATAS', red: false })
    expect(sheetOf(ingredients(kindOf('surat-dinas'))).secrecy).toBe(undefined)
  })

  it('tells a memo its copies above, a letter below', () => {
    const addressees = [anAddressee({ name: 'Kepala Dinas' }), anAddressee({ role: 'copy', name: 'Sekretaris Dinas' })]
    const memo = sheetOf(ingredients(kindOf('nota-dinas'), { addressees }))
    expect(memo.facts.map(({ label }) => label)).toEqual(['Yth.', 'Dari', 'Tembusan', 'Tanggal', 'Nomor', 'Sifat', 'Lampiran', 'Hal'])
    expect(memo).toMatchObject({ title: ['NOTA DINAS'], ruled: true, copies: undefined })
    expect(sheetOf(ingredients(kindOf('surat-dinas'), { addressees })).copies).toEqual(['Sekretaris Dinas'])
  })
})

describe('the capacity of who signs', () => {
  it.each([
    [{ signer: 'Kepala Dinas Kesehatan', onBehalfOf: null, through: null }, 'definitif', ['KEPALA DINAS KESEHATAN,']],
    [{ signer: 'Kepala Dinas Kesehatan', onBehalfOf: null, through: null }, 'plt', ['Plt. KEPALA DINAS KESEHATAN,']],
    [{ signer: 'Sekretaris Daerah', onBehalfOf: 'Bupati Tegal', through: null }, 'plh', ['a.n. BUPATI TEGAL', 'Plh. SEKRETARIS DAERAH,']],
    [{ signer: 'Asisten Administrasi Umum', onBehalfOf: 'Bupati Tegal', through: 'Sekretaris Daerah' }, 'definitif', ['a.n. BUPATI TEGAL', 'SEKRETARIS DAERAH', 'u.b.', 'ASISTEN ADMINISTRASI UMUM,']],
  ] as const)('%o, %s', (titles, kind, lines) => expect(capacityLines(titles, kind)).toEqual(lines))
})
