import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, testPassword } from '#modules/identity/testing.ts'
import { aPerson, fill, openBrowser, press, signIn } from './browsing.ts'

let installation: Installation
let tegal: TestGovernment
let browser: Browser
let origin: string

beforeAll(async () => {
  installation = await openInstallation()
  tegal = await aGovernment(installation)
  for (const [username, unit, role] of [['produsen', 'dpu', 'data-producer'], ['walidata', 'diskominfo', 'walidata'], ['bps', 'pemerintah', 'pembina-data']] as const) await anAccount(installation, tegal, { username, unit, roles: [role] })
  origin = `http://${tegal.host}:${new URL(await installation.web.server.listen({ port: 0, host: '127.0.0.1' })).port}`
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await installation?.close()
})

/** With scripts on a desk, without them on a phone. */
const ways = [
  { way: 'with scripts', options: {}, name: 'Panjang Jalan Kabupaten', slug: 'panjang-jalan-kabupaten', concept: 'Jalan Kabupaten', code: 'pasar', title: 'Pasar daerah' },
  { way: 'without scripts on a phone', options: { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }, name: 'Panjang Saluran Drainase', slug: 'panjang-saluran-drainase', concept: 'Saluran Drainase', code: 'halte', title: 'Halte dan terminal' },
]

describe.each(ways)('$way', ({ options, name, slug, concept, code, title }) => {
  const someone = async (username: string) => {
    const { page } = await aPerson(browser, { origin }, options)
    await signIn(page, username, testPassword)
    return page
  }

  it('a standard goes from the producer over the steward to the public', async () => {
    const producer = await someone('produsen')
    await producer.goto('/kerja/standar-data/usul')
    await fill(producer, { name: name.replace('Panjang', 'Pjg.'), concept: `Panjang ${concept}`, definition: 'Bangunan yang dipelihara pemerintah daerah, diukur menurut sumbunya.', measure: 'Panjang', unit: 'Kilometer', reference: 'Keputusan Bupati tentang penetapan ruas' })
    await producer.getByLabel('Tema').last().selectOption('pekerjaan-umum')
    const refused = await press(producer, 'Kirim usulan')
    expect(refused.status).toBe(422)
    for (const said of ['Jangan memakai titik', 'Jangan mengawali konsep dengan ukuran']) expect(refused.text).toContain(said)
    await fill(producer, { name, concept })
    expect(await press(producer, 'Kirim usulan')).toMatchObject({ status: 200, text: expect.stringContaining('menunggu diperiksa') })
    const address = new URL(producer.url()).pathname

    const steward = await someone('walidata')
    await steward.goto(address)
    await press(steward, 'Kembalikan dengan catatan')
    await fill(steward, { remarks: 'Sebutkan lebar paling kecil yang dihitung.' })
    expect((await press(steward, 'Kembalikan dengan catatan')).text).toContain('Usulan dikembalikan')
    await producer.goto(`${address}/ubah`)
    await fill(producer, { definition: 'Bangunan selebar tiga meter atau lebih yang dipelihara pemerintah daerah, diukur menurut sumbunya.' })
    expect((await press(producer, 'Kirim lagi')).text).toContain('Usulan terkirim lagi')
    await steward.goto(address)
    expect((await press(steward, 'Sesuai, teruskan')).text).toContain('orang lain yang menetapkan standar ini')
    const supervisor = await someone('bps')
    await supervisor.goto(address)
    expect((await press(supervisor, 'Tetapkan')).text).toContain('Standar data ditetapkan')

    const { page: citizen } = await aPerson(browser, { origin }, options)
    await citizen.goto('/data/standar')
    await citizen.getByRole('searchbox').fill(concept)
    await citizen.getByRole('button', { name: 'Cari', exact: true }).click()
    await citizen.getByRole('link', { name }).click()
    expect(new URL(citizen.url()).pathname).toBe(`/data/standar/${slug}`)
    expect(await citizen.getByRole('main').innerText()).toContain('selebar tiga meter')
  })

  it('a code list is made, filled and set, and anybody takes it away', async () => {
    const keeper = await someone('walidata')
    await keeper.goto('/kerja/kode-referensi/baru')
    await fill(keeper, { title, code })
    await press(keeper, 'Buat daftar')
    await press(keeper, 'Siapkan versi pertama')
    for (const one of ['A1', 'A2']) {
      await press(keeper, 'Tambah kode')
      await fill(keeper, { code: one, label: `${title} ${one}`, parent: '' })
      expect((await press(keeper, 'Tambah kode')).text).toContain(`Kode “${one}” ditambahkan.`)
    }
    expect((await press(keeper, 'Tetapkan')).text).toContain('Isi dasar hukum atau sumber daftar ini.')
    await fill(keeper, { basis: 'Keputusan Bupati 7/2026' })
    expect((await press(keeper, 'Tetapkan')).text).toContain('Versi 1 ditetapkan.')
    const { page: citizen } = await aPerson(browser, { origin }, options)
    await citizen.goto('/data/kode')
    await citizen.getByRole('link', { name: title }).click()
    const [file] = await Promise.all([citizen.waitForEvent('download'), citizen.getByRole('link', { name: 'Unduh CSV' }).click()])
    expect(file.suggestedFilename()).toBe(`${code}-v1.csv`)
  })
})
