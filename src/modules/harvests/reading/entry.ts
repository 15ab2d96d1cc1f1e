import type { HarvestedEntry, Rhythm } from '#modules/datasets/contract.ts'

/** A dataset as its source tells of it, before it is brought into our form. */
export interface Told {
  identifier: string
  title: string
  summary: string
  page: string | null
  tags: readonly string[]
  licence: string | null
  rhythm: string | null
  changed: string | null
  contact: string | null
  coverage: string | null
  links: readonly { name: string | null; description: string | null; type: string | null; url: string }[]
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`)

/** Text without markup and control characters. */
const plain = (text: string): string =>
  text.replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>/gi, ' ').replace(/<[^>]{0,2000}>/g, ' ').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').normalize('NFC').replace(/[\p{Cc}\p{Cf}]+/gu, ' ').replace(/\s+/g, ' ').trim()

/** Licences by what sources call them; what is not known for sure is the source's own. */
function licenceOf(text: string | null): string {
  const name = (text ?? '').toLowerCase()
  if (/publicdomain\/zero|cc-?0|cc-zero/.test(name)) return 'CC0-1.0'
  if (/odbl/.test(name)) return 'ODbL-1.0'
  return /licenses\/by\/4|^cc-by(?:-4\.0)?$/.test(name) ? 'CC-BY-4.0' : 'asal'
}

const rhythms: [RegExp, Rhythm][] = [
  [/daily|\bP1D\b|harian|^day$/i, 'day'], [/weekly|\bP1W\b|\bP7D\b|mingguan|^week$/i, 'week'], [/quarter|\bP3M\b|triwulan/i, 'quarter'], [/monthly|\bP1M\b|bulanan|^month$/i, 'month'],
  [/annual_2|semi-?annual|\bP6M\b|semester/i, 'semester'], [/annual|yearly|\bP1Y\b|tahunan|^year$/i, 'year'],
]

/** A day out of what sources write; the last part of `R/2020-01-01/2026-01-01`. */
function dayOf(text: string | null, today: string): string {
  const day = [...(text ?? '').matchAll(/\d{4}-\d{2}-\d{2}/g)].at(-1)?.[0] ?? (/^\d{4}$/.test(text ?? '') ? `${text}-01-01` : today)
  return Number.isNaN(Date.parse(day)) || day > today ? today : day
}

const isAddress = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url) && url.length <= 2000 && URL.canParse(url)

/** What was told in our form; a sentence when it cannot be shown. */
export function entryFrom(told: Told, source: { id: string; url: string; unitId: string; theme: string }, today: string): HarvestedEntry | string {
  const title = cut(plain(told.title), 200)
  if (told.identifier.trim() === '') return `“${title}” tidak mempunyai pengenal.`
  if (title.length < 5) return `Judul “${title}” terlalu pendek.`
  return {
    code: cut(`${source.id}:${told.identifier.trim()}`, 600),
    url: isAddress(told.page) ? told.page : source.url,
    unitId: source.unitId,
    title,
    summary: cut(plain(told.summary) || title, 5000),
    theme: source.theme,
    tags: [...new Set(told.tags.map(tag => plain(tag).toLowerCase()).filter(tag => tag !== '' && tag.length <= 60))].slice(0, 20),
    licence: licenceOf(told.licence),
    every: rhythms.find(([shape]) => shape.test(told.rhythm ?? ''))?.[1] ?? 'once',
    coverage: told.coverage ? cut(plain(told.coverage), 200) : null,
    contact: told.contact ? cut(plain(told.contact).replace(/^mailto:/, ''), 200) : null,
    changedOn: dayOf(told.changed, today),
    links: told.links.filter(link => isAddress(link.url)).slice(0, 100).map(({ name, description, type, url }) => ({
      name: cut(plain(name ?? '') || decodeURIComponentSafely(new URL(url).pathname.split('/').at(-1) ?? '') || new URL(url).host, 200), description: description ? cut(plain(description), 1000) || null : null,
      mediaType: type && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type.toLowerCase() : null, url,
    })),
  }
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
