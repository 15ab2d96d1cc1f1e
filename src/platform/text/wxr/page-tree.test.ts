import { describe, expect, it } from 'vitest'
import { pageTree } from './page-tree.ts'
import type { WordpressItem, WordpressMenuEntry, WordpressSite } from './wxr.ts'

const home = 'https://lama.example.go.id'
const aPage = (wordpressId: number, title: string, over: Partial<WordpressItem> = {}): WordpressItem => {
  const slug = title.toLowerCase().replaceAll(' ', '-')
  return { kind: 'page', wordpressId, title, slug, link: `${home}/${slug}/`, status: 'publish', author: '', html: '<p>x</p>', excerpt: '', categories: [], tags: [], menuOrder: 0, sticky: false, password: '', ...over }
}
const anEntry = (wordpressId: number, over: Partial<WordpressMenuEntry>): WordpressMenuEntry => ({ wordpressId, menu: 'utama', label: '', order: wordpressId, address: '', ...over })
const aSite = (items: WordpressItem[], menuEntries: WordpressMenuEntry[] = [], baseUrl = home): WordpressSite => ({ title: '', baseUrl, language: 'id', authors: [], categories: [], tags: [], menuEntries, items })
const treeOf = (site: WordpressSite) => pageTree(site, site.items.filter(item => item.kind === 'page' && item.status !== 'trash'))
/** `Profil > Sejarah`, in order; pages outside the menu in brackets. */
const drawn = (site: WordpressSite) => {
  const { places } = treeOf(site)
  const name = (id: number | null): string => (id === null ? '' : (site.items.find(item => item.wordpressId === id)?.title ?? places.find(place => place.wordpressId === id)?.heading ?? '?'))
  return places.map(({ wordpressId, under, inMenu }) => `${inMenu ? '' : '('}${under === null ? '' : `${name(under)} > `}${name(wordpressId)}${inMenu ? '' : ')'}`)
}

describe('pages of an old site without a menu', () => {
  it('stand under what they say, ordered as their site ordered them', () => {
    expect(drawn(aSite([aPage(4, 'Sejarah', { parentId: 2 }), aPage(3, 'Kontak', { menuOrder: 2 }), aPage(2, 'Profil', { menuOrder: 1 }), aPage(5, 'Arah', { parentId: 2 })]))).toEqual(['Profil', 'Profil > Arah', 'Profil > Sejarah', 'Kontak'])
  })

  it('whose parent is in the trash or missing climb to the next one above', () => {
    const site = aSite([aPage(1, 'Profil'), aPage(2, 'Lama', { parentId: 1, status: 'trash' }), aPage(3, 'Sejarah', { parentId: 2 }), aPage(4, 'Yatim', { parentId: 99 })])
    expect(drawn(site)).toEqual(['Profil', 'Profil > Sejarah', 'Yatim'])
    expect(treeOf(site).places.map(place => place.moved)).toEqual([undefined, 'gone', 'gone'])
  })

  it('that stand in a circle all come out, one of them at the top', () => {
    const site = aSite([aPage(1, 'A', { parentId: 3 }), aPage(2, 'B', { parentId: 1 }), aPage(3, 'C', { parentId: 2 }), aPage(4, 'D', { parentId: 4 })])
    expect(treeOf(site).places.filter(place => place.moved === 'circle')).toHaveLength(2)
    expect(drawn(site)).toHaveLength(4)
  })

  it('are followed five hundred deep', () => {
    const site = aSite(Array.from({ length: 500 }, (_, n) => aPage(n + 1, `Bagian ${n}`, n > 0 ? { parentId: n } : {})))
    expect(treeOf(site).places.map(place => place.wordpressId)).toEqual(Array.from({ length: 500 }, (_, n) => n + 1))
  })
})

describe('a menu', () => {
  const pages = [aPage(1, 'Profil'), aPage(2, 'Sejarah'), aPage(3, 'Kontak', { menuOrder: -5 }), aPage(4, 'Privasi'), aPage(5, 'Visi', { parentId: 1 })]

  it('decides what is shown, in which order and under what', () => {
    expect(drawn(aSite(pages, [anEntry(11, { itemId: 1 }), anEntry(12, { itemId: 2, aboveId: 11 }), anEntry(13, { itemId: 3 })]))).toEqual(['Profil', 'Profil > Sejarah', '(Profil > Visi)', 'Kontak', '(Privasi)'])
  })

  it('may lead to pages by their address, with or without a slash', () => {
    expect(drawn(aSite(pages, [anEntry(11, { address: 'http://www.lama.example.go.id/kontak' }), anEntry(12, { address: '/profil/' })])).slice(0, 2)).toEqual(['Kontak', 'Profil'])
  })

  it('keeps pages together under an entry that leads nowhere', () => {
    const site = aSite(pages, [anEntry(11, { label: 'Tentang', address: '#' }), anEntry(12, { itemId: 2, aboveId: 11 }), anEntry(13, { label: 'Kosong', address: '#' })])
    expect(drawn(site).slice(0, 2)).toEqual(['Tentang', 'Tentang > Sejarah'])
    expect(treeOf(site).links).toEqual([])
  })

  it('names what else it leads to, but not the way home or what nobody could follow', () => {
    const site = aSite(pages, [
      anEntry(10, { label: 'Beranda', address: `${home}/` }), anEntry(11, { itemId: 1 }), anEntry(12, { label: 'LAPOR!', address: 'https://www.lapor.go.id/', aboveId: 11 }), anEntry(13, { label: 'x', address: 'javascript:alert(1)' }), anEntry(14, { itemId: 77 }),
    ])
    expect(treeOf(site).links).toEqual([{ under: 1, label: 'LAPOR!', address: 'https://www.lapor.go.id/' }])
  })

  it('is the one with most pages where there are several', () => {
    const site = aSite(pages, [anEntry(11, { menu: 'bawah', itemId: 4 }), anEntry(12, { itemId: 3 }), anEntry(13, { itemId: 1 })])
    expect(drawn(site).filter(one => !one.startsWith('('))).toEqual(['Kontak', 'Profil'])
  })

  it('whose entries stand in a circle loses no page', () => {
    expect(drawn(aSite(pages, [anEntry(11, { itemId: 1, aboveId: 12 }), anEntry(12, { itemId: 2, aboveId: 11 })]))).toHaveLength(5)
  })

  it('does not change what an export without pages in it shows', () => {
    expect(drawn(aSite(pages, [anEntry(11, { label: 'LAPOR!', address: 'https://www.lapor.go.id/' })])).every(one => !one.startsWith('('))).toBe(true)
  })
})

describe('the page a site opens with', () => {
  it('is the one at the address of the site, in a folder too', () => {
    expect(treeOf(aSite([aPage(1, 'Beranda'), aPage(2, 'Selamat datang', { link: `${home}/` })])).front).toEqual({ wordpressId: 2, certain: true })
    expect(treeOf(aSite([aPage(2, 'Selamat datang', { link: `${home}/slawi/` })], [], `${home}/slawi`)).front).toEqual({ wordpressId: 2, certain: true })
  })

  it('is otherwise the one that is called so, which is not certain', () => {
    expect(treeOf(aSite([aPage(1, 'Profil'), aPage(2, 'BERANDA', { slug: 'depan' })])).front).toEqual({ wordpressId: 2, certain: false })
    expect(treeOf(aSite([aPage(1, 'Profil'), aPage(2, 'Home', { parentId: 1 })])).front).toBeNull()
  })

  it('is never one that visitors did not see', () => {
    expect(treeOf(aSite([aPage(1, 'Beranda', { status: 'private' }), aPage(2, 'Home', { password: 'x' })])).front).toBeNull()
  })

  it('holds nothing below itself', () => {
    expect(drawn(aSite([aPage(1, 'Beranda'), aPage(2, 'Profil', { parentId: 1 })]))).toEqual(['Beranda', 'Profil'])
  })
})
