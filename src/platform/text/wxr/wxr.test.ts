import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { SourceRefused, readWxr } from './wxr.ts'

const head = (version = '1.2') => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/${version}/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/${version}/">
<channel><title>Dinas &amp; Badan</title><link>https://dinas.example.go.id</link><wp:wxr_version>${version}</wp:wxr_version>`

const item = (inner = '', status = 'publish') => `<item><title><![CDATA[Rapat &amp; kunjungan]]></title><link>https://dinas.example.go.id/2020/01/rapat/</link>
<dc:creator><![CDATA[humas]]></dc:creator><content:encoded><![CDATA[Isi <b>tebal</b>]]></content:encoded><excerpt:encoded><![CDATA[Ringkas]]></excerpt:encoded>
<wp:post_id>7</wp:post_id><wp:post_date>2020-01-02 08:00:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>
<wp:post_name>rapat</wp:post_name><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type><wp:post_parent>0</wp:post_parent><wp:is_sticky>1</wp:is_sticky>
<category domain="category" nicename="berita"><![CDATA[Berita]]></category><category domain="post_tag" nicename="spbe"><![CDATA[spbe]]></category>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[9]]></wp:meta_value></wp:postmeta>${inner}</item>`

const file = (items: string, version?: string) => `${head(version)}${items}</channel></rss>`
const refused = async (source: string | Readable, limits?: { item?: number; items?: number }): Promise<SourceRefused> => {
  const error: unknown = await readWxr(source, limits).catch((problem: unknown) => problem)
  if (!(error instanceof SourceRefused)) throw new Error(`not refused: ${String(error)}`)
  return error
}

describe('reading a WordPress export', () => {
  it('gives every item with its decoded title, state, dates, terms and cover', async () => {
    const site = await readWxr(file(item()))
    expect(site).toMatchObject({ title: 'Dinas & Badan', baseUrl: 'https://dinas.example.go.id' })
    expect(site.items).toEqual([expect.objectContaining({
      kind: 'post', wordpressId: 7, title: 'Rapat & kunjungan', slug: 'rapat', status: 'publish', author: 'humas', html: 'Isi <b>tebal</b>', excerpt: 'Ringkas',
      dateLocal: '2020-01-02 08:00:00', dateGmt: undefined, categories: [{ slug: 'berita', name: 'Berita' }], tags: ['spbe'], featuredImageId: 9, sticky: true, parentId: undefined,
    })])
  })

  it('knows the older versions 1.0 and 1.1, and any prefix for the namespaces', async () => {
    expect((await readWxr(file(item(), '1.0'))).items[0]?.wordpressId).toBe(7)
    expect((await readWxr(file(item(), '1.1').replaceAll('wp:', 'x:').replace('xmlns:wp', 'xmlns:x'))).items[0]?.status).toBe('publish')
  })

  it('keeps the entries of menus apart from the articles', async () => {
    const meta = (key: string, value: string) => `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`
    const entry = (id: number, inner: string, status = 'publish') => `<item><title>${id === 12 ? 'LAPOR!' : ''}</title><wp:post_id>${id}</wp:post_id><wp:status>${status}</wp:status><wp:post_type>nav_menu_item</wp:post_type><wp:menu_order>${id}</wp:menu_order><category domain="nav_menu" nicename="utama"><![CDATA[Utama]]></category>${inner}</item>`
    const site = await readWxr(file(item() + entry(11, meta('_menu_item_type', 'post_type') + meta('_menu_item_object_id', '7')) + entry(12, meta('_menu_item_type', 'custom') + meta('_menu_item_object_id', '12') + meta('_menu_item_menu_item_parent', '11') + meta('_menu_item_url', 'https://www.lapor.go.id/')) + entry(13, '', 'draft')))
    expect(site.items).toHaveLength(1)
    expect(site.menuEntries).toEqual([
      { wordpressId: 11, menu: 'utama', label: '', order: 11, aboveId: undefined, itemId: 7, address: '' },
      { wordpressId: 12, menu: 'utama', label: 'LAPOR!', order: 12, aboveId: 11, itemId: undefined, address: 'https://www.lapor.go.id/' },
    ])
  })

  it('is not confused by comments that carry the names of the article', async () => {
    const comment = '<wp:comment><wp:comment_id>1</wp:comment_id><wp:post_id>999</wp:post_id><title>Spam</title><wp:commentmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:commentmeta></wp:comment>'
    expect((await readWxr(file(item(comment)))).items[0]).toMatchObject({ wordpressId: 7, title: 'Rapat & kunjungan', featuredImageId: 9 })
  })

  it('never publishes a state that a plugin invented', async () => {
    expect((await readWxr(file(item('', 'wc-completed')))).items[0]?.status).toBe('draft')
  })

  it('reads the same in pieces of any size, also when they cut a letter in two', async () => {
    const bytes = Buffer.from(file(item()).replace('Isi', 'Isi é—'))
    const pieces = Readable.from(Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))
    expect((await readWxr(pieces)).items[0]?.html).toBe('Isi é— <b>tebal</b>')
  })

  it('drops the control characters that old databases are full of', async () => {
    expect((await readWxr(file(item()).replace('Isi', 'I\u0008si\u000b'))).items[0]?.html).toContain('Isi')
  })

  it.each([
    ['UTF-16 with a byte order mark', Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(file(item()).replace('UTF-8', 'UTF-16').replace('Ringkas', 'Café'), 'utf16le')])],
    ['Windows-1252', Buffer.from(file(item()).replace('UTF-8', 'windows-1252').replace('Ringkas', 'Café'), 'latin1')],
    ['ISO-8859-1', Buffer.from(file(item()).replace('UTF-8', 'ISO-8859-1').replace('Ringkas', 'Café'), 'latin1')],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${file(item()).replace('Ringkas', 'Café')}`)],
  ])('understands %s', async (_, bytes) => {
    expect((await readWxr(Readable.from([bytes]))).items[0]?.excerpt).toBe('Café')
  })
})

describe('a file that cannot be taken in is refused with a sentence', () => {
  it.each([
    ['a page', '<!doctype html><html><body>x</body></html>'],
    ['an ordinary feed', '<rss version="2.0"><channel><title>x</title><item><title>y</title></item></channel></rss>'],
    ['another XML file', '<?xml version="1.0"?><catalog/>'],
    ['plain words', 'halo'],
    ['nothing', ''],
  ])('%s', async (_, source) => {
    expect((await refused(source)).message).toMatch(/bukan ekspor WordPress|DTD/)
  })

  it('a picture', async () => {
    expect((await refused(Readable.from([Buffer.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3)]))).text).toContain('bukan ekspor WordPress')
  })

  it('a file still in its ZIP', async () => {
    expect((await refused(Readable.from([Buffer.from('PK\u0003\u0004 …')]))).text).toContain('Ekstrak')
  })

  it('a file cut short says so, and never gives half of a site', async () => {
    const whole = file(item() + item())
    expect((await refused(whole.slice(0, whole.length - 30))).text).toContain('terpotong')
    expect((await refused(whole.slice(0, 900))).text).toContain('terpotong')
  })

  it('a broken file names the line', async () => {
    expect(await refused(file('\n\n<item><title>x</item>'))).toMatchObject({ text: 'Berkas rusak di baris {line}: {reason}', values: { line: 6 } })
  })

  it('entities that multiply', async () => {
    expect((await refused(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${file(item()).slice(40)}`)).text).toContain('DTD')
    expect((await refused('<?xml version="1.0"?><!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss/>')).text).toContain('DTD')
  })

  it('an article beyond the limit, before it fills the memory', async () => {
    let sent = 0
    const endless = Readable.from((function* () {
      yield `${head()}<item><content:encoded><![CDATA[`
      while (sent < 1000) {
        sent++
        yield 'x'.repeat(10_000)
      }
    })())
    expect((await refused(endless, { item: 100_000 })).text).toContain('terlalu besar')
    expect(sent).toBeLessThan(30)
  })

  it('many small values that are too much together, and too many items', async () => {
    expect((await refused(file(item('<x>aaaaaaaaaa</x>'.repeat(200))), { item: 1500 })).text).toContain('terlalu besar')
    expect((await refused(file(item().repeat(4)), { items: 3 })).text).toContain('lebih dari')
  })

  it('elements without end', async () => {
    expect((await refused(file(`<item>${'<a>'.repeat(5000)}`))).text).toContain('terlalu dalam')
  })

  it('letters that are not what the file declares', async () => {
    const bytes = Buffer.from(file(item()).replace('Ringkas', 'Café'), 'latin1')
    expect((await refused(Readable.from([bytes]))).text).toContain('tidak sesuai')
    expect((await refused(Readable.from([Buffer.from(file('').replace('UTF-8', 'klingon'))]))).text).toContain('tidak dikenal')
  })
})
