import { describe, expect, test } from 'vitest'
import { makeHostReader, readHost } from './host.ts'

describe('a host', () => {
  test.each([
    ['TegalKab.GO.id', 'tegalkab.go.id', 'name'],
    ['tegalkab.go.id.', 'tegalkab.go.id', 'name'],
    ['tegalkab.go.id.:3000', 'tegalkab.go.id', 'name'],
    ['tegalkab。go。id', 'tegalkab.go.id', 'name'],
    ['ＴＥＧＡＬ.go.id', 'tegal.go.id', 'name'],
    ['désa.id', 'xn--dsa-bma.id', 'name'],
    ['xn--dsa-bma.id', 'xn--dsa-bma.id', 'name'],
    ['localhost:', 'localhost', 'single'],
    ['10.0.0.1:80', '10.0.0.1', 'address'],
    ['0x7f.1', '127.0.0.1', 'address'],
    ['2130706433', '127.0.0.1', 'address'],
    ['[::1]:3000', '[::1]', 'address'],
    ['[0:0::0001]', '[::1]', 'address'],
  ])('%s is known as %s', (text, name, kind) => {
    expect(readHost(text)).toMatchObject({ name, kind })
  })

  test.each(['', '.', '..', 'a..b', 'tegalkab.go.id..', '.tegalkab.go.id', '-a.id', 'a-.id', 'a_b.id', 'a b.id', 'a.id/x', 'a.id?x', 'a.id#x', 'x@a.id', 'a%2eid', 'a.id:x', 'a.id:65536', 'a.id:80:80', '[::1', '[a.id]', '256.1.1.1', '1.2.3', 'a.id, b.id', `${'a'.repeat(64)}.id`, `${'a.'.repeat(127)}id`, 'a.id\n', 'a\u0000.id'])('%j is none', text => {
    // `1.2.3` is an old spelling of an address, and one name only.
    expect(readHost(text)?.name ?? null).toBe(text === '1.2.3' ? '1.2.0.3' : null)
  })

  test('has an origin without the port that goes without saying', () => {
    expect(readHost('A.id:80')).toMatchObject({ http: 'http://a.id', https: 'https://a.id:80' })
    expect(readHost('A.id:0443')).toMatchObject({ http: 'http://a.id:443', https: 'https://a.id' })
  })

  test('is read alike whether or not it was remembered', () => {
    const read = makeHostReader(3)
    for (const text of ['A.id', 'b.id', '-', 'c.id', 'A.id', 'A.id', '-']) expect(read(text), text).toEqual(readHost(text))
  })
})
