import { addMonths } from '../time/zone.ts'
import { isDay, type Finding } from './finding.ts'

/** Civil servants (PNS) and those on contract (PPPK) have a number of 18 digits; other staff have none. */
export type NumberedKind = 'pns' | 'pppk' | 'honorer'

/** What a NIP is compared with. */
export interface Known {
  kind: NumberedKind
  birthDate: string
  sex: 'm' | 'f'
  /** First day in service, when it is known. */
  enteredOn: string | null
}

/** Youngest age of entry, in years. */
const youngest = 18

/**
 * Everything wrong with an 18-digit number of a PNS or PPPK. 1–8 birth date, 9–14 month of CPNS (PPPK: year and a code
 * above 12, usually 21), 15 sex, 16–18 serial. There is no check digit.
 */
export function nipFindings(nip: string, known: Known): Finding[] {
  const form = (text: string): Finding => ({ field: 'nip', about: 'form', text })
  if (known.kind === 'honorer') return [form('Tenaga honorer tidak mempunyai NIP. Kosongkan, atau pilih PNS atau PPPK.')]
  if (!/^\d{18}$/.test(nip)) return [form('NIP terdiri atas 18 angka.')]
  const [birth, year, month, sex] = [nip.slice(0, 8), Number(nip.slice(8, 12)), Number(nip.slice(12, 14)), nip[14]]
  const wrong: Finding[] = []
  const born = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`
  const bornIsDay = isDay(Number(birth.slice(0, 4)), Number(birth.slice(4, 6)), Number(birth.slice(6)))
  if (!bornIsDay) wrong.push(form('Angka 1–8 NIP bukan tanggal lahir.'))
  const contract = month > 12
  if (known.kind === 'pns' && contract) wrong.push(form('Angka 13–14 NIP bukan bulan. Angka di atas 12, seperti 21, menandai PPPK.'))
  if (known.kind === 'pppk' && !contract) wrong.push(form('Angka 13–14 NI PPPK adalah kode seperti 21, bukan bulan. Bulan menandai PNS.'))
  if (month === 0) wrong.push(form('Angka 13–14 NIP tidak boleh 00.'))
  if (sex !== '1' && sex !== '2') wrong.push(form('Angka 15 NIP harus 1 (laki-laki) atau 2 (perempuan).'))
  // The last day of the month, or of the year, is the latest day the number can stand for.
  const latest = contract || month === 0 ? `${year}-12-31` : `${year}-${String(month).padStart(2, '0')}-31`
  if (bornIsDay && latest < addMonths(born, youngest * 12)) wrong.push(form('Menurut NIP, orang ini diangkat sebelum berumur 18 tahun.'))
  if (wrong.length > 0) return wrong
  return [...dataFindings(nip, born, known)]
}

function* dataFindings(nip: string, born: string, { kind, birthDate, sex, enteredOn }: Known): Generator<Finding> {
  if (born !== birthDate) yield { field: 'nip', about: 'data', text: 'Tanggal lahir dalam NIP berbeda dari tanggal lahir yang ditulis.' }
  if ((nip[14] === '1') !== (sex === 'm')) yield { field: 'nip', about: 'data', text: 'Jenis kelamin dalam NIP berbeda dari yang ditulis.' }
  if (!enteredOn) return
  if (nip.slice(8, 12) !== enteredOn.slice(0, 4)) yield { field: 'nip', about: 'data', text: 'Tahun pengangkatan dalam NIP berbeda dari tanggal mulai bekerja.' }
  else if (kind === 'pns' && nip.slice(12, 14) !== enteredOn.slice(5, 7)) yield { field: 'nip', about: 'data', text: 'Bulan pengangkatan dalam NIP berbeda dari tanggal mulai bekerja.' }
}
