import type { DuckDBConnection } from '@duckdb/node-api'
import { maskedNik, provinceCodes } from '../../identifiers/nik.ts'
import type { PersonalFinding, PersonalKind } from '../table.ts'
import { nikPattern } from '../taking/detecting.ts'
import type { Placed } from '../writing/keep.ts'

const alone = (pattern: string) => `(?:^|[^0-9])(${pattern})(?:$|[^0-9])`
const patterns = {
  nik: alone(nikPattern),
  sixteen: alone(String.raw`\d{16}`),
  phone: alone(String.raw`(?:\+?62|0)[ -]?8\d{1,3}[ -]?\d{3,4}[ -]?\d{2,5}`),
  email: String.raw`([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z]{2,})`,
} as const

const least = { nik: 16, sixteen: 16, phone: 9, email: 6 } as const
const masks: Record<'nik' | 'phone' | 'email', (text: string) => string> = {
  nik: maskedNik,
  phone: text => `${text.slice(0, 4)}••••••${text.slice(-2)}`,
  email: text => `${text[0]}•••${text.slice(text.indexOf('@'))}`,
}
const shown = 3
/** Share of long numbers that must be built like a NIK: of numbers drawn at random three in a hundred are. */
const nikShare = 0.3
/** Share of a column of quantities that must look like telephones. */
const phoneShare = 0.5

/** Looks for personal data in what is staged; examples are masked. */
export async function personalIn(connection: DuckDBConnection, from: string, columns: readonly Placed[]): Promise<PersonalFinding[]> {
  const provinces = [...(await provinceCodes())].map(code => `'${code}'`).join(', ')
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRows()
  const found: PersonalFinding[] = []
  for (const { column, from: cell } of columns) {
    if (cell === null || !['text', 'integer', 'decimal'].includes(column.type)) continue
    const has = (kind: keyof typeof patterns) => `strlen(${cell}) >= ${least[kind]} and ${kind === 'email' ? `contains(${cell}, '@') and ` : ''}regexp_matches(${cell}, '${patterns[kind]}')`
    const isNik = `${has('nik')} and left(regexp_extract(${cell}, '${patterns.nik}', 1), 2) in (${provinces})`
    const [counts = []] = await read(`select count(*) filter (${isNik}), count(*) filter (${has('sixteen')}), count(*) filter (${has('phone')}), count(*) filter (${has('email')}), count(${cell}) from ${from}`)
    const [nik = 0, sixteen = 0, phone = 0, email = 0, filled = 0] = counts.map(Number)
    const rows: Record<keyof typeof masks, number> = {
      nik: nik > sixteen * nikShare ? nik : 0,
      phone: column.type === 'text' ? phone : phone > filled * phoneShare ? phone : 0,
      email,
    }
    for (const kind of ['nik', 'phone', 'email'] as const) {
      if (rows[kind] === 0) continue
      const examples = await read(`select distinct regexp_extract(${cell}, '${patterns[kind]}', 1) from (select ${cell} from ${from} where ${kind === 'nik' ? isNik : has(kind)} limit 200) limit ${shown}`)
      found.push({ column: column.name, kind, rows: rows[kind], examples: examples.map(([text]) => masks[kind](String(text))) })
    }
  }
  return [...found, ...(await birthsIn(read, from, columns))]
}

/** A name and a day of birth in the same row. */
async function birthsIn(read: (sql: string) => Promise<unknown[][]>, from: string, columns: readonly Placed[]): Promise<PersonalFinding[]> {
  const says = ({ column: { title, name } }: Placed, words: RegExp) => words.test(title) || words.test(name.replaceAll('_', ' '))
  const person = columns.find(one => one.from !== null && one.column.type === 'text' && says(one, /\bnama\b(?!.*\b(?:sekolah|desa|kecamatan|instansi|opd|unit|barang|jalan|kegiatan|program|usaha|dinas|puskesmas|pasar)\b)/i))
  const day = columns.find(one => one.from !== null && says(one, /\b(?:tgl|tanggal)?\W*lahir\b|\bbirth/i) && !says(one, /tempat(?!.*tanggal)/i))
  if (!person?.from || !day?.from) return []
  const both = `${person.from} is not null and ${day.from} is not null`
  const [[rows] = []] = await read(`select count(*) from ${from} where ${both}`)
  if (Number(rows) === 0) return []
  const examples = await read(`select left(${person.from}, 1), left(${day.from}, 2) from ${from} where ${both} limit ${shown}`)
  const kind: PersonalKind = 'birth'
  return [{ column: day.column.name, kind, rows: Number(rows), examples: examples.map(([name, begin]) => `${String(name)}•••, ${String(begin)}••••••••`) }]
}
