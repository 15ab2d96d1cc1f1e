import { z } from 'zod'
import { line, optionalDay, optionalLine, optionalMailAddress } from '#platform/forms/inputs.ts'
import { Problem } from '#platform/web/problems.ts'
import { employeeKinds, employeeStatuses, maritals, religions, type Facts, type File } from '../employee.ts'

const optionalOf = <T extends string>(values: readonly T[]) => z.preprocess(value => (value === '' || value === undefined ? null : value), z.enum(values, 'Pilih dari daftar').nullable())
const digits = (max: number) => optionalLine(max + 10).transform(text => text?.replace(/[\s.-]/g, '') ?? null)

/** The form about a person; `private` inputs are sent only by those who see them. */
export const form = z.object({
  version: z.coerce.number().int().optional(),
  unit: z.uuid('Pilih unit'),
  kind: z.enum(employeeKinds, 'Pilih jenis pegawai'),
  status: z.enum(employeeStatuses, 'Pilih keadaan').catch('active'),
  name: line(1, 120, 'Isi nama tanpa gelar'),
  titleBefore: optionalLine(40),
  titleAfter: optionalLine(80),
  nip: digits(18),
  birthDate: z.iso.date('Tulis tanggal lahir seperti 1990-05-17'),
  sex: z.enum(['m', 'f'], 'Pilih jenis kelamin'),
  enteredOn: optionalDay(),
  contractUntil: optionalDay(),
  numberReason: optionalLine(300),
  nik: digits(16),
  birthPlace: optionalLine(80),
  religion: optionalOf(religions),
  marital: optionalOf(maritals),
  phone: optionalLine(24),
  email: optionalMailAddress(),
  address: optionalLine(300),
})
export type Input = z.output<typeof form>

/** What the form says of a person; without the private part what was there stays. A NIK left empty stays as it is. */
export function factsOf(input: Input, stored: File | null, seesPrivate: boolean): Omit<Facts, 'nik'> & { nik?: string } {
  const { unit, nik, version: _, ...rest } = input
  if (input.contractUntil && input.enteredOn && input.contractUntil < input.enteredOn) throw new Problem('contractUntil', 'Kontrak tidak boleh berakhir sebelum mulai bekerja.')
  const facts = { ...rest, unitId: unit }
  if (seesPrivate) return nik ? { ...facts, nik } : facts
  const { birthPlace = null, religion = null, marital = null, phone = null, email = null, address = null } = stored ?? {}
  return { ...facts, birthPlace, religion, marital, phone, email, address }
}

/** A file as the form is filled; the NIK is never part of a page that is not about it. */
export const filled = ({ unitId, ...file }: File): Record<string, unknown> => ({ ...file, unit: unitId, sealedNik: undefined, nik: '' })
