import { get } from 'node:http'
import { connect } from './database.ts'
import type { Server } from './server.ts'

const times = 60

const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!

/** Milliseconds of one answer. */
function once(server: Server, host: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    get({ host: '127.0.0.1', port: server.port, path, headers: { host } }, response => {
      response.resume()
      response.on('end', () => (response.statusCode === 200 ? resolve(performance.now() - began) : reject(new Error(`${path}: ${response.statusCode}`))))
    }).on('error', reject)
  })
}

/** An address no one has asked for: what it answers is made anew. */
let fresh = 0
const unseen = (path: string) => `${path}${path.includes('?') ? '&' : '?'}x=${++fresh}`

/** The list of 30 articles, made anew, against the statement it runs, from this process to the same server. */
export async function uncachedList(server: Server): Promise<{ page: number; sql: number; ratio: number }> {
  const client = await connect(server)
  try {
    const { rows } = await client.query<{ id: string }>("select id from organisation.government where slug = 'purbalinggakab'")
    await client.query("select set_config('app.government', $1, false)", [rows[0]!.id])
    await client.query('set role pendopo_serve')
    const statement = {
      name: 'list',
      text: `select p.id, p.slug, p.kind, p.unit_id, p.published_at, p.corrected_at, v.title, v.summary, v.cover, v.tags, v.activity_from, v.activity_to, v.languages
        from publications.publication p inner join publications.version v on v.publication_id = p.id and v.number = p.live_version
        where p.visible = true order by p.published_at desc, p.id desc limit 31`,
    }
    const pages: number[] = []
    const statements: number[] = []
    for (let i = 0; i < times * 3; i++) {
      pages.push(await once(server, 'purbalinggakab.localhost', unseen('/berita')))
      const began = performance.now()
      await client.query(statement)
      statements.push(performance.now() - began)
    }
    return { page: median(pages), sql: median(statements), ratio: median(pages) / median(statements) }
  } finally {
    await client.end()
  }
}

/** The same pages of the small and the large government, in turn. */
export async function growth(server: Server): Promise<{ name: string; small: number; large: number }[]> {
  const client = await connect(server)
  const { rows } = await client.query<{ slug: string; marks: string[] }>(`
    select g.slug, array(select p.slug from publications.publication p where p.government_id = g.id and p.visible order by p.published_at desc limit 1) || array(
      select extract(epoch from p.published_at)::bigint || '.' || p.id from publications.publication p where p.government_id = g.id and p.visible and p.published_at < now() - interval '5 years' order by p.published_at desc limit 1) as marks
    from organisation.government g`)
  // Words by how often they occur in the large government: in most texts, in one of a hundred, in a few.
  const { rows: counted } = await client.query<{ word: string; n: number }>(`
    select word, ndoc as n from ts_stat($q$ select words from platform.search_entry where government_id = (select id from organisation.government where slug = 'tegalkab') and quarter = (select max(quarter) from platform.search_entry) limit 20000 $q$)
    where word ~ '^[a-z]{5,}$' order by n desc, word`)
  // A typing error must be mendable on both sides, or the small one would be spared the second search.
  const { rows: known } = await client.query<{ word: string }>('select word from platform.search_word group by word having count(*) >= 2')
  const both = new Set(known.map(row => row.word))
  const mendable = counted.filter(({ word }) => both.has(word) && word.length >= 6)
  const meant = mendable[Math.floor(mendable.length * 0.01)]!.word
  await client.end()
  const pick = (share: number) => counted[Math.min(counted.length - 1, Math.floor(counted.length * share))]!.word
  const marksOf = (slug: string) => rows.find(row => row.slug === slug)!.marks
  const deep = (slug: string) => {
    const [seconds, id] = marksOf(slug)[1]!.split('.')
    return `${(Number(seconds) * 1000).toString(36)}.${id}`
  }
  const cases: [name: string, path: (slug: string) => string][] = [
    ['list, newest', () => '/berita'],
    ['list, five years back', slug => `/berita?sebelum=${deep(slug)}`],
    ['list, one kind', () => '/berita?jenis=pengumuman'],
    ['list, one year', () => `/berita?tahun=${new Date().getFullYear() - 3}`],
    ['list, one kecamatan', slug => `/berita?kecamatan=${slug === 'tegalkab' ? '33.28.10' : '33.03.05'}`],
    ['article', slug => `/berita/${marksOf(slug)[0]}`],
    ['channel', slug => `/kanal/${slug === 'tegalkab' ? 'kecamatan-slawi' : 'kecamatan-purbalingga'}`],
    ['channels', () => '/kanal'],
    ['activity', () => '/keaktifan'],
    ['home', () => '/'],
    ['search, common word', () => `/cari?q=${pick(0.001)}`],
    ['search, middling word', () => `/cari?q=${pick(0.05)}`],
    ['search, rare word', () => `/cari?q=${pick(0.6)}`],
    ['search, two words', () => `/cari?q=${pick(0.002)}+${pick(0.03)}`],
    ['search, typing error', () => `/cari?q=${meant.slice(0, 3)}x${meant.slice(3)}`],
    ['search in one kind', () => `/berita?q=${pick(0.01)}&jenis=pengumuman`],
    ['feed', () => '/feed.atom'],
  ]
  const results = []
  for (const [name, path] of cases) {
    const small: number[] = []
    const large: number[] = []
    for (let i = 0; i < times; i++) {
      small.push(await once(server, 'purbalinggakab.localhost', unseen(path('purbalinggakab'))))
      large.push(await once(server, 'tegalkab.localhost', unseen(path('tegalkab'))))
    }
    results.push({ name, small: median(small), large: median(large) })
  }
  return results
}
