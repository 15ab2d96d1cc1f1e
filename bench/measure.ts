import { get } from 'node:http'
import { signedIn } from '../test/journeys/forms.ts'
import type { Server } from './server.ts'

/** The government with little and the one with much. */
export const small = 'purbalinggakab'
export const large = 'tegalkab'
export const slugs = [small, large] as const
export type Slug = (typeof slugs)[number]

interface Spread {
  p50: number
  p95: number
}

export interface Figure {
  name: string
  small: Spread
  large: Spread
}

/** Who may do everything in each of them. */
export const administrators: Record<Slug, string> = { [small]: 'admin.purbalingga', [large]: 'admin.tegal' }

/** A page as one of the viewers asks for it. */
export interface Case {
  name: string
  viewer: string | Record<Slug, string>
  path: string | Record<Slug, string>
}

const share = (list: readonly number[], part: number) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))]!
const spread = (list: readonly number[]): Spread => ({ p50: share(list, 0.5), p95: share(list, 0.95) })

/** Milliseconds of one answer; any but 200 is an error. */
function once(port: number, slug: Slug, path: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    get({ host: '127.0.0.1', port, path, headers: { host: `${slug}.localhost:${port}`, cookie } }, response => {
      response.resume()
      response.on('end', () => (response.statusCode === 200 ? resolve(performance.now() - began) : reject(new Error(`${slug} ${path}: ${response.statusCode}`))))
    }).on('error', reject)
  })
}

/** Whole pages in milliseconds: each case asked of both governments in turn. */
export async function inTurn(server: Server, cases: readonly Case[], times: number): Promise<Figure[]> {
  const of = (slug: Slug, given: string | Record<Slug, string>) => (typeof given === 'string' ? given : given[slug])
  const cookies = new Map<string, string>()
  for (const slug of slugs)
    for (const viewer of new Set(cases.map(one => of(slug, one.viewer)))) cookies.set(slug + viewer, (await signedIn(`http://${slug}.localhost:${server.port}`, viewer)).cookie)
  const warm = Math.ceil(times / 10)
  const figures: Figure[] = []
  for (const { name, viewer, path } of cases) {
    const taken: Record<Slug, number[]> = { [small]: [], [large]: [] }
    for (let i = 0; i < times + warm; i++)
      for (const slug of slugs) {
        const ms = await once(server.port, slug, of(slug, path), cookies.get(slug + of(slug, viewer))!)
        if (i >= warm) taken[slug].push(ms)
      }
    figures.push({ name, small: spread(taken[small]), large: spread(taken[large]) })
  }
  return figures
}
