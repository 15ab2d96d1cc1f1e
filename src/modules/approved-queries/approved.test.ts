import { createPublicKey, verify } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aDataset } from '#modules/data-requests/testing.ts'
import type { Dataset } from '#modules/datasets/contract.ts'
import { aBrowser, anAccount, signIn, type Browser } from '#modules/identity/testing.ts'

let installation: Installation
let place: TestGovernment
let aid: Dataset
let holder: Browser
let asker: Browser
let stranger: Browser

const columns = [{ name: 'nik', title: 'NIK', type: 'text', key: true }, { name: 'desa', title: 'Desa', type: 'text' }, { name: 'jk', title: 'Jenis kelamin', type: 'text' }, { name: 'bantuan', title: 'Bantuan', type: 'integer' }] as const
/** 20 men and 2 women in Kalisapu, 30 and 17 in Slawi, 3 in Dukuh. */
const rows = [['Kalisapu', 'L', 20], ['Kalisapu', 'P', 2], ['Slawi', 'L', 30], ['Slawi', 'P', 17], ['Dukuh', 'L', 3]].flatMap(([desa, jk, n]) => Array.from({ length: Number(n) }, (_, i) => [`${String(desa)}${String(jk)}${i}`, String(desa), String(jk), 100 + i]))

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const browser = async (unit: string) => signIn(installation, place, (await anAccount(installation, place, { unit, roles: ['data-producer'] })).username)
  holder = await browser('diskominfo')
  asker = await browser('dpu')
  stranger = await browser('slawi')
  aid = await aDataset(installation, place, { code: 'bantuan', title: 'Penerima bantuan sosial', unit: 'diskominfo', columns: [...columns], rows })
}, 120_000)
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const errors = (body: string) => /error-summary.*?<\/ul>/s.exec(body)?.[0]
const far = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)

describe('asking without taking', () => {
  let here = ''
  it('is approved once by the holder, who sees what is merged', async () => {
    const made = await holder.post(`/kerja/kueri-data/baru?data=${aid.slug}`, { title: 'Penerima menurut desa', dimensions: ['desa', 'jk'], measures: ['bantuan'], subject: '', audience: 'granted', until: far })
    expect([made.statusCode, errors(made.body)]).toEqual([303, undefined])
    here = String(made.headers.location)
    const preview = (await holder.get(here)).body
    expect([preview.includes('Yang digabung'), preview.includes('Dukuh, Kalisapu')]).toEqual([true, true])
    expect((await asker.get(here)).statusCode).toBe(404)
    expect((await holder.post(here, { step: 'approve' })).statusCode).toBe(303)
    expect((await asker.get(here)).body).toContain('Minta izin bertanya')
    expect((await asker.get(`${here}/tanya`)).statusCode).toBe(403)
    for (const wrong of ['nik', 'tidak-ada']) expect(errors((await holder.post(`/kerja/kueri-data/baru?data=${aid.slug}`, { title: 'Menurut nomor', dimensions: [wrong], audience: 'granted', until: far })).body)).toContain('#f-dimensions')
    expect((await asker.post(`/kerja/kueri-data/baru?data=${aid.slug}`, { title: 'Bukan milik saya', dimensions: ['desa'], audience: 'officers', until: far })).statusCode).toBe(422)
  })

  const ask = async (question: Record<string, string | string[]>) => {
    const answered = await asker.post(`${here}/tanya`, { period: '2026-10', purpose: 'Perencanaan rumah layak', ...question })
    expect([answered.statusCode, errors(answered.body)]).toEqual([303, undefined])
    const file = JSON.parse((await asker.get(`${String(answered.headers.location)}/berkas`)).body) as { signed: string; signature: string }
    return { location: String(answered.headers.location), ...file, content: JSON.parse(file.signed) as { rows: { values: string[][]; count: number; sums: { sum: number }[] }[]; hash: string; digest: string } }
  }

  it('answers whoever was granted it, in parts that are large enough', async () => {
    const requested = await asker.post(`/kerja/permintaan-data/baru?data=${aid.slug}`, { unit: place.units.dpu!, subject: aid.title, holder: aid.unitId, fields: 'Jumlah menurut desa', period: '2026', purpose: 'Menentukan rumah yang diperbaiki', keepUntil: '', form: 'online', degree: 'query', legalBasis: 'Perpres 39/2019' })
    expect((await holder.post(`${String(requested.headers.location)}/jawab`, { answer: 'grant', degree: 'query', until: far })).statusCode).toBe(303)
    const { content } = await ask({ by: ['desa', 'jk'], sum: ['bantuan'] })
    expect(content.rows.map(({ values, count }) => [values, count])).toEqual([
      [[['Dukuh', 'Kalisapu'], ['L', 'P', '…']], 25], [[['Slawi', '…'], ['L']], 30], [[['Slawi', '…'], ['P', '…']], 17],
    ])
    expect(content.rows[1]!.sums[0]!.sum).toBe(rows.filter(([, desa, jk]) => desa === 'Slawi' && jk === 'L').reduce((sum, row) => sum + Number(row[3]), 0))
    // Narrowing to the small village takes no block apart: nothing is told.
    expect((await ask({ by: ['desa'], only0: ['Dukuh'] })).content.rows).toEqual([])
    expect((await ask({ by: ['jk'], only0: ['Slawi', 'Dukuh'] })).content.rows).toEqual([])
    expect((await ask({ by: [] })).content.rows[0]!.count).toBe(72)
    expect((await holder.get(`${String(requested.headers.location)}/pemakaian`)).body).toContain('Perencanaan rumah layak')
    expect((await holder.get(here)).body).toContain('Perencanaan rumah layak')
    expect((await stranger.get(`${here}/tanya`)).statusCode).toBe(403)
  })

  it('is signed so that a changed answer is found out, with or without us', async () => {
    const { signed, signature, location, content } = await ask({ by: ['desa'] })
    expect((await stranger.get(location)).statusCode).toBe(404)
    const key = (await aBrowser(installation, place).get('/data/jawaban/kunci.pem')).body
    expect(verify(null, Buffer.from(signed), createPublicKey(key), Buffer.from(signature, 'base64url'))).toBe(true)
    const visitor = aBrowser(installation, place)
    const check = async (text: string) => visitor.post('/data/jawaban', { text })
    const good = await check(JSON.stringify({ signed, signature }))
    expect(good.statusCode).toBe(303)
    const shown = (await visitor.get(String(good.headers.location))).body
    expect([shown.includes(content.hash), shown.includes('Tanda tangan cocok'), shown.includes('Kalisapu')]).toEqual([true, true, false])
    expect(errors((await check(JSON.stringify({ signed: signed.replace('"count":25', '"count":52'), signature }))).body)).toContain('#f-text')
    expect(errors((await check('{"a":1}')).body)).toContain('#f-text')
  })

  it('keeps a period as it was cut first: no other way of cutting it, and no corrected table, is answered', async () => {
    const before = await ask({ by: ['desa'] })
    await aDataset(installation, place, { code: 'bantuan', title: 'Penerima bantuan sosial', unit: 'diskominfo', columns: [...columns], rows: [...rows, ['baru', 'Dukuh', 'P', 5]] })
    const after = await ask({ by: ['desa'] })
    expect([after.content.rows, after.content.digest]).toEqual([before.content.rows, before.content.digest])
    const other = String((await holder.post(`/kerja/kueri-data/baru?data=${aid.slug}`, { title: 'Menurut jenis kelamin', dimensions: ['jk'], audience: 'granted', until: far })).headers.location)
    await holder.post(other, { step: 'approve' })
    const refused = await asker.post(`${other}/tanya`, { period: '2026-10', by: ['jk'], purpose: 'Perencanaan rumah layak' })
    expect(refused.statusCode).toBe(403)
    await expect(sql`update approved_queries.basis set digest = 'x'`.execute(db())).rejects.toThrow('permission denied')
    await expect(sql`delete from approved_queries.answer`.execute(db())).rejects.toThrow('permission denied')
  })

  it('ends when the holder withdraws it', async () => {
    expect(errors((await holder.post(here, { step: 'withdraw', reason: '' })).body)).toContain('#f-reason')
    expect((await holder.post(here, { step: 'withdraw', reason: 'Diganti data bulan berikutnya.' })).statusCode).toBe(303)
    expect((await asker.get(`${here}/tanya`)).statusCode).toBe(404)
  })
})
