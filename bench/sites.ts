import { fork } from 'node:child_process'
import { get } from 'node:http'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { ask } from '../test/journeys/asking.ts'
import { signedIn } from '../test/journeys/forms.ts'
import { connect } from './database.ts'
import type { Server } from './server.ts'

const rounds = 5
const seconds = 3
const times = 200

const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!

/** Marks the sites made here among those of the demo. */
const motto = 'Guyub rukun'

/** What a village writes about itself, as blocks; about the size of a real page. */
const blocks = (village: string, texts: number) =>
  JSON.stringify([
    { id: 'hero', kind: 'hero', values: { headline: village, lead: 'Guyub rukun membangun desa.', picture: [] } },
    ...Array.from({ length: texts }, (_, i) => ({ id: `text${i}`, kind: 'text', values: { heading: `Bagian ${i + 1}`, text: `${village} bermula dari tegalan di sisi kali yang dibuka warga. `.repeat(12) } })),
    { id: 'contact', kind: 'contact', values: {} },
  ])

/** Gives every village and subdistrict of Tegal a site with four pages, and one village of Purbalingga; answers their slugs. */
async function fillSites(server: Server): Promise<{ many: string[]; one: string[] }> {
  const client = await connect(server)
  try {
    const sites: Record<string, string[]> = {}
    for (const [slug, most] of [['tegalkab', 300], ['purbalinggakab', 1]] as const) {
      const { rows: [government] } = await client.query<{ id: string }>('select id from organisation.government where slug = $1', [slug])
      const { rows: units } = await client.query<{ id: string; slug: string; name: string }>("select id, slug, name from organisation.unit where government_id = $1 and kind in ('village', 'subdistrict') order by position, id limit $2", [government!.id, most])
      for (const unit of units) {
        const { rowCount } = await client.query("insert into sites.site (government_id, unit_id, slug, name, tagline, template, published, published_at) values ($1, $2, $3, $4, $5, 'village', true, now()) on conflict do nothing", [government!.id, unit.id, unit.slug, unit.name, motto])
        if (!rowCount) continue
        for (const [position, page, title, texts] of [[0, '', 'Beranda', 2], [1, 'profil', 'Profil', 6], [2, 'sejarah', 'Sejarah', 8], [3, 'potensi', 'Potensi', 8]] as const)
          await client.query(
            `with p as (insert into pages.page (government_id, unit_id, slug, position, state, live_version, visible, title, published_at) values ($1, $2, $3, $4, 'published', 1, true, $5, now()) returning id)
             insert into pages.version (page_id, number, government_id, title, summary, blocks) select id, 1, $1, $5, '', $6::jsonb from p`,
            [government!.id, unit.id, page, position, title, blocks(unit.name, texts)],
          )
      }
      sites[slug] = (await client.query<{ slug: string }>('select slug from sites.site where government_id = $1 and published and tagline = $2 order by slug', [government!.id, motto])).rows.map(row => row.slug)
      await client.query("select pg_notify('pendopo_changed', $1)", [`sites:${government!.id}`])
    }
    await client.query('analyze pages.page; analyze pages.version; analyze sites.site')
    return { many: sites.tegalkab!, one: sites.purbalinggakab! }
  } finally {
    await client.end()
  }
}

function once(server: Server, host: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    get({ host: '127.0.0.1', port: server.port, path, headers: { host } }, response => {
      response.resume()
      response.on('end', () => (response.statusCode === 200 ? resolve(performance.now() - began) : reject(new Error(`${host}${path}: ${response.statusCode}`))))
    }).on('error', reject)
  })
}

/** Requests per second over the given hosts in turn. */
async function load({ port }: Pick<Server, 'port'>, hosts: readonly string[]): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url: `http://127.0.0.1:${port}`, connections: 32, duration: seconds, requests: hosts.map(host => ({ method: 'GET', path: '/', headers: { host, 'accept-encoding': 'gzip' } })) })
  if (non2xx > 0 || errors > 0) throw new Error(`${hosts[0]}: ${non2xx} failures, ${errors} errors`)
  return requests.average
}

/** One site against any of 300: kept pages by requests per second, pages nobody asked for by milliseconds. */
export async function manySites(root: string, server: Server): Promise<{ sites: number; kept: { one: number; many: number; ratio: number; bare: number }; fresh: { one: number; many: number } }> {
  const { many, one } = await fillSites(server)
  const hosts = many.map(slug => `${slug}.tegalkab.localhost`)
  for (const host of [...hosts, `${one[0]}.purbalinggakab.localhost`]) await once(server, host, '/')
  const kept = { one: [] as number[], many: [] as number[], bare: [] as number[] }
  // What as many different bodies cost any server, and whoever asks it.
  const bare = fork(join(root, 'bench/bare.ts'), [`http://127.0.0.1:${server.port}/`, JSON.stringify({ 'accept-encoding': 'gzip' }), JSON.stringify(hosts)])
  const port = await new Promise<number>(resolve => bare.once('message', value => resolve(value as number)))
  try {
    // As long a list on both sides: turning its pages costs the one who asks, too.
    const same = hosts.map(() => hosts[0]!)
    for (let i = 0; i < rounds; i++) {
      kept.one.push(await load(server, same))
      kept.many.push(await load(server, hosts))
      kept.bare.push((await load({ port }, hosts)) / (await load({ port }, same)))
    }
  } finally {
    bare.kill()
  }
  const fresh = { one: [] as number[], many: [] as number[] }
  for (let i = 0; i < times; i++) {
    fresh.one.push(await once(server, `${one[0]}.purbalinggakab.localhost`, `/sejarah?x=${i}`))
    fresh.many.push(await once(server, hosts[(i * 37) % hosts.length]!, `/sejarah?x=${i}`))
  }
  return { sites: many.length, kept: { one: median(kept.one), many: median(kept.many), ratio: median(kept.many.map((value, i) => value / kept.one[i]!)), bare: median(kept.bare) }, fresh: { one: median(fresh.one), many: median(fresh.many) } }
}

/** Milliseconds from the press of a button until every one of the sites shows the banner, all of them kept before; and until it is gone. */
export async function emergency(server: Server): Promise<{ sites: number; shown: number; gone: number }> {
  const client = await connect(server)
  const { rows } = await client.query<{ slug: string }>("select s.slug from sites.site s join organisation.government g on g.id = s.government_id where g.slug = 'tegalkab' and s.published order by s.slug")
  await client.end()
  const origins = rows.map(({ slug }) => `http://${slug}.tegalkab.localhost:${server.port}`)
  const officer = await signedIn(`http://tegalkab.localhost:${server.port}`, 'admin.tegal')
  const everywhere = async (right: (text: string) => boolean): Promise<number> => {
    const began = performance.now()
    for (let waiting = origins; waiting.length > 0; ) {
      const answers = await Promise.all(waiting.map(async origin => ({ origin, right: right((await ask(origin, '/')).text) })))
      waiting = answers.filter(answer => !answer.right).map(({ origin }) => origin)
      if (performance.now() - began > 30_000) throw new Error(`${waiting.length} sites are still old after 30 seconds`)
    }
    return performance.now() - began
  }
  const title = 'Banjir bandang Kali Gung: jauhi tepi sungai'
  await everywhere(() => true)
  const began = performance.now()
  const until = new Date(Date.now() + 6 * 3_600_000 + 7 * 3_600_000).toISOString().slice(0, 16)
  const answer = await officer.send('/kerja/banner/baru', { tone: 'danger', title, text: '', link: '', until, from: '', en_title: '', en_text: '', next: 'show' })
  if (answer.status !== 303) throw new Error(`The banner answered ${answer.status}`)
  await everywhere(text => text.includes(title))
  const shown = performance.now() - began
  const ending = performance.now()
  await officer.send(String(answer.headers.location), { step: 'stop', until: '' })
  await everywhere(text => !text.includes(title))
  return { sites: origins.length, shown, gone: performance.now() - ending }
}
