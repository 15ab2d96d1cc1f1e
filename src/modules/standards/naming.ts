import type { Message } from '#platform/forms/fields.ts'

/** Words that stay small inside a name. */
const small = new Set(['dan', 'atau', 'di', 'ke', 'dari', 'yang', 'untuk', 'dengan', 'pada', 'menurut', 'per', 'dalam', 'oleh', 'bagi', 'terhadap', 'serta', 'antara', 'sampai', 'hingga', 'tanpa'])

/** Shortened words as people write them in headings; told with what they stand for. */
const short: Record<string, string> = {
  jml: 'Jumlah', jmlh: 'Jumlah', kab: 'Kabupaten', kec: 'Kecamatan', kel: 'Kelurahan', prov: 'Provinsi', prop: 'Provinsi', ds: 'Desa', thn: 'Tahun', th: 'Tahun', bln: 'Bulan', org: 'Orang', pddk: 'Penduduk',
  pend: 'Pendidikan', kes: 'Kesehatan', tk: 'Tingkat', yg: 'yang', dgn: 'dengan', utk: 'untuk', tdk: 'Tidak', rmh: 'Rumah', rt: 'Rumah Tangga', krt: 'Kepala Rumah Tangga', adm: 'Administrasi', pusk: 'Puskesmas', pkm: 'Puskesmas', rata2: 'Rata-rata',
}

/** Roman numerals are numbers, not shortened words. */
const roman = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/

/**
 * What is wrong with a name by the rules of BPS for names in INDAH, each in a sentence of its own: capitalised, written
 * out, no period inside, and for a concept not beginning with a measure. Uniqueness is for the store to say.
 * @param measures measures a concept must not begin with; none for the name of the data itself, which may
 */
export function namingProblems(name: string, measures: readonly string[] = []): Message[] {
  const wrong: Message[] = []
  if (name.includes('.')) wrong.push({ text: 'Jangan memakai titik di dalam nama.' })
  const words = name.split(/[\s/(),;:]+|(?<=\.)(?=\p{L})/u).filter(Boolean)
  const shortened = words.find(word => isShort(word))
  if (/^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(name) && words.some(word => word.length > 5)) wrong.push({ text: 'Jangan menulis semuanya dengan huruf besar; cukup huruf pertama setiap kata.' })
  else if (shortened) {
    const meant = short[bare(shortened)]
    wrong.push(meant ? { text: 'Jangan menyingkat: tulis “{meant}”, bukan “{word}”.', values: { meant, word: shortened } } : { text: 'Jangan menyingkat: tulis kepanjangan “{word}”.', values: { word: shortened } })
  }
  const lower = words.find((word, i) => /^\p{Ll}/u.test(word) && (i === 0 || !small.has(word)) && !isShort(word))
  if (lower) wrong.push({ text: 'Awali setiap kata dengan huruf besar: “{word}”.', values: { word: lower } })
  const measure = measures.find(one => `${name.toLowerCase()} `.startsWith(`${one.toLowerCase()} `))
  if (measure) wrong.push({ text: 'Jangan mengawali konsep dengan ukuran: “{measure}” ditulis di isian Ukuran.', values: { measure } })
  return wrong
}

const bare = (word: string) => word.toLowerCase().replaceAll('.', '')

const isShort = (word: string) => Object.hasOwn(short, bare(word)) || (/^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word) && !roman.test(word)) || /^(?:\p{L}{1,5}\.)+$/u.test(word)
