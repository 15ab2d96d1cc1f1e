import { describe, expect, it } from 'vitest'
import { readFeed } from './feed-reading.ts'
import { SourceRefused } from '../refused.ts'

describe('reading a feed', () => {
  it('RSS 2.0 with full text, creator, enclosure and categories', () => {
    const feed = readFeed(`<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
      <channel><title>Berita &amp;amp; acara</title><atom:link href="https://a.id/feed" rel="self"/><link>https://a.id/</link><image><title>Logo</title><link>https://logo</link></image>
      <item><title>Rapat &amp;#8211; pagi</title><link>/rapat</link><guid isPermaLink="false">a-1</guid><pubDate>Sat, 21 Nov 2026 08:00:00 WIB</pubDate><dc:creator><![CDATA[humas]]></dc:creator>
      <category>Berita</category><category>Berita</category><description>Ringkas</description><content:encoded><![CDATA[<p>Penuh</p>]]></content:encoded><enclosure url="/a.mp3" type="audio/mpeg" length="99"/></item></channel></rss>`)
    expect(feed).toMatchObject({ format: 'rss', title: 'Berita & acara', link: 'https://a.id/' })
    expect(feed.items).toEqual([{
      id: 'a-1', link: 'https://a.id/rapat', title: 'Rapat – pagi', html: '<p>Penuh</p>', summary: 'Ringkas', published: new Date('2026-11-21T01:00:00Z'), updated: undefined,
      author: 'humas', categories: ['Berita'], enclosures: [{ url: 'https://a.id/a.mp3', type: 'audio/mpeg', bytes: 99 }],
    }])
  })

  it('RSS 1.0 and 0.91, with the doctype that Netscape asked for', () => {
    const one = readFeed('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>T</title><link>https://a.id</link></channel><item rdf:about="https://a.id/1"><title>Satu</title><link>https://a.id/1</link><dc:date>2020-01-02T03:04:05+07:00</dc:date></item></rdf:RDF>')
    expect(one).toMatchObject({ title: 'T', items: [{ id: 'https://a.id/1', title: 'Satu', published: new Date('2020-01-01T20:04:05Z') }] })
    const old = readFeed('<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x/rss.dtd"><rss version="0.91"><channel><title>T</title><item><title>Dua</title><link>https://a.id/2</link></item></channel></rss>')
    expect(old.items).toMatchObject([{ id: 'https://a.id/2', title: 'Dua' }])
  })

  it('Atom with plain, escaped and XHTML text', () => {
    const feed = readFeed(`<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">A &lt;b&gt;</title><link href="https://a.id/"/><author><name>Dinas</name></author>
      <entry><id>tag:a,1</id><title type="html">&lt;b&gt;Satu&lt;/b&gt;</title><link rel="enclosure" href="/f.pdf" type="application/pdf" length="5"/><link href="/1"/><published>2020-01-01T00:00:00Z</published><updated>2020-01-02T00:00:00Z</updated><author><name>Siti</name></author>
      <category term="k" label="Kegiatan"/><summary>1 &lt; 2</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p title="a&quot;b">Isi &amp; <em>x</em></p></div></content></entry>
      <entry><id>tag:a,2</id><title>Dua</title><content type="html">&lt;p&gt;Dua&lt;/p&gt;</content></entry></feed>`)
    expect(feed).toMatchObject({ format: 'atom', title: 'A <b>', link: 'https://a.id/' })
    expect(feed.items[0]).toEqual({
      id: 'tag:a,1', link: 'https://a.id/1', title: 'Satu', html: '<div><p title="a&quot;b">Isi &amp; <em>x</em></p></div>', summary: '1 &lt; 2', published: new Date('2020-01-01'), updated: new Date('2020-01-02'),
      author: 'Siti', categories: ['Kegiatan'], enclosures: [{ url: 'https://a.id/f.pdf', type: 'application/pdf', bytes: 5 }],
    })
    expect(feed.items[1]).toMatchObject({ title: 'Dua', html: '<p>Dua</p>' })
  })

  it('JSON Feed, where one careless field does not lose the article', () => {
    const feed = readFeed(JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1', title: 'T', home_page_url: 'https://a.id/',
      items: [{ id: 5, url: '/5', title: 'Lima', content_text: '1 < 2', date_published: '2020-01-01T00:00:00Z', tags: 'salah', authors: [{ name: 'Budi' }], attachments: [{ url: '/a.pdf', mime_type: 'application/pdf' }] }, 'bukan'],
    }))
    expect(feed.items).toMatchObject([{ id: '5', link: 'https://a.id/5', title: 'Lima', html: '1 &lt; 2', author: 'Budi', categories: [], enclosures: [{ url: 'https://a.id/a.pdf' }] }])
  })

  it.each([
    ['a page', '<!doctype html><html></html>'],
    ['another page', '<html><body></body></html>'],
    ['other JSON', '{"a":1}'],
    ['broken JSON', '{"version":'],
    ['words', 'halo'],
    ['a feed cut short', '<rss version="2.0"><channel><item><title>x'],
    ['entities of its own', '<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><title>&a;</title></channel></rss>'],
    ['too deep', `<rss version="2.0"><channel>${'<a>'.repeat(1000)}`],
  ])('refuses %s', (_, source) => {
    expect(() => readFeed(source)).toThrow(SourceRefused)
  })

  it('reads bytes in the encoding they declare', () => {
    expect(readFeed(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Café</title></channel></rss>', 'latin1')).title).toBe('Café')
  })
})
