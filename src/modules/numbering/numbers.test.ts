import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import type { Tx } from '#platform/db/database.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { agendas, numbers, type NumberRequest } from './contract.ts'
import { reserveForDay } from './daily.ts'
import { goOnAfter } from './reserving.ts'
import { periodOf, seriesId, tables } from './store.ts'
import { aCode, aNumber, aPattern, aRequest, aReserve, dayFromToday } from './testing.ts'

let installation: Installation
let serial = 0
beforeAll(async () => {
  installation = await openInstallation()
})
afterAll(() => installation.close())

const within = <T>(place: TestGovernment, work: (tx: Tx) => Promise<T>) => installation.services.database.transaction(place.id, work)
const port = () => installation.services.ask(numbers)
const take = (place: TestGovernment, over: Parameters<typeof aRequest>[1] = {}) => aNumber(installation.services, place, over)
const year = Number(dayFromToday(0).slice(0, 4))
/** What a promise was refused with: the field and the sentence. */
const refusal = async (work: Promise<unknown>): Promise<[string, string]> => {
  const error = await work.then(() => null, (thrown: unknown) => thrown)
  if (!(error instanceof Problem)) throw error ?? new Error('it was not refused')
  return [error.problems[0]!.name, error.problems[0]!.message.text]
}
/** A government of its own for each test; its units are known beforehand, as they are to a process that serves pages. */
async function fresh(): Promise<TestGovernment> {
  const place = await aGovernment(installation, `kabupaten${++serial}`, `Kabupaten ${serial}`)
  await installation.services.ask(unitDirectory).of(place.id)
  return place
}
const book = async (place: TestGovernment) => tables(installation.services.database.of(place.id)).selectFrom('numbering.number').selectAll().orderBy('sequence').execute()

describe('a letter', () => {
  it('has the next number of its unit, in the form of the reference data', async () => {
    const place = await fresh()
    expect(await take(place)).toMatchObject({ number: `000.1.2.3/1/DISKOMINFO/${year}`, sequence: 1, year })
    expect(await take(place, { classification: '800.1.11.1' })).toMatchObject({ number: `800.1.11.1/2/DISKOMINFO/${year}`, sequence: 2 })
    expect(await take(place, { unit: 'dpu' })).toMatchObject({ number: `000.1.2.3/1/DPU/${year}` })
  })

  it('keeps its number however often it asks, also on two screens at once', async () => {
    const place = await fresh()
    const request = aRequest(place)
    const asked = await Promise.all(Array.from({ length: 12 }, () => within(place, tx => port().take(tx, request))))
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1)
    expect(await take(place)).toMatchObject({ sequence: 2 })
    expect(await port().ofMatter(installation.services.database.of(place.id), [request.matter.id, crypto.randomUUID()])).toEqual(new Map([[request.matter.id, asked[0]]]))
  })

  it('that comes to nothing gives its number back, and one that is cancelled keeps it for good', async () => {
    const place = await fresh()
    await within(place, async tx => {
      expect(await port().take(tx, aRequest(place))).toMatchObject({ sequence: 1 })
      throw new Error('the signature failed')
    }).catch(() => {})
    const request = aRequest(place)
    const first = await take(place, request)
    expect(first.sequence).toBe(1)
    await within(place, tx => port().cancel(tx, first.id, 'Salah alamat', null))
    expect(await port().ofMatter(installation.services.database.of(place.id), [request.matter.id])).toEqual(new Map())
    expect((await take(place, request)).sequence).toBe(2)
    expect(await book(place)).toMatchObject([{ sequence: 1, state: 'cancelled', cancel_reason: 'Salah alamat', number: first.number }, { sequence: 2, state: 'used' }])
    expect(await refusal(within(place, tx => port().cancel(tx, first.id, 'Lagi', null)))).toEqual(['', 'Nomor ini sudah dibatalkan.'])
    expect(await refusal(within(place, tx => port().cancel(tx, first.id, '  ', null)))).toEqual(['reason', 'Tulis alasan pembatalan.'])
    await expect(within(place, tx => port().cancel(tx, crypto.randomUUID(), 'Tidak ada', null))).rejects.toBeInstanceOf(NotFound)
  })

  it('is told what its number would look like without taking it', async () => {
    const place = await fresh()
    const db = installation.services.database.of(place.id)
    const request = aRequest(place)
    expect(await port().preview(db, request)).toBe(`000.1.2.3/1/DISKOMINFO/${year}`)
    await take(place)
    expect(await port().preview(db, request)).toBe(`000.1.2.3/2/DISKOMINFO/${year}`)
    const { number } = await take(place, request)
    await take(place)
    expect(await port().preview(db, request)).toBe(number)
  })

  it('needs a classification where the pattern prints one, a unit there is, and no day to come', async () => {
    const place = await fresh()
    const unit = crypto.randomUUID()
    expect(await refusal(take(place, { classification: '' }))).toEqual(['classification', 'Nomor surat memerlukan kode klasifikasi seperti 000.1.2.3.'])
    expect(await refusal(take(place, { on: dayFromToday(1) }))).toEqual(['on', 'Tanggal surat {on, date, long} belum tiba. Pakai tanggal hari ini.'])
    expect((await refusal(take(place, { unitId: unit })))[1]).toBe('Unit ini sudah ditutup. Pilih unit lain sebagai pembuat surat.')
    await aPattern(installation.services, place, { unit: 'dpu', pattern: '{urut}/{unit}' })
    expect((await take(place, { unit: 'dpu', classification: '' })).number).toBe('1/DPU')
  })

  it('leaves nothing of what it is about in the book when it is secret', async () => {
    const place = await fresh()
    for (const secrecy of ['B', 'T', 'R', 'SR'] as const) await take(place, { secrecy, title: `Perihal ${secrecy}` })
    expect((await book(place)).map(row => row.title)).toEqual(['Perihal B', 'Perihal T', null, null])
  })
})

describe('the pattern that counts', () => {
  it('is the most specific one', async () => {
    const place = await fresh()
    const set = (over: Parameters<typeof aPattern>[2]) => aPattern(installation.services, place, over)
    const number = async (unit: string, kind: string) => (await take(place, { unit, kind })).number
    await set({ pattern: 'G/{urut}/{unit}' })
    expect(await number('dpu', 'nota-dinas')).toBe('G/1/DPU')
    await set({ kind: 'nota-dinas', pattern: 'GK/{urut}/{unit}' })
    expect(await number('dpu', 'nota-dinas')).toBe('GK/2/DPU')
    await set({ unit: 'dpu', pattern: 'U/{urut}/{unit}' })
    expect(await number('dpu', 'nota-dinas')).toBe('U/3/DPU')
    await set({ unit: 'dpu', kind: 'nota-dinas', pattern: 'UK/{urut}/{unit}' })
    expect(await number('dpu', 'nota-dinas')).toBe('UK/4/DPU')
    expect(await number('dpu', 'surat-dinas')).toBe('U/5/DPU')
    expect(await number('diskominfo', 'nota-dinas')).toBe('GK/1/DISKOMINFO')
  })

  it('may draw from a series of the kind, from that of the unit above, or from one of the government', async () => {
    const place = await fresh()
    const { services } = installation
    await aPattern(services, place, { kind: 'nota-dinas', pattern: 'ND/{urut:3}/{unit}', draws: 'kind' })
    await aPattern(services, place, { kind: 'keputusan', pattern: '{urut} TAHUN {tahun}', draws: 'government' })
    await aPattern(services, place, { unit: 'kalisapu', pattern: null, draws: 'above' })
    await aPattern(services, place, { unit: 'diskominfo-ikp', pattern: '{urut}/{kode}/{unit}/{tahun}', draws: 'above' })
    await aCode(services, place, 'slawi', 'KEC.SLW')
    await aCode(services, place, 'diskominfo-ikp', 'IKP')
    const number = async (unit: string, kind = 'surat-dinas') => (await take(place, { unit, kind })).number
    expect(await number('dpu')).toBe(`000.1.2.3/1/DPU/${year}`)
    expect(await number('dpu', 'nota-dinas')).toBe('ND/001/DPU')
    expect(await number('dpu', 'keputusan')).toBe(`1 TAHUN ${year}`)
    expect(await number('diskominfo', 'keputusan')).toBe(`2 TAHUN ${year}`)
    expect(await number('slawi')).toBe(`000.1.2.3/1/KEC.SLW/${year}`)
    expect(await number('kalisapu')).toBe(`000.1.2.3/2/KEC.SLW/${year}`)
    expect(await number('diskominfo')).toBe(`000.1.2.3/1/DISKOMINFO/${year}`)
    expect(await number('diskominfo-ikp')).toBe(`2/IKP/DISKOMINFO/${year}`)
    // A division that was given nothing of its own belongs to its agency.
    expect(await number('dpu-bina-marga')).toBe(`000.1.2.3/2/DPU/${year}`)
    expect(await number('dpu')).toBe(`000.1.2.3/3/DPU/${year}`)
  })

  it('lets a series begin anew each month where it says so, and takes the others of the series along', async () => {
    const place = await fresh()
    const { services } = installation
    await aPattern(services, place, { unit: 'dpu', pattern: '{urut}/{unit}/{bulan}/{tahun}', resets: 'month' })
    await aPattern(services, place, { unit: 'dpu', kind: 'nota-dinas', pattern: 'ND/{urut}/{bulan-romawi}' })
    await take(place, { unit: 'dpu' })
    await take(place, { unit: 'dpu', kind: 'nota-dinas' })
    expect((await book(place)).map(({ sequence, month }) => [sequence, month])).toEqual([[1, Number(dayFromToday(0).slice(5, 7))], [2, Number(dayFromToday(0).slice(5, 7))]])
  })

  it('never lets two letters have one printed number: the second is told which pattern to change', async () => {
    const place = await fresh()
    await aPattern(installation.services, place, { pattern: '{klasifikasi}/{urut}/{tahun}' })
    await take(place, { unit: 'dpu' })
    expect(await refusal(take(place, { unit: 'diskominfo' }))).toEqual(['kind', 'Nomor {number} sudah dipakai surat lain. Ubah pola salah satunya di Penomoran, misalnya dengan kode unit.'])
    expect(await take(place, { unit: 'diskominfo', classification: '800' })).toMatchObject({ sequence: 1 })
  })
})

describe('a letter of an earlier day', () => {
  it('takes a number reserved on that day, or on the nearest day before it, and else is told what to do', async () => {
    const place = await fresh()
    const { services } = installation
    expect((await refusal(take(place, { on: dayFromToday(-1) })))[0]).toBe('on')
    await aReserve(services, place, { day: dayFromToday(-5), count: 2 })
    await aReserve(services, place, { day: dayFromToday(-3), count: 1 })
    const back = (days: number, over: Partial<NumberRequest> = {}) => take(place, { on: dayFromToday(-days), ...over })
    const sameYear = [5, 4, 3, 2].every(days => dayFromToday(-days).startsWith(String(year)))
    if (!sameYear) return
    expect(await port().preview(services.database.of(place.id), aRequest(place, { on: dayFromToday(-2) }))).toContain('/3/')
    expect((await back(2)).sequence).toBe(3)
    expect((await back(2)).sequence).toBe(1)
    expect((await refusal(back(6)))[1]).toBe('Tidak ada nomor yang dipesan untuk {on, date, long} atau hari sebelumnya. Pakai tanggal hari ini, atau minta sekretariat memesan nomor.')
    expect((await back(5)).sequence).toBe(2)
    expect((await refusal(back(3)))[0]).toBe('on')
    expect((await take(place)).sequence).toBe(4)
  })

  it('leaves the reserve to the letters, whoever comes first: none of it is given twice', async () => {
    const place = await fresh()
    await aReserve(installation.services, place, { day: dayFromToday(-1), count: 20 })
    if (!dayFromToday(-1).startsWith(String(year))) return
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => take(place, { on: dayFromToday(-1) })))
    const given = results.flatMap(result => (result.status === 'fulfilled' ? [result.value.sequence] : []))
    expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    expect(results.filter(result => result.status === 'rejected' && result.reason instanceof Problem)).toHaveLength(10)
  })

  it('finds numbers set aside every working day, once a day', async () => {
    const place = await fresh()
    await within(place, async tx => void (await tables(tx).updateTable('numbering.series').set({ daily: 2 }).where('id', '=', await seriesId(tx, { unitId: place.units.dpu!, kind: null })).execute()))
    const now = new Date()
    const working = ![0, 6].includes(new Date(`${dayFromToday(0)}T12:00:00Z`).getUTCDay())
    expect(await reserveForDay(installation.services, place.id, now)).toBe(working ? 1 : 0)
    expect(await reserveForDay(installation.services, place.id, now)).toBe(0)
    expect((await book(place)).map(row => [row.state, row.dated, row.reason])).toEqual(working ? Array.from({ length: 2 }, () => ['reserved', dayFromToday(0), 'Cadangan harian']) : [])
  })
})

describe('a reserve', () => {
  it('keeps the book in the order of its days', async () => {
    const place = await fresh()
    const reserve = (day: number) => aReserve(installation.services, place, { day: dayFromToday(day) })
    expect((await refusal(reserve(1)))[1]).toBe('Nomor dipesan paling awal pada harinya sendiri. Untuk setiap hari kerja, isi cadangan harian.')
    expect(await reserve(0)).toEqual({ first: 1, last: 3 })
    expect((await refusal(reserve(-1)))[1]).toContain('Sudah ada nomor bertanggal')
    expect((await take(place)).sequence).toBe(4)
  })
})

describe('a book', () => {
  it('may go on behind an older one, as long as it is empty', async () => {
    const place = await fresh()
    const after = (last: number) => within(place, async tx => goOnAfter(tx, periodOf(await seriesId(tx, { unitId: place.units.dpu!, kind: null }), dayFromToday(0), 'year'), last))
    await after(300)
    await after(357)
    expect((await take(place, { unit: 'dpu' })).sequence).toBe(358)
    expect((await refusal(after(10)))[1]).toBe('Buku ini sudah berisi nomor, jadi nomor awalnya tidak dapat diubah lagi.')
  })

  it('of letters that come in counts each unit and year for itself, beside that of letters that go out', async () => {
    const place = await fresh()
    const next = (unit: string, on: string) => within(place, tx => installation.services.ask(agendas).next(tx, { unitId: place.units[unit]!, on }))
    await take(place, { unit: 'dpu' })
    expect(await next('dpu', '2026-11-21')).toEqual({ sequence: 1, year: 2026 })
    expect(await next('dpu', '2026-12-31')).toEqual({ sequence: 2, year: 2026 })
    expect(await next('dpu', '2027-01-01')).toEqual({ sequence: 1, year: 2027 })
    expect(await next('dpu', '2026-12-31')).toEqual({ sequence: 3, year: 2026 })
    expect(await next('dpu-bina-marga', '2026-11-21')).toEqual({ sequence: 1, year: 2026 })
    // An older book that came to 1500 is followed; one that is behind changes nothing.
    const follow = (sequence: number) => within(place, tx => installation.services.ask(agendas).follow(tx, { unitId: place.units.dpu!, year: 2026, sequence }))
    await follow(1500)
    await follow(20)
    expect(await next('dpu', '2026-12-31')).toEqual({ sequence: 1501, year: 2026 })
    const many = await Promise.all(Array.from({ length: 40 }, () => next('slawi', '2026-11-21')))
    expect(many.map(({ sequence }) => sequence).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  })

  it('of one government is nothing to another', async () => {
    const [one, other] = [await fresh(), await fresh()]
    const { id } = await take(one)
    expect((await take(other)).number).toBe(`000.1.2.3/1/DISKOMINFO/${year}`)
    await expect(within(other, tx => port().cancel(tx, id, 'Bukan milik kami', null))).rejects.toBeInstanceOf(NotFound)
  })
})
