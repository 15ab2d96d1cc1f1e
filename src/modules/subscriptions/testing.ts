import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Services } from '#platform/web/services.ts'
import type { Web } from '#platform/web/serve.ts'
import { aBrowser } from '#modules/identity/testing.ts'
import { publicationsPort, type Content, type Kind } from '#modules/publications/contract.ts'

/** What these builders need of an installation and a government of `#app/testing`. */
interface Opened {
  services: Services
  web: Web
}
interface Place {
  id: string
  host: string
  units: Record<string, string>
}

export interface SentLetter {
  id: string
  subject: string
  text: string
  headers: Record<string, string>
}

/** Letters to an address, oldest first. */
export async function lettersTo({ services }: Pick<Opened, 'services'>, place: Pick<Place, 'id'>, address: string): Promise<SentLetter[]> {
  const { rows } = await sql<SentLetter>`select id, subject, body_text as text, headers from platform.mail where recipient = ${address} order by id`.execute(services.database.of(place.id))
  return rows
}

/** The path of the link in a letter that begins with `/langganan/<step>/`. */
export function linkIn(letter: SentLetter | undefined, step: 'konfirmasi' | 'kelola' | 'berhenti'): string {
  const found = new RegExp(`http\\S+(/langganan/${step}/[\\w-]{43})\\b`).exec(letter?.text ?? '')
  if (!found) throw new Error(`no link to ${step} in: ${letter?.text}`)
  return found[1]!
}

let serial = 0

export interface NewNews {
  unit?: string
  kind?: Kind
  tags?: string[]
  placeCode?: string | null
  publishedAt?: Date
  title?: string
  english?: { title: string; summary: string; body: string }
}

/** Publishes something, now unless `publishedAt` says otherwise; answers its id. */
export async function aPublication({ services }: Pick<Opened, 'services'>, place: Place, news: NewNews = {}): Promise<string> {
  const n = ++serial
  const content: Content = {
    title: news.title ?? `Kabar nomor ${n}`, summary: `Ringkasan kabar nomor ${n}.`, body: 'Isi kabar.', tags: news.tags ?? [], cover: null, gallery: [], attachments: [],
    placeCode: news.placeCode ?? null, latitude: null, longitude: null, activityFrom: null, activityTo: null, languages: news.english ? { en: news.english } : {},
  }
  return services.database.transaction(place.id, tx =>
    services.ask(publicationsPort).bring(tx, {
      unitId: place.units[news.unit ?? 'diskominfo']!, kind: news.kind ?? 'berita', slug: `kabar-nomor-${n}`, content, state: 'published', private: false,
      publishedAt: news.publishedAt ?? new Date(), scheduledAt: null, oldPaths: [], by: null,
    }),
  )
}

let connections = 0

/** Subscribes an address through the pages, letter and confirmation included; answers the path of `kelola`. */
export async function aReader(installation: Opened, place: Place, address: string, choice: Record<string, string> = {}): Promise<string> {
  const browser = aBrowser(installation, place, { ip: `10.77.${++connections >> 8}.${connections & 255}` })
  const asked = await browser.post('/langganan', { surel: address, frekuensi: 'at-once', ...choice })
  if (asked.statusCode !== 303) throw new Error(`subscribing answered ${asked.statusCode}`)
  const confirmed = await browser.post(linkIn((await lettersTo(installation, place, address)).at(-1), 'konfirmasi'), {})
  return String(confirmed.headers.location)
}

/** Waits until `look` finds something, at most `seconds`. */
export async function until<T>(look: () => Promise<T | null | undefined | false>, seconds = 15): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(100)) {
    const found = await look()
    if (found) return found
  }
  throw new Error(`nothing within ${seconds} seconds`)
}
