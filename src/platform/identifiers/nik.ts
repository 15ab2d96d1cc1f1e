import { getProvinces } from 'idn-area-data'
import { isDay, type Finding } from './finding.ts'

let provinces: Promise<ReadonlySet<string>> | undefined

/** Codes of the provinces there are, after Kepmendagri through `idn-area-data`. */
export const provinceCodes = (): Promise<ReadonlySet<string>> => (provinces ??= getProvinces().then(all => new Set(all.map(({ code }) => code))))

/**
 * Everything wrong with a NIK of 16 digits: 1–6 area of first registration, 7–12 birth date DDMMYY with 40 added to
 * the day for women, 13–16 serial. There is no check digit.
 */
export function nikFindings(nik: string, { birthDate, sex }: { birthDate: string; sex: 'm' | 'f' }, codes: ReadonlySet<string>): Finding[] {
  const form = (text: string): Finding => ({ field: 'nik', about: 'form', text })
  const data = (text: string): Finding => ({ field: 'nik', about: 'data', text })
  if (!/^\d{16}$/.test(nik)) return [form('NIK terdiri atas 16 angka.')]
  const [written, month, year] = [Number(nik.slice(6, 8)), Number(nik.slice(8, 10)), nik.slice(10, 12)]
  const day = written > 40 ? written - 40 : written
  const wrong: Finding[] = []
  if (!codes.has(nik.slice(0, 2))) wrong.push(form('Dua angka pertama NIK bukan kode provinsi.'))
  // The century is not written; a leap day counts when it exists in either.
  if (!isDay(2000 + Number(year), month, day) && !isDay(1900 + Number(year), month, day)) wrong.push(form('Angka 7–12 NIK bukan tanggal lahir.'))
  if (wrong.length > 0) return wrong
  if ((written > 40) !== (sex === 'f')) wrong.push(data('Jenis kelamin dalam NIK berbeda dari yang ditulis.'))
  const said = `${String(day).padStart(2, '0')}${nik.slice(8, 12)}`
  if (said !== `${birthDate.slice(8, 10)}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`) wrong.push(data('Tanggal lahir dalam NIK berbeda dari tanggal lahir yang ditulis.'))
  return wrong
}

/** `332801••••••••01`: as much of a NIK as people with no need for it see. */
export const maskedNik = (nik: string): string => `${nik.slice(0, 6)}••••••••${nik.slice(-2)}`
