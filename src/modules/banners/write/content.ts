import { z } from 'zod'
import type { Fields, Message } from '#platform/forms/fields.ts'
import { line, optionalLine, optionalMoment } from '#platform/forms/inputs.ts'
import { fromLocal, toLocal } from '#platform/time/zone.ts'
import { Problem } from '#platform/web/problems.ts'
import { linkOf, timeProblems, tones, type Banner, type Content } from '../banner.ts'

const hour = 3_600_000

/** The form of a banner. */
export const form = z.object({
  tone: z.enum(tones, 'Pilih seberapa gawat'),
  title: line(5, 120, 'Tulis pesannya, paling sedikit 5 huruf'),
  text: optionalLine(300),
  link: z.string().default(''),
  from: optionalMoment(),
  until: optionalMoment(),
  en_title: optionalLine(120),
  en_text: optionalLine(300),
  next: z.enum(['show', 'keep']).default('keep'),
  version: z.coerce.number().int().optional(),
})

type Input = z.output<typeof form>

/** What was typed as a banner, or everything that is wrong with it at once. */
export function contentOf(input: Input, zone: string, now: Date): Content {
  const wrong: { name: string; message: Message }[] = []
  const refuse = (name: string, text: string) => void wrong.push({ name, message: { text } })
  const href = linkOf(input.link)
  if (href === undefined) refuse('link', 'Tulis nama halaman portal yang diawali /, atau alamat yang diawali https://.')
  const startsAt = input.from ? fromLocal(input.from, zone) : null
  const endsAt = input.until ? fromLocal(input.until, zone) : null
  if (!endsAt) refuse('until', 'Isi kapan banner berakhir.')
  else wrong.push(...timeProblems({ startsAt, endsAt }, now))
  if (!input.en_title && input.en_text) refuse('en_title', 'Tulis pesannya juga dalam bahasa Inggris.')
  if (input.en_title && input.text && !input.en_text) refuse('en_text', 'Tulis penjelasannya juga dalam bahasa Inggris.')
  if (wrong.length > 0) throw Problem.all(wrong)
  return { tone: input.tone, title: input.title, text: input.text, href: href ?? null, titleEnglish: input.en_title, textEnglish: input.en_text, startsAt, endsAt: endsAt! }
}

/** A stored banner as the form shows it. */
export const filled = (banner: Banner, zone: string): Record<string, unknown> => ({
  tone: banner.tone,
  title: banner.title,
  text: banner.text,
  link: banner.href,
  from: banner.startsAt && toLocal(banner.startsAt, zone),
  until: toLocal(banner.endsAt, zone),
  en_title: banner.titleEnglish,
  en_text: banner.textEnglish,
})

/** A day from now, at the full hour: long enough for most, and nobody forgets it on the pages. */
export const tomorrow = (now: Date, zone: string): string => toLocal(new Date(Math.ceil(now.getTime() / hour) * hour + 24 * hour), zone)

/** What was typed so far as a banner to look at, if it is one. */
export function typed(fields: Fields): Pick<Banner, 'tone' | 'title' | 'text' | 'href'> | null {
  const tone = tones.find(one => one === fields('tone').value)
  const title = fields('title').value.trim()
  return tone && title ? { tone, title, text: fields('text').value.trim() || null, href: linkOf(fields('link').value) ?? null } : null
}
