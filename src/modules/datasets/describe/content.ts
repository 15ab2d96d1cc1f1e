import { z } from 'zod'
import { line, optionalLine, paragraphs } from '#platform/forms/inputs.ts'
import type { Access, Dataset } from '../contract.ts'
import type { Rhythm } from '#platform/time/period.ts'
import { accessWords, rhythms } from '../contract.ts'
import type { Description } from '../store.ts'

const tagsOf = (text: string) => [...new Set(text.split(/[,;\n]/).map(tag => tag.trim().toLowerCase().replace(/^#/, '').replace(/\s+/g, ' ')).filter(Boolean))]

/** What a person writes about an entry of the catalogue. */
export const form = z.object({
  title: line(5, 200, 'Isi judul, paling sedikit 5 huruf'),
  summary: paragraphs(20, 5000, 'Jelaskan isi datanya, paling sedikit 20 huruf'),
  unit: z.uuid('Pilih produsen data'),
  theme: z.string('Pilih tema').min(1, 'Pilih tema'),
  every: z.enum(Object.keys(rhythms) as [Rhythm, ...Rhythm[]], 'Pilih seberapa sering data diperbarui'),
  access: z.enum(Object.keys(accessWords) as [Access, ...Access[]], 'Pilih siapa yang boleh memperoleh isinya'),
  accessReason: optionalLine(1000),
  accessBasis: optionalLine(300),
  tags: z.string().default('').transform(tagsOf).pipe(z.array(z.string().max(60, 'Setiap kata kunci paling banyak {max} huruf')).max(20, 'Paling banyak {max} kata kunci')),
  licence: z.string('Pilih lisensi').min(1, 'Pilih lisensi'),
  legalBasis: optionalLine(300),
  coverage: optionalLine(200),
  contact: optionalLine(200),
  version: z.coerce.number().int().optional(),
}).superRefine((value, context) => {
  if (value.access === 'open') return
  if (!value.accessReason) context.addIssue({ code: 'custom', path: ['accessReason'], message: 'Tulis mengapa isinya tidak terbuka' })
  if (!value.accessBasis) context.addIssue({ code: 'custom', path: ['accessBasis'], message: 'Tulis dasar hukumnya, misalnya UU 14/2008 pasal 17 huruf h' })
})

export type Content = z.output<typeof form>

export const descriptionOf = ({ title, summary, unit, theme, every, access, accessReason, accessBasis, tags, licence, legalBasis, coverage, contact }: Content): Description => ({
  unitId: unit, title, summary, theme, every, access, tags, licence, legalBasis, coverage, contact,
  // Why data are kept back is said only of data that are.
  accessReason: access === 'open' ? null : accessReason,
  accessBasis: access === 'open' ? null : accessBasis,
})

/** Stored values as the form shows them. */
export const filled = ({ unitId, title, summary, theme, every, access, accessReason, accessBasis, tags, licence, legalBasis, coverage, contact, version }: Dataset) => ({
  unit: unitId, title, summary, theme, every, access, accessReason, accessBasis, tags: tags.join(', '), licence, legalBasis, coverage, contact, version,
})
