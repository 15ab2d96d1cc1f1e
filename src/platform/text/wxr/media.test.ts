import { expect, test } from 'vitest'
import { mediaOf } from './media.ts'
import type { WordpressItem, WordpressSite } from './wxr.ts'

const anItem = (wordpressId: number, over: Partial<WordpressItem> = {}): WordpressItem =>
  ({ kind: 'post', wordpressId, title: '', link: '', slug: '', status: 'publish', author: '', html: '', excerpt: '', categories: [], tags: [], menuOrder: 0, sticky: false, password: '', ...over })
const aSite = (...items: WordpressItem[]): WordpressSite => ({ title: 'Lama', baseUrl: 'https://old.go.id', language: 'id', authors: [], categories: [], tags: [], menuEntries: [], items })
const uploads = 'https://old.go.id/wp-content/uploads'

test('only what posts and pages show is worth looking for', () => {
  const photo = anItem(9, { kind: 'attachment', status: 'inherit', parentId: 1, attachmentUrl: `${uploads}/2015/01/foto.jpg` })
  const unused = anItem(11, { kind: 'attachment', status: 'inherit', attachmentUrl: `${uploads}/lain.jpg` })
  const html = '<a href="/wp-content/uploads/2015/01/surat.pdf">x</a><a href="/profil/">y</a><img class="a" src="http://old.go.id/b.png"><img src="/wp-content/uploads/2015/01/foto-300x200.jpg">'
  for (const kind of ['post', 'page'] as const) expect(mediaOf(aSite(anItem(1, { kind, html }), photo, unused))).toEqual([`${uploads}/2015/01/foto.jpg`, `${uploads}/2015/01/surat.pdf`, 'http://old.go.id/b.png'])
  expect(mediaOf(aSite(anItem(1, { kind: 'page', html, status: 'trash' }), photo))).toEqual([])
})
