import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn } from '#modules/identity/testing.ts'
import { anEmployee } from '../testing.ts'

let installation: Installation
let place: TestGovernment

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
})
afterAll(() => installation.close())

it('a portrait is cut to one size without what the camera wrote, and shown to those who see the file and to the person', async () => {
  const officerAccount = await anAccount(installation, place, { roles: [{ code: 'personnel-officer', unit: 'pemerintah' }] })
  const ownAccount = await anAccount(installation, place, { unit: 'dpu' })
  const id = await anEmployee(installation.services, place, { name: 'Berfoto Rapi', unit: 'dpu', accountId: ownAccount.id })
  const [officer, own, stranger] = await Promise.all([officerAccount, ownAccount, await anAccount(installation, place, { unit: 'slawi' })].map(({ username }) => signIn(installation, place, username)))
  const body = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#4477aa' } }).withExif({ IFD0: { Artist: 'Kamera Rahasia' } }).jpeg().toBuffer()
  const url = `/kerja/pegawai/${id}/foto`
  expect((await officer!.upload(url, { langkah: 'simpan' }, [])).body).toContain('Pilih foto.')
  expect((await officer!.upload(url, { langkah: 'simpan' }, [{ name: 'foto', filename: 'bukan.jpg', body: Buffer.from('bukan gambar') }])).statusCode).toBe(422)
  expect((await officer!.upload(url, { langkah: 'simpan' }, [{ name: 'foto', filename: 'wajah.jpg', body }])).statusCode).toBe(303)

  const address = /src="(\/kerja\/pegawai\/[^"]+\.webp)"/.exec((await officer!.get(`/kerja/pegawai/${id}`)).body)![1]!
  const picture = await officer!.get(address)
  expect(picture.headers['content-type']).toBe('image/webp')
  const { width, height, exif } = await sharp(picture.rawPayload).metadata()
  expect([width, height, exif]).toEqual([360, 480, undefined])
  const mine = /src="(\/saya\/foto\/[^"]+)"/.exec((await own!.get('/saya')).body)![1]!
  expect((await own!.get(mine)).statusCode).toBe(200)
  for (const other of [address, mine]) expect((await stranger!.get(other)).statusCode).toBeGreaterThanOrEqual(403)
  expect((await officer!.get(`/kerja/pegawai/${await anEmployee(installation.services, place)}/foto/${address.split('/').at(-1)}`)).statusCode).toBe(404)

  await officer!.upload(url, { langkah: 'lepas' }, [])
  expect((await officer!.get(`/kerja/pegawai/${id}`)).body).not.toContain('/foto/')
  expect((await officer!.get(address)).statusCode).toBe(404)
})
