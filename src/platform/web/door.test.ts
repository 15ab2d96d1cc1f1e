import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { makeDoor, type Lead } from './door.ts'

const leads: Record<string, Lead> = {
  'tegal.id': { governmentId: 'tegal', site: null, portal: null },
  'kalisapu.tegal.id': { governmentId: 'tegal', site: 'kalisapu', portal: 'tegal.id' },
  'kalisapu.desa.id': { governmentId: 'tegal', site: 'kalisapu', portal: 'tegal.id' },
}

function aRequest(url: string, host: string, headers: Record<string, string> = {}): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  request.url = url
  request.headers = { host, ...headers }
  return request
}

const door = (trust = false) => makeDoor(({ name }) => leads[name] ?? null, trust)
const enter = (url: string, host = 'tegal.id', headers: Record<string, string> = {}, trust = false) => door(trust).enter(aRequest(url, host, headers))

describe('the door', () => {
  test.each([
    ['/', '/situs/kalisapu', '', '/', 'id'],
    ['/?a=1', '/situs/kalisapu?a=1', '', '/', 'id'],
    ['/profil', '/situs/kalisapu/profil', '', '/profil', 'id'],
    ['/profil/?a=1', '/situs/kalisapu/profil/?a=1', '', '/profil', 'id'],
    ['/en', '/situs/kalisapu', '/en', '/', 'en'],
    ['/en/', '/situs/kalisapu', '/en', '/', 'en'],
    ['/en?a=1', '/situs/kalisapu?a=1', '/en', '/', 'en'],
    ['/en/profil', '/situs/kalisapu/profil', '/en', '/profil', 'en'],
    ['/energi', '/situs/kalisapu/energi', '', '/energi', 'id'],
    ['/profil?bahasa=en', '/situs/kalisapu/profil?bahasa=en', '', '/profil', 'id'],
    ['/situs/kalisapu', '/situs/kalisapu/situs/kalisapu', '', '/situs/kalisapu', 'id'],
  ])('leads %s on a site’s own host to %s', (url, route, base, path, language) => {
    for (const host of ['kalisapu.tegal.id', 'kalisapu.desa.id']) expect(enter(url, host, { cookie: 'bahasa=en' })).toMatchObject({ route, here: url, language, place: { site: 'kalisapu', base, portal: 'http://tegal.id', path } })
  })

  test.each([
    ['/situs/kalisapu', '/situs/kalisapu', '/situs/kalisapu', '/', 'id'],
    ['/situs/kalisapu/?a=1', '/situs/kalisapu/?a=1', '/situs/kalisapu', '/', 'id'],
    ['/situs/kalisapu/en', '/situs/kalisapu', '/situs/kalisapu/en', '/', 'en'],
    ['/situs/kalisapu/en?a=1', '/situs/kalisapu?a=1', '/situs/kalisapu/en', '/', 'en'],
    ['/situs/kalisapu/en/profil', '/situs/kalisapu/profil', '/situs/kalisapu/en', '/profil', 'en'],
    ['/situs/kalisapu/energi', '/situs/kalisapu/energi', '/situs/kalisapu', '/energi', 'id'],
  ])('leads %s on the portal to %s', (url, route, base, path, language) => {
    expect(enter(url, 'tegal.id', { cookie: 'bahasa=en' })).toMatchObject({ route, here: url, language, place: { site: 'kalisapu', base, portal: '', path } })
  })

  test.each(['/', '/situs', '/situs/', '/situs/?a', '/berita/situs/x', '/en'])('leaves %s to the portal, in the reader’s language', url => {
    expect(enter(url)).toMatchObject({ route: url, language: null, place: { site: null, base: '', portal: '' } })
  })

  test('keeps apart what answers may differ by, and nothing else', () => {
    const key = (url: string, host: string, headers: Record<string, string> = {}, trust = false) => door(trust).key(aRequest(url, host, headers))
    const plain = key('/berita', 'tegal.id')
    for (const host of ['TEGAL.id', 'tegal.id.', 'tegal.ID:80']) expect(key('/berita', host), host).toBe(plain)
    for (const forged of ['x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-host', 'x-original-url']) expect(key('/berita', 'tegal.id', { [forged]: 'kalisapu.desa.id' }), forged).toBe(plain)
    expect(key('http://TEGAL.id/berita', 'tegal.id')).toBe(plain)
    expect(key('/berita', 'jahat.id', { 'x-forwarded-host': 'a.id, TEGAL.id' }, true)).toBe(plain)
    const others = [key('/berita', 'tegal.id', { cookie: 'bahasa=en' }), key('/berita', 'tegal.id:81'), key('/berita', 'tegal.id', { 'x-forwarded-proto': 'https' }, true), key('/berita', 'kalisapu.tegal.id'), key('/berita', 'kalisapu.desa.id'), key('/berita?a', 'tegal.id')]
    expect(new Set([plain, ...others]).size).toBe(others.length + 1)
    // Inside a site the address alone decides.
    for (const [url, host] of [['/profil', 'kalisapu.desa.id'], ['/situs/kalisapu/profil', 'tegal.id']] as const) expect(key(url, host, { cookie: 'bahasa=en' })).toBe(key(url, host))
  })

  test('finds a kept answer under the key it was kept under', () => {
    for (const url of ['/', '/berita%00?a=%00', '/si%00tus/kalisapu', '/berita?bahasa=en', '/situs/kalisapu/en/profil', '/en/profil', '/aset/x', 'http://tegal.id/berita'])
      for (const host of Object.keys(leads)) {
        const request = aRequest(url, host, { cookie: 'bahasa=en' })
        const before = door().key(request)
        const one = door()
        const entered = one.enter(request)
        if (!('key' in entered)) continue
        request.url = entered.route
        expect(one.key(request)).toBe(before)
        expect(entered.key).toBe(before)
      }
  })

  test('keeps nothing of nobody, and no endless addresses', () => {
    expect(door().key(aRequest('/', 'jahat.id'))).toBeNull()
    expect(door().key(aRequest(`/?${'a'.repeat(3000)}`, 'tegal.id'))).toBeNull()
  })

  test('refuses a whole address that names another host than the header, and two hosts', () => {
    expect(enter('http://purbalingga.id/', 'tegal.id')).toEqual({ status: 400 })
    expect(enter('http://tegal.id:81/', 'tegal.id')).toEqual({ status: 400 })
    expect(enter('ftp://tegal.id/', 'tegal.id')).toEqual({ status: 400 })
    expect(enter('http://Tegal.id', 'tegal.id')).toMatchObject({ route: '/', here: '/' })
    const twice = aRequest('/', 'tegal.id')
    twice.rawHeaders = ['Host', 'tegal.id', 'HOST', 'tegal.id']
    expect(door().enter(twice)).toEqual({ status: 400 })
    expect(door().key(twice)).toBeNull()
  })
})
