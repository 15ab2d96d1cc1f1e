import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { governmentDirectory, unitDirectory } from '../contract.ts'
import { prepareGovernment } from './prepare-government.ts'

describe('preparing a government from its region code', () => {
  let installation: Installation
  let owner: Database
  beforeAll(async () => {
    installation = await openInstallation()
    owner = openDatabase({ url: installation.url, max: 2 })
  })
  afterAll(async () => {
    await owner.close()
    await installation.close()
  })

  test('Kabupaten Tegal has its 18 subdistricts and 287 villages, six of them kelurahan', async () => {
    const id = await prepareGovernment(owner, { regionCode: '33.28' })
    const tree = await installation.services.ask(unitDirectory).of(id)
    expect(tree.all.filter(unit => unit.kind === 'subdistrict')).toHaveLength(18)
    const villages = tree.all.filter(unit => unit.kind === 'village')
    expect(villages).toHaveLength(287)
    expect(villages.filter(unit => unit.name.startsWith('Kelurahan '))).toHaveLength(6)
    expect(tree.byRegion('33.28.10.2001')?.name).toBe('Desa Kalisapu')
    expect(tree.ancestors(tree.byRegion('33.28.10.2001')!.id).map(unit => unit.name)).toEqual(['Kabupaten Tegal', 'Kecamatan Slawi', 'Desa Kalisapu'])
    expect(tree.below(tree.byRegion('33.28.10')!.id)).toHaveLength(11)
  })

  test('Dharmasraya has nagari, in its own words and in its own zone', async () => {
    const id = await prepareGovernment(owner, { regionCode: '13.10' })
    const tree = await installation.services.ask(unitDirectory).of(id)
    expect(tree.all.filter(unit => unit.name.startsWith('Nagari '))).toHaveLength(52)
    const government = await installation.services.ask(governmentDirectory).byId(id)
    expect(government).toMatchObject({ name: 'Kabupaten Dharmasraya', slug: 'dharmasrayakab', pattern: 'pucuk-rebung', zone: 'Asia/Jakarta', vocabulary: { desa: 'nagari' } })
  })

  test('a province has no villages of its own, and preparing twice changes nothing', async () => {
    const first = await prepareGovernment(owner, { regionCode: '76' })
    expect(await prepareGovernment(owner, { regionCode: '76' })).toBe(first)
    expect((await installation.services.ask(unitDirectory).of(first)).all).toHaveLength(1)
  })

  test('a regency stands under its province, whichever came first', async () => {
    const province = await prepareGovernment(owner, { regionCode: '33' })
    const directory = installation.services.ask(governmentDirectory)
    await expect.poll(async () => (await directory.all()).find(g => g.regionCode === '33.28')?.parentId).toBe(province)
    const later = await prepareGovernment(owner, { regionCode: '33.76' })
    await expect.poll(async () => (await directory.byId(later))?.parentId).toBe(province)
  })

  test('an unknown code is refused by name', async () => {
    await expect(prepareGovernment(owner, { regionCode: '99.99' })).rejects.toMatchObject({ problems: [{ name: 'region' }] })
  })

  test('hosts lead to their government, one label below them to its sites, and others nowhere', async () => {
    const directory = installation.services.ask(governmentDirectory)
    await expect.poll(() => directory.at('dharmasrayakab.localhost')).toMatchObject({ government: { name: 'Kabupaten Dharmasraya' }, label: null })
    expect(directory.at('diskominfo.tegalkab.localhost')).toMatchObject({ government: { name: 'Kabupaten Tegal' }, portal: 'tegalkab.localhost', label: 'diskominfo' })
    for (const host of ['a.b.tegalkab.localhost', 'xtegalkab.localhost', 'localhost', '.tegalkab.localhost', '127.0.0.1']) expect(directory.at(host), host).toBeNull()
    expect(directory.first()?.name).toBe('Kabupaten Tegal')
  })

  test('an address in a text belongs to the government below whose host it lies, however it is spelt', async () => {
    const directory = installation.services.ask(governmentDirectory)
    for (const host of ['tegalkab.localhost', 'A.B.TegalKab.localhost.:3000', 'tegalkab.localhost.']) expect((await directory.owning(host))?.name, host).toBe('Kabupaten Tegal')
    for (const host of ['localhost', 'xtegalkab.localhost', 'tegalkab.localhost..', '']) expect(await directory.owning(host), host).toBeNull()
  })
})
