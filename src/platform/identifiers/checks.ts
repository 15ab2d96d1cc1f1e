import { Problem } from '../web/problems.ts'
import type { Finding } from './finding.ts'
import { nikFindings } from './nik.ts'
import { nipFindings, type Known } from './nip.ts'

export interface Numbers extends Known {
  nip: string | null
  nik: string | null
  /** Why a number says something else than the data, as a court or an office found. */
  numberReason: string | null
}

/** What is wrong with the numbers of a person; disagreements with the data are settled by a reason. */
export function numberFindings(numbers: Numbers, provinces: ReadonlySet<string>): Finding[] {
  const { nip, nik, kind, numberReason } = numbers
  const all = [...(nip === null ? [] : nipFindings(nip, numbers)), ...(nik === null ? [] : nikFindings(nik, numbers, provinces))]
  if (nip === null && kind !== 'honorer') all.push({ field: 'nip', about: 'form', text: 'Isi NIP; hanya tenaga honorer yang tidak mempunyainya.' })
  return numberReason ? all.filter(({ about }) => about === 'form') : all
}

/** Refuses numbers that are wrong, each beside its field. */
export function refuseWrongNumbers(numbers: Numbers, provinces: ReadonlySet<string>): void {
  const found = numberFindings(numbers, provinces)
  if (found.length > 0) throw Problem.all(found.map(({ field, text, values }) => ({ name: field, message: { text, values } })))
}
