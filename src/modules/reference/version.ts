import { z } from 'zod'
import { day, line, optionalDay } from '#platform/forms/inputs.ts'
import type { Message } from '#platform/forms/fields.ts'
import type { NewReference } from '#platform/reference/keeping.ts'
import { readValue } from './value.ts'

/** One version as it is typed or read from a file. */
export const versionForm = z.object({
  list: z.string('Isi nama daftar').trim().toLowerCase().pipe(z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, 'Nama daftar memakai huruf kecil, angka, dan tanda hubung, misalnya tarif-retribusi')),
  code: line(1, 80, 'Isi kodenya'),
  value: z.string('Isi nilai').trim().pipe(z.string().min(1, 'Isi nilai').max(20_000, 'Paling banyak {max} huruf')),
  legal_basis: line(3, 300, 'Isi dasar hukum, misalnya Perbup 12/2026'),
  valid_from: day('Isi tanggal mulai berlaku'),
  valid_to: optionalDay(),
})

export type VersionInput = z.output<typeof versionForm>

/** The version that was typed, or what is wrong with it. */
export function versionFrom(input: VersionInput): { version: NewReference } | { name: keyof VersionInput; message: Message } {
  const read = readValue(input.value)
  if ('wrong' in read) return { name: 'value', message: { text: 'Nilai ini dimulai seperti JSON tetapi tidak dapat dibaca. Periksa kurung dan tanda kutipnya.' } }
  if (input.valid_to && input.valid_to < input.valid_from) return { name: 'valid_to', message: { text: 'Hari terakhir mendahului hari mulai.' } }
  return { version: { list: input.list, code: input.code, value: read.value, legalBasis: input.legal_basis, validFrom: input.valid_from, validTo: input.valid_to } }
}
