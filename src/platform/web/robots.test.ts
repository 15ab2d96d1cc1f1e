import { describe, expect, test } from 'vitest'
import { readRobots } from './robots.ts'

const allows = (text: string, path: string) => readRobots(text, 'Pendopo').allows(path)

describe('robots.txt as RFC 9309 describes it', () => {
  test('nothing forbidden means everything is allowed', () => {
    for (const text of ['', '# kosong', 'User-agent: *\nDisallow:', 'Disallow: /', 'User-agent: LainBot\nDisallow: /', '<html>404</html>']) expect(allows(text, '/apa/saja')).toBe(true)
  })

  test('the group that names us counts, whatever its case, and the one for all does not', () => {
    const text = 'User-agent: *\nDisallow: /\n\nUser-Agent: PENDOPO/1.0 (kontak)\nDisallow: /admin'
    expect(allows(text, '/')).toBe(true)
    expect(allows(text, '/admin/x')).toBe(false)
    expect(readRobots(text, 'LainBot').allows('/')).toBe(false)
  })

  test('several names may begin one group, and a group may come in pieces', () => {
    const text = 'User-agent: LainBot\nUser-agent: Pendopo\nDisallow: /a\n\nUser-agent: *\nDisallow: /c\n\nUser-agent: pendopo\nDisallow: /b'
    expect(['/a', '/b', '/c'].map(path => allows(text, path))).toEqual([false, false, true])
  })

  test('the longest match decides, and allowing wins between equals', () => {
    const text = 'User-agent: *\nDisallow: /data\nAllow: /data/publik\nDisallow: /sama\nAllow: /sama'
    expect(['/data', '/data/rahasia', '/data/publik/1', '/sama', '/lain'].map(path => allows(text, path))).toEqual([false, false, true, true, true])
  })

  test.each([
    ['/*.pdf$', '/berkas/a.pdf', false], ['/*.pdf$', '/berkas/a.pdf?x=1', true], ['/*?s=', '/cari?s=x', false], ['/$', '/', false], ['/$', '/a', true],
    ['/a*b*c', '/a-b-c-d', false], ['/a*b$', '/axb', false], ['/a*b$', '/ab', false], ['/ab*b$', '/ab', true], ['/%7Eberkas', '/~berkas', false], ['/é', '/%C3%A9', false], ['/a%2fb', '/a/b', true],
  ])('%s against %s', (pattern, path, allowed) => expect(allows(`User-agent: *\nDisallow: ${pattern}`, path)).toBe(allowed))

  test('line ends of any kind, comments, a byte order mark and spaces', () => {
    expect(allows('\uFEFFUser-agent : *\r\rDisallow: /a # rahasia\r\nSitemap: /peta.xml', '/a')).toBe(false)
    expect(readRobots('User-agent: *\nCrawl-delay: 3\nDisallow: /x', 'Pendopo').delay).toBe(3)
  })

  test('a hostile pattern costs no more than its length', () => {
    const began = performance.now()
    expect(allows(`User-agent: *\nDisallow: /${'a*'.repeat(900)}b`, `/${'a'.repeat(2000)}`)).toBe(true)
    expect(performance.now() - began).toBeLessThan(100)
  })
})
