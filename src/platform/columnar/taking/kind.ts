import { explodes } from '../../files/archive.ts'
import { sheetType } from '../../sheets/container.ts'
import { SourceRefused } from '../../text/refused.ts'
import type { SourceKind } from '../taken.ts'
import { encodingOf, headOf, headText, type Encoding } from './bytes.ts'

export interface Known {
  kind: SourceKind
  misnamed: boolean
  encoding: Encoding
  /** The first bytes as UTF-8, and whether that is everything. */
  head: Buffer
  whole: boolean
  size: number
}

/** Bytes looked at to tell what a file is. */
const looked = 262_144

const endings: Record<string, readonly SourceKind[]> = { csv: ['csv'], tsv: ['csv'], tab: ['csv'], txt: ['csv'], xlsx: ['xlsx'], json: ['json', 'geojson'], ndjson: ['json', 'geojson'], jsonl: ['json', 'geojson'], geojson: ['geojson'], parquet: ['parquet'] }

/**
 * Tells what a file is by what stands in it; its name is only compared.
 * @throws SourceRefused for what is no table, saying what to do
 */
export async function kindOf(path: string, name: string): Promise<Known> {
  const { head, size } = await headOf(path, looked)
  if (size === 0) throw new SourceRefused('Berkas {name} kosong. Pilih berkas lain.', { name })
  const encoding = encodingOf(head)
  const text = headText(head, encoding)
  const kind = await byContent(path, name, head, text)
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return { kind, misnamed: Object.hasOwn(endings, ending) ? !endings[ending]!.includes(kind) : ending !== '', encoding, head: text, whole: size <= looked, size }
}

async function byContent(path: string, name: string, head: Buffer, text: Buffer): Promise<SourceKind> {
  const magic = head.subarray(0, 4).toString('latin1')
  if (magic === 'PAR1') return 'parquet'
  if (magic.startsWith('PK') || head.subarray(0, 4).equals(Buffer.of(0xd0, 0xcf, 0x11, 0xe0))) {
    // Says what to do with old, locked and other documents.
    await sheetType(path, name)
    if (await explodes(path)) throw new SourceRefused('Berkas {name} mengembang terlalu besar saat dibuka. Simpan lembarnya sebagai CSV, lalu unggah lagi.', { name })
    return 'xlsx'
  }
  const start = text.subarray(0, 65_536).toString('latin1').trimStart()
  if (/^<(?:!doctype|html|head|body|table|\?xml|meta|style)/i.test(start)) throw new SourceRefused('Berkas {name} sebenarnya halaman web atau XML. Simpan isinya sebagai CSV atau XLSX, lalu unggah lagi.', { name })
  if (start === '') throw new SourceRefused('Berkas {name} tidak berisi baris data.', { name })
  if (isBinary(text)) throw new SourceRefused('Berkas {name} bukan tabel yang dikenal. Pakai CSV, XLSX, GeoJSON, JSON, atau Parquet.', { name })
  if (start.startsWith('[') || start.startsWith('{')) return /"type"\s*:\s*"(?:FeatureCollection|Feature)"/.test(start) ? 'geojson' : 'json'
  return 'csv'
}

/** Control signs that no text has, in more than a stray place; of a few bytes none is stray. The mark at the end of old DOS files is one of text. */
function isBinary(text: Buffer): boolean {
  let signs = 0
  for (const byte of text.subarray(0, 65_536)) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 26) signs++
  return signs > Math.min(text.length / 8, text.length / 500 + 4)
}
