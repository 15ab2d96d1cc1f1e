import type { HtmlValidate } from 'html-validate'
import type { PageFacts } from './page-facts.ts'

/** Something that keeps people from reading or using a page. */
export interface Barrier {
  rule: string
  count: number
  /** The page it was first seen on. */
  url: string
}

/** How barriers are told to whoever mends the page, by rule; others are told by their rule's name. */
export const barrierWords: Record<string, string> = {
  'no-language': 'bahasa halaman tidak disebut (lang)',
  'no-title': 'halaman tanpa judul',
  'one-h1': 'halaman tanpa satu judul utama (h1)',
  'picture-text': 'gambar tanpa teks pengganti',
  'link-text': 'tautan tanpa kata',
  'input-missing-label': 'isian tanpa label',
  'heading-level': 'tingkat judul melompat',
  'empty-heading': 'judul kosong',
  'text-content': 'tombol tanpa kata',
  'no-autoplay': 'suara atau video berputar sendiri',
  'meta-refresh': 'halaman berpindah sendiri',
  'hidden-focusable': 'bagian tersembunyi yang masih dapat dituju papan ketik',
  'no-dup-id': 'tanda pengenal bagian (id) dipakai dua kali',
  'wcag/h32': 'formulir tanpa tombol kirim',
  'wcag/h63': 'judul kolom tabel tanpa cakupan',
  'wcag/h71': 'kelompok pilihan tanpa judul',
}

/** The preset html-validate:a11y without matters of taste, and without what is counted here. */
const rules = Object.fromEntries(
  ['area-alt', 'aria-hidden-body', 'empty-heading', 'hidden-focusable', 'meta-refresh', 'multiple-labeled-controls', 'no-autoplay', 'no-dup-id', 'text-content', 'input-missing-label', 'heading-level', 'wcag/h32', 'wcag/h36', 'wcag/h63', 'wcag/h67', 'wcag/h71'].map(rule => [rule, 'error' as const]),
)

/** A longer page is judged by what is counted here alone: the checker takes 2 ms per KB. */
const longest = 200_000

let checker: Promise<HtmlValidate> | undefined
const loaded = () => (checker ??= import('html-validate').then(({ HtmlValidate, StaticConfigLoader }) => new HtmlValidate(new StaticConfigLoader({ root: true, elements: ['html5'], rules }))))

/** Barriers on a page, each rule once. */
export async function barriersOf(facts: PageFacts, html: string): Promise<Barrier[]> {
  const counts = new Map<string, number>()
  const add = (rule: string, count: number) => void (count > 0 && counts.set(rule, (counts.get(rule) ?? 0) + count))
  add('no-language', facts.language === null ? 1 : 0)
  add('no-title', facts.title === '' ? 1 : 0)
  add('one-h1', facts.h1 === 1 ? 0 : 1)
  add('picture-text', facts.imagesWithoutAlt)
  add('link-text', facts.linksWithoutText)
  if (html.length <= longest) for (const rule of await checked(html)) add(rule, 1)
  return Array.from(counts, ([rule, count]) => ({ rule, count, url: facts.url }))
}

/** Rules a page breaks, as often as it does; none when the page is beyond reading. */
async function checked(html: string): Promise<string[]> {
  try {
    const { results } = await (await loaded()).validateString(html)
    return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)).filter(rule => rule in rules)
  } catch {
    // Nested beyond its stack; that is not the reader's trouble.
    return []
  }
}

/** The same rule on several pages is one barrier, counted together. */
export function together(all: readonly Barrier[]): Barrier[] {
  return Array.from(Map.groupBy(all, ({ rule }) => rule).values(), same => ({ ...same[0]!, count: same.reduce((sum, { count }) => sum + count, 0) })).toSorted((a, b) => b.count - a.count)
}
