import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { renderPdf } from '../documents/compiler.ts'
import { readConfig } from '../config/config.ts'
import type { TestAuthority } from './authority.ts'
import { BsreSigner } from './bsre.ts'
import { checkPdf } from './checking.ts'
import { signerBy } from './choice.ts'
import { SigningUnavailable, signMany, type Credentials, type SigningOrder } from './signer.ts'
import { aBsre, anAuthority, memoryStore, passphrase } from './testing.ts'

const nik = '3328011205680001'
let authority: TestAuthority
let bsre: Awaited<ReturnType<typeof aBsre>>
let letter: Buffer

beforeAll(async () => {
  authority = await anAuthority({ [nik]: 'Sri Wahyuningsih' })
  bsre = await aBsre(authority)
  letter = await renderPdf({ source: '= Surat', data: null, title: 'Surat', author: 'Diskominfo', language: 'id', date: new Date() })
})
afterAll(() => bsre.close())
beforeEach(() => {
  bsre.mood = 'well'
  bsre.asked.length = 0
})

const order = (over: Partial<SigningOrder> = {}): SigningOrder => ({
  pdf: letter, stamp: { page: 1, rect: [300.4, 200, 527, 268], lines: ['Sri Wahyuningsih'], qr: 'https://tegalkab.go.id/v/1' }, name: 'Sri', reason: 'Surat', location: 'Slawi', ...over,
})

describe.each(['v1', 'v2'] as const)('BSrE, %s of its interface', version => {
  const signer = (over: { timeoutMs?: number; password?: string; url?: string } = {}) => new BsreSigner({ url: bsre.url, user: 'pendopo', password: 'sandi', version, ...over })
  const session = (over: Parameters<typeof signer>[0] = {}, typed: Partial<Credentials> = {}) => signer(over).begin({ identifier: nik, passphrase, ...typed })

  it('signs a letter and says with which certificate', async () => {
    const signed = await session().sign(order())
    expect(signed).toMatchObject({ reference: 'c9a1', certificate: { subject: 'Sri Wahyuningsih' } })
    expect(checkPdf(signed.pdf, [await authority.rootPem()]).signatures).toMatchObject([{ intact: true, trusted: true }])
    const [asked] = bsre.asked
    expect(asked).toMatchObject({ nik, page: '1', reason: 'Surat', location: 'Slawi', tampilan: version === 'v1' ? 'visible' : 'VISIBLE' })
    expect(Buffer.from(asked!.imageBase64!, 'base64').subarray(1, 4).toString()).toBe('PNG')
  })

  it('knows who may sign', async () => {
    expect([await signer().canSign(nik), await signer().canSign('3328011205680002')]).toEqual([true, false])
  })

  it('says in our words that the passphrase is wrong or the NIK is unknown', async () => {
    await expect(session({}, { passphrase: 'salah' }).sign(order())).rejects.toMatchObject({ problems: [{ name: 'passphrase', message: { text: 'Passphrase salah.' } }] })
    await expect(session({}, { identifier: '3328011205680002' }).sign(order())).rejects.toThrow('NIK Anda belum terdaftar')
  })

  it.each(['down', 'half', 'unsigned', 'changed', 'page'] as const)('that is %s signs nothing, and may be tried again', async mood => {
    bsre.mood = mood
    await expect(session().sign(order())).rejects.toMatchObject({ retryable: true })
    bsre.mood = 'well'
    expect((await session().sign(order())).pdf.length).toBeGreaterThan(letter.length)
  })

  it('that gives a letter back with its earlier signatures only has not signed it', async () => {
    const earlier = await session().sign(order())
    bsre.mood = 'unsigned'
    await expect(session().sign(order({ pdf: earlier.pdf }))).rejects.toThrow(SigningUnavailable)
  })

  it('that is slow, away or closed to us is given up', async () => {
    await expect(session({ password: 'lain' }).sign(order())).rejects.toThrow(SigningUnavailable)
    bsre.mood = 'slow'
    await expect(session({ timeoutMs: 150 }).sign(order())).rejects.toThrow(SigningUnavailable)
    await expect(session({ url: 'http://127.0.0.1:9' }).sign(order())).rejects.toThrow(SigningUnavailable)
  })

  it('that goes down leaves the rest of many untried', async () => {
    bsre.mood = 'down'
    const outcomes = await signMany(session(), ['a', 'b'].map(key => ({ key, order: order() })))
    expect(outcomes.map(outcome => 'error' in outcome && outcome.error instanceof SigningUnavailable)).toEqual([true, true])
    expect(bsre.asked).toEqual([])
  })
})

describe('the settings', () => {
  const settings = { NODE_ENV: 'test', PENDOPO_DATA: '/tmp/pendopo-signing-settings', PENDOPO_SECRET: 'x'.repeat(40) }

  it('choose BSrE when it is named, and the marked test authority otherwise', () => {
    expect(signerBy(readConfig(settings), memoryStore()).test).toBe(true)
    expect(signerBy(readConfig({ ...settings, BSRE_URL: 'https://esign.tegalkab.go.id', BSRE_USER: 'a', BSRE_PASSWORD: 'b' }), memoryStore()).test).toBe(false)
    expect(() => readConfig({ ...settings, BSRE_URL: 'https://esign.tegalkab.go.id' })).toThrow('BSRE_USER and BSRE_PASSWORD')
  })
})
