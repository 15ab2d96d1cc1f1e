import { referenceList } from '#platform/reference/reference.ts'
import type { Match, Work } from '#platform/sheets/declaring.ts'
import { simplified } from '#platform/sheets/readers.ts'
import { dayIn } from '#platform/time/zone.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'

/** Stands for a letter whose code is not known any more. */
export const noClassification = '-'

const most = 12

async function listOf({ db, services, governmentId, now }: Pick<Work, 'db' | 'services' | 'governmentId' | 'now'>, list: string): Promise<{ code: string; name: string }[]> {
  const government = await services.ask(governmentDirectory).byId(governmentId)
  const found = await referenceList<{ name: string }>(db, list, dayIn(now, government?.zone ?? 'Asia/Jakarta'))
  return found.map(({ code, value }) => ({ code, name: value.name }))
}

/** Share of the words of one text that the other has as well. */
const inCommon = (one: string, other: string): number => {
  const words = new Set(simplified(other).split(' '))
  const own = simplified(one).split(' ')
  return own.filter(word => words.has(word)).length / own.length
}

/** Which kind of letter each text means, by its name or code. */
export async function matchKinds(work: Work, texts: readonly string[]): Promise<Map<string, Match>> {
  const kinds = await listOf(work, 'letter-kind')
  const byName = new Map(kinds.flatMap(({ code, name }) => [code, name].map(call => [simplified(call), code] as const)))
  return new Map(texts.map((text): [string, Match] => {
    const value = byName.get(simplified(text))
    if (value) return [text, { value }]
    const alike = kinds.map(kind => ({ kind, share: inCommon(text, kind.name) })).toSorted((a, b) => b.share - a.share)
    return [text, { suggestions: alike.map(({ kind: { code, name } }) => ({ value: code, label: name })), likely: (alike[0]?.share ?? 0) >= 0.5 }]
  }))
}

/** Which code of the archive each text means, with or without its name: `000.1.5 Rapat Pimpinan`. Codes of older rules are asked about once. */
export async function matchClassification(work: Work, texts: readonly string[]): Promise<Map<string, Match>> {
  const codes = await listOf(work, 'letter-classification')
  const known = new Set(codes.map(({ code }) => code))
  const byName = new Map(codes.map(({ code, name }) => [simplified(name), code]))
  const none = { value: noClassification, label: 'Tanpa kode klasifikasi' }
  return new Map(texts.map((text): [string, Match] => {
    const written = /^[\d.]+(?<!\.)/.exec(text.trim())?.[0] ?? ''
    const value = known.has(written) ? written : byName.get(simplified(text.replace(/^[\d.\s–-]+/, '') || text))
    if (value) return [text, { value }]
    const near = codes.map(one => ({ one, share: written && one.code.startsWith(written[0]!) ? 0.1 + inCommon(text, one.name) : inCommon(text, one.name) })).filter(({ share }) => share > 0).toSorted((a, b) => b.share - a.share || a.one.code.length - b.one.code.length)
    return [text, { suggestions: [none, ...near.slice(0, most).map(({ one: { code, name } }) => ({ value: code, label: `${code} ${name}` }))], likely: false }]
  }))
}
