import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownPages } from '#modules/site-health/contract.ts'
import { aSite } from '#modules/sites/testing.ts'
import { makeLog } from '#platform/observability/log.ts'
import { makeServices } from '../services.ts'
import { aGovernment, type TestGovernment } from '../testing/government.ts'
import { openInstallation, type Installation } from '../testing/installation.ts'
import { openWeb } from '../web.ts'
import { webOf } from './opened-web.ts'

describe('reading own pages without a network', () => {
  let installation: Installation
  let place: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
    await aSite(installation.services, place)
  })
  afterAll(() => installation.close())

  test('a process that serves asks its own web', async () => {
    const answer = await installation.services.ask(ownPages).get(place.id, '/situs/kalisapu')
    expect(answer).toMatchObject({ status: 200, mediaType: 'text/html', location: null })
    expect(answer.body.toString()).toContain('Desa Kalisapu')
    expect((await installation.services.ask(ownPages).get(place.id, '/situs/tidak-ada')).status).toBe(404)
  })

  test('a worker opens one that never listens, and closes it with the rest', async () => {
    const services = await makeServices(installation.config, installation.serveUrl, makeLog('silent'))
    expect(webOf(services)).toBeUndefined()
    const style = /<link rel="stylesheet" href="([^"]+)"/.exec((await services.ask(ownPages).get(place.id, '/situs/kalisapu')).body.toString())![1]!
    expect(await services.ask(ownPages).get(place.id, style)).toMatchObject({ status: 200, mediaType: 'text/css' })
    expect(webOf(services)!.server.server.listening).toBe(false)
    await services.close()
    expect(webOf(services)).toBeUndefined()
  })

  test('the one that was opened early gives way to the one that serves', async () => {
    const services = await makeServices(installation.config, installation.serveUrl, makeLog('silent'))
    await services.ask(ownPages).get(place.id, '/')
    const early = webOf(services)!
    const { web, close } = await openWeb(services)
    expect((await services.ask(ownPages).get(place.id, '/')).status).toBe(200)
    expect(webOf(services)).toBe(web)
    await expect(early.server.inject('/')).rejects.toThrow()
    await close()
    await services.close()
  })
})
