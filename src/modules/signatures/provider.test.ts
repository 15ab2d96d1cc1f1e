import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { aContent, approved } from '#modules/drafting/testing.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { aPerson, anEmployee } from '#modules/personnel/testing.ts'
import { checkPdf } from '#platform/signing/checking.ts'
import { aBsre, anAuthority, passphrase, type Mood, type StandIn } from '#platform/signing/testing.ts'
import type { TestAuthority } from '#platform/signing/authority.ts'
import { lookAfterJob } from './sign/look-after.ts'

let installation: Installation
let place: TestGovernment
let bsre: StandIn & { mood: Mood; asked: Record<string, string>[] }
let authority: TestAuthority
let head: Browser
let post: string
let drafter: string

/** A government whose letters BSrE signs: a stand-in that speaks its interface. */
beforeAll(async () => {
  const facts = aPerson({ name: 'Sri Wahyuningsih', titleBefore: 'Dra.', titleAfter: 'M.Si.' })
  authority = await anAuthority({ [facts.nik!]: 'Dra. Sri Wahyuningsih, M.Si.' })
  bsre = await aBsre(authority)
  installation = await openInstallation({ BSRE_URL: bsre.url, BSRE_USER: 'pendopo', BSRE_PASSWORD: 'sandi', BSRE_API: 'v2' })
  place = await aGovernment(installation)
  post = await aPost(installation, place, 'diskominfo', 'Kepala Dinas Komunikasi dan Informatika', { kind: 'jpt' })
  const account = await anAccount(installation, place, { unit: 'diskominfo' })
  await anEmployee(installation.services, place, { ...facts, unit: 'diskominfo', accountId: account.id })
  await appointed(installation, place, post, { accountId: account.id, name: 'Dra. Sri Wahyuningsih, M.Si.', from: '2026-01-02' })
  drafter = (await anAccount(installation, place, { unit: 'diskominfo-ikp' })).id
  head = await signIn(installation, place, account.username)
})
afterAll(async () => {
  await installation.close()
  bsre.close()
})

const stored = (id: string): Promise<Letter | null> => installation.services.ask(letters).byId(installation.services.database.of(place.id), id)
const waiting = (subject: string) => approved(installation, place, { unitId: place.units['diskominfo-ikp']!, accountId: drafter, content: aContent(post, { subject, addressees: [{ role: 'to', name: 'Balai', postId: null, unitId: place.units.dpu!, email: null, address: null }] }) })
const sign = (id: string, typed = passphrase) => head.post(`/kerja/surat/${id}/tanda-tangan`, { passphrase: typed })

describe('a letter that BSrE signs', () => {
  it('is sent to it under the NIK on file, and comes back signed', async () => {
    bsre.mood = 'well'
    const letter = await waiting('Permintaan akses jaringan')
    expect((await sign(letter.id)).statusCode).toBe(303)
    const { fileId } = (await stored(letter.id))!
    const body = await installation.services.files.read(place.id, fileId!)
    expect(checkPdf(body, [await authority.rootPem()]).signatures).toMatchObject([{ intact: true, trusted: true, signer: 'Dra. Sri Wahyuningsih, M.Si.' }])
    expect(JSON.stringify(bsre.asked)).not.toContain('undefined')
    expect(bsre.asked.at(-1)?.passphrase).toBe(passphrase)
  })

  it.each<Mood>(['down', 'half', 'unsigned', 'changed', 'page'])('waits with its number when the provider is %s in the middle, and is signed with it later', async mood => {
    const letter = await waiting(`Surat saat penyedia ${mood}`)
    bsre.mood = mood
    const failed = await sign(letter.id)
    expect(failed.statusCode).toBe(422)
    const between = (await stored(letter.id))!
    expect(between).toMatchObject({ state: 'numbered', fileId: null, signedAt: null, number: expect.any(String) })
    bsre.mood = 'well'
    expect((await sign(letter.id)).statusCode).toBe(303)
    expect(await stored(letter.id)).toMatchObject({ state: 'sent', number: between.number, code: between.code })
  })

  it('tells the signer when the provider answers again, once', async () => {
    const letter = await waiting('Surat yang tertahan')
    bsre.mood = 'down'
    await sign(letter.id)
    const run = () => lookAfterJob.run({ services: installation.services, governmentId: null, now: new Date(), db: installation.services.database.of(place.id) }, {})
    const told = async () => (await head.get('/pemberitahuan')).body.split('Penyedia tanda tangan menjawab lagi').length - 1
    await run()
    expect(await told()).toBe(0)
    bsre.mood = 'well'
    await run()
    await run()
    expect(await told()).toBe(1)
    expect((await head.get('/kerja/tanda-tangan')).body).toContain('Penyedia tidak menjawab')
  })

  it('says so when the passphrase is wrong, and asks for it again', async () => {
    const letter = await waiting('Surat dengan passphrase salah')
    bsre.mood = 'well'
    const answer = await sign(letter.id, 'bukan ini')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toMatch(/passphrase/i)
    expect((await stored(letter.id))?.state).toBe('numbered')
  })
})
