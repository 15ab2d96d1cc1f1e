import type { EmployeeKind, EmployeeStatus, Facts, Known, Sex } from '#modules/personnel/contract.ts'

type Values = Readonly<Record<string, string>>

/** What a row says of a person, together with what is stored; a NIK left out stays as it is. */
export interface Person {
  facts: Omit<Facts, 'nik'>
  nik?: string
}

const before = /^((?:(?:prof|dr|drs|dra|drg|drh|ir|h|hj|kh|apt|ns|r|tb)\.?(?:\s+|(?<=\.)))+)(?=\p{L}{2})/iu

/** `Dra. Endang Kusumastuti, M.Si` taken apart; a word is a title in front only with its point. */
export function splitName(written: string): { name: string; titleBefore: string | null; titleAfter: string | null } {
  const [head = '', ...rest] = written.split(',')
  const found = before.exec(head.trim())?.[1] ?? ''
  const titles = found.includes('.') ? found.trim() : ''
  const name = head.trim().slice(titles === '' ? 0 : found.length).trim()
  const after = rest.join(',').trim()
  return { name, titleBefore: titles || null, titleAfter: after || null }
}

const orNull = (text: string | undefined) => text || null

/** Kind of a person by the number: the month of a PPPK is a code above 12. */
const kindBy = (nip: string | null): EmployeeKind => (nip === null ? 'honorer' : Number(nip.slice(12, 14)) > 12 ? 'pppk' : 'pns')

const bornBy = (nip: string | null) => (nip === null ? '' : `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`)
const sexBy = (nip: string | null): Sex | '' => (nip?.[14] === '1' ? 'm' : nip?.[14] === '2' ? 'f' : '')

/** The person as the row has it; what the row leaves empty stays as it was, or follows from the NIP. */
export function personOf(values: Values, stored: Known | null): Person {
  const split = values.name ? splitName(values.name) : null
  const [born, ...place] = (values.birth ?? '').split(' ')
  const nip = values.nip || stored?.nip || null
  // Titles of their own columns come before those in the name; a name alone says nothing about them.
  const title = (own: string | undefined, inName: string | null | undefined, was: string | null | undefined) => own || inName || (was ?? null)
  return {
    facts: {
      unitId: values.unit || stored?.unitId || '',
      kind: (values.kind || stored?.kind || kindBy(nip)) as EmployeeKind,
      status: (values.status || stored?.status || 'active') as EmployeeStatus,
      nip,
      numberReason: stored?.numberReason ?? null,
      name: split?.name || stored?.name || '',
      titleBefore: title(values.titleBefore, split?.titleBefore, stored?.titleBefore),
      titleAfter: title(values.titleAfter, split?.titleAfter, stored?.titleAfter),
      birthPlace: orNull(values.birthPlace) ?? orNull(place.join(' ')) ?? stored?.birthPlace ?? null,
      birthDate: values.birthDate || born || stored?.birthDate || bornBy(nip),
      sex: (values.sex || stored?.sex || sexBy(nip)) as Sex,
      religion: orNull(values.religion) ?? stored?.religion ?? null,
      marital: orNull(values.marital) ?? stored?.marital ?? null,
      phone: orNull(values.phone) ?? stored?.phone ?? null,
      email: orNull(values.email) ?? stored?.email ?? null,
      address: orNull(values.address) ?? stored?.address ?? null,
      enteredOn: orNull(values.enteredOn) ?? stored?.enteredOn ?? null,
      contractUntil: orNull(values.contractUntil) ?? stored?.contractUntil ?? null,
    },
    ...(values.nik ? { nik: values.nik } : {}),
  }
}

const byTitle: [RegExp, string][] = [
  [/\bahli utama\b/i, 'ahli-utama'], [/\bahli madya\b/i, 'ahli-madya'], [/\bahli muda\b/i, 'ahli-muda'], [/\bahli pertama\b/i, 'ahli-pertama'], [/\b(?:pemula|terampil|mahir|penyelia)\b/i, 'keterampilan'], [/^guru\b/i, 'guru'],
  [/^(?:sekretaris daerah|kepala (?:dinas|badan|pelaksana)|inspektur$|asisten .*(?:daerah|sekda|pemerintahan|perekonomian|administrasi)|staf ahli|sekretaris dprd|direktur rsud)/i, 'jpt'],
  [/^(?:sekretaris (?:dinas|badan|inspektorat)|kepala (?:bidang|bagian)|camat|inspektur pembantu)/i, 'administrator'],
  [/^(?:kepala (?:seksi|sub|subag|subbag|uptd|upt|puskesmas)|kasubag|kasi|lurah|sekretaris (?:kecamatan|camat|kelurahan))/i, 'pengawas'],
]

/** Level of a position by its title, where no column says it. */
export const levelOf = (title: string): string => byTitle.find(([pattern]) => pattern.test(title))?.[1] ?? 'pelaksana'
