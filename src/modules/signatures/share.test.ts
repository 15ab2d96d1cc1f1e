import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { correspondence } from '#modules/correspondence/module.ts'
import { aContent, anAddressee, approved } from '#modules/drafting/testing.ts'
import { anAccount, signIn } from '#modules/identity/testing.ts'
import { aBooking, aNumber } from '#modules/numbering/testing.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { enrolled, signed } from './testing.ts'

let installation: Installation
let place: TestGovernment
beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
})
afterAll(() => installation.close())

const passphrase = 'tiga kuda di alun-alun'

it('tells leaders which part of the letters is signed electronically, and how many offices still write numbers in', async () => {
  const { services } = installation
  const share = async (inDays = 0) => {
    const government = (await services.ask(governmentDirectory).byId(place.id))!
    const { value, of, values } = await correspondence.exports.indicators.find(({ code }) => code === 'bagian-elektronik')!.measure({ db: services.database.of(place.id), government, now: new Date(Date.now() + inDays * 86_400_000), ask: services.ask })
    return [value, of, values?.offices]
  }
  expect(await share()).toEqual([0, 0, 0])

  const { id: accountId, username } = await anAccount(installation, place, { unit: 'diskominfo', name: 'Sri Wahyuningsih' })
  const post = await aPost(installation, place, 'diskominfo', 'Kepala Dinas', { kind: 'jpt' })
  await appointed(installation, place, post, { accountId, name: 'Sri Wahyuningsih', from: '2026-01-02' })
  await enrolled(installation, place, { accountId, name: 'Sri Wahyuningsih' }, passphrase)
  const letter = async (subject: string) => (await approved(installation, place, { unitId: place.units.diskominfo!, accountId, content: aContent(post, { subject, addressees: [anAddressee()] }) })).id
  const letterIds = [await letter('Undangan rapat'), await letter('Permintaan data')]
  await signed(installation, place, { accountId, letterIds, passphrase })
  expect(await share()).toEqual([2, 2, 0])

  // One that has its number and waits for a signature, and letters on paper: two of one office, one of another.
  await aNumber(services, place)
  for (const unit of ['dpu', 'dpu-bina-marga', 'slawi']) await aBooking(services, place, { unit })
  expect(await share()).toEqual([2, 6, 2])

  // What was taken back is nobody's letter any more.
  const head = await signIn(installation, place, username)
  expect((await head.post(`/kerja/surat/${letterIds[0]}/cabut`, { reason: 'Tanggalnya keliru.' })).statusCode).toBe(303)
  expect(await share()).toEqual([1, 5, 2])

  expect(await share(89)).toEqual([1, 5, 2])
  expect(await share(92)).toEqual([0, 0, 0])
})
