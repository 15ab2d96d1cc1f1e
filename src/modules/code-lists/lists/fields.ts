import { z } from 'zod'
import { line, optionalDay, optionalLine, ticked } from '#platform/forms/inputs.ts'

/** What a code may look like, in a list as in the database. */
export const codePattern = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/

/** The form of a new list. */
export const listForm = z.object({
  title: line(4, 120, 'Tulis nama daftarnya, misalnya Kondisi Jalan'),
  code: z.string().trim().toLowerCase().regex(/^[a-z][a-z0-9-]{1,59}$/, 'Pakai huruf kecil, angka, dan garis, misalnya kondisi-jalan'),
  kind: z.enum(['reference', 'master'], 'Pilih jenisnya'),
  description: optionalLine(600),
})

/** What a draft says of itself, and what is to become of it. */
export const draftForm = z.object({
  step: z.enum(['save', 'fill', 'publish', 'discard'], 'Pilih langkah'),
  from: optionalDay(),
  basis: optionalLine(300),
  verified: ticked(),
  version: z.coerce.number().int().optional(),
})

/** One code of a draft. */
export const itemForm = z.object({
  step: z.enum(['save', 'remove'], 'Pilih langkah').default('save'),
  code: z.string('Isi kode').trim().regex(codePattern, 'Pakai huruf, angka, titik, garis, atau garis miring; paling banyak 40, diawali huruf atau angka'),
  label: line(1, 200, 'Isi uraian kode ini'),
  parent: optionalLine(40),
})
