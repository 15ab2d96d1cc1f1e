import { simplified } from '../sheets/readers.ts'
import { edits, slips } from './likeness.ts'

/** A name without the ways of writing it. */
export interface PlainName {
  /** `sd`, `kecamatan`, `dinas` …; empty when the name does not say. */
  kind: string
  /** `2`, however it was written: `02`, `II`, `dua`. */
  numbers: readonly string[]
  /** Words that tell neighbours apart: `kulon` and `wetan`, `lama` and `baru`. */
  sides: readonly string[]
  /** One that was cut short keeps its point: `pemelih.` */
  words: readonly string[]
  /** All of it, in an order of its own. */
  plain: string
}

const phrases: readonly (readonly [RegExp, string])[] = [
  [/\bsekolah dasar luar biasa\b/g, 'sdlb'], [/\bsekolah luar biasa\b/g, 'slb'], [/\bsekolah dasar\b/g, 'sd'], [/\bsekolah menengah pertama\b/g, 'smp'], [/\bsekolah menengah atas\b/g, 'sma'], [/\bsekolah menengah kejuruan\b/g, 'smk'],
  [/\btaman kanak kanak\b/g, 'tk'], [/\bkelompok bermain\b/g, 'kb'], [/\bmadrasah ibtidaiyah?\b/g, 'mi'], [/\bmadrasah tsanawiyah?\b/g, 'mts'], [/\bmadrasah aliyah?\b/g, 'ma'], [/\br(?:a|o)ud(?:h|l)atul athfal\b/g, 'ra'],
  [/\bpusat kesehatan masyarakat\b/g, 'puskesmas'], [/\bunit pelaksana teknis(?: daerah| dinas)?\b/g, 'uptd'], [/\bsekretariat daerah\b/g, 'setda'], [/\bsekretariat (?:dprd|dewan(?: perwakilan rakyat daerah)?)\b/g, 'setwan'],
  [/\bsat(?:uan)? ?pol(?:isi)? (?:pp|pamong praja)\b/g, 'satpolpp'], [/\brumah sakit umum daerah\b/g, 'rsud'], [/\bma arif\b/g, 'maarif'], [/\bislam terpadu\b/g, 'it'], [/\bnahdlatul ulama\b/g, 'nu'],
]

/** Abbreviations written out, and long words written short, to what both are called here. */
const written: Readonly<Record<string, string>> = {
  sdn: 'sd negeri', smpn: 'smp negeri', sman: 'sma negeri', smkn: 'smk negeri', tkn: 'tk negeri', slbn: 'slb negeri', min: 'mi negeri', mtsn: 'mts negeri', man: 'ma negeri', smun: 'sma negeri', sltpn: 'smp negeri', sltp: 'smp', smu: 'sma',
  sdit: 'sd it', smpit: 'smp it', smait: 'sma it', tkit: 'tk it', sdi: 'sd islam', neg: 'negeri', ngr: 'negeri', sds: 'sd', muh: 'muhammadiyah', muhamadiyah: 'muhammadiyah', muhammadiyyah: 'muhammadiyah', mlq: 'muslimat',
  kec: 'kecamatan', kel: 'kelurahan', ds: 'desa', ds1: 'desa', bag: 'bagian', bid: 'bidang', din: 'dinas', sek: 'sekretariat', upt: 'uptd', uptd: 'uptd', pkm: 'puskesmas', pusk: 'puskesmas', pem: 'pemerintahan', pemb: 'pembangunan', peng: 'pengembangan',
  diskominfo: 'dinas komunikasi informatika', kominfo: 'dinas komunikasi informatika', dinkes: 'dinas kesehatan', dikbud: 'dinas pendidikan kebudayaan', disdikbud: 'dinas pendidikan kebudayaan', dinsos: 'dinas sosial', dishub: 'dinas perhubungan', dpu: 'dinas pekerjaan umum',
  dlh: 'dinas lingkungan hidup', disdukcapil: 'dinas kependudukan pencatatan sipil', dukcapil: 'dinas kependudukan pencatatan sipil', disperkim: 'dinas perumahan kawasan permukiman', bappeda: 'badan perencanaan pembangunan daerah', bpbd: 'badan penanggulangan bencana daerah',
  bkpsdm: 'badan kepegawaian pengembangan sumber daya manusia', bpkad: 'badan pengelolaan keuangan aset daerah', bapenda: 'badan pendapatan daerah', dpmptsp: 'dinas penanaman modal pelayanan terpadu satu pintu', disdagkop: 'dinas perdagangan koperasi', dispora: 'dinas pemuda olahraga',
}

/** Words without which a name means the same. */
const fillers = new Set(['dan', 'di', 'pada', 'untuk', 'serta', 'kab', 'kabupaten', 'kota', 'prov', 'provinsi', 'swasta', 'no', 'nomor', 'nomer', 'd', 'dh'])

const kinds = new Set(['sd', 'sdlb', 'smp', 'sma', 'smk', 'slb', 'tk', 'kb', 'paud', 'mi', 'mts', 'ma', 'ra', 'pkbm', 'kecamatan', 'kelurahan', 'desa', 'dinas', 'badan', 'bagian', 'bidang', 'subbagian', 'seksi', 'uptd', 'puskesmas', 'pustu', 'rsud', 'setda', 'setwan', 'satpolpp', 'inspektorat'])
const schools = new Set(['sd', 'smp', 'sma', 'smk', 'tk', 'mi', 'mts', 'ma', 'slb', 'ra'])

const sides = new Set(['kulon', 'wetan', 'lor', 'kidul', 'utara', 'selatan', 'timur', 'barat', 'tengah', 'atas', 'bawah', 'hulu', 'hilir', 'lama', 'baru', 'putra', 'putri', 'dalam', 'luar', 'a', 'b', 'c', 'e', 'f'])

/** A side written together with what it is a side of: `prupukutara`. */
const grown = /^(\p{L}{4,})(kulon|wetan|kidul|utara|selatan|timur|barat|tengah)$/u

const counted = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh']
const roman = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv']

function numberOf(word: string): string | null {
  if (/^\d+$/.test(word)) return word.replace(/^0+(?=\d)/, '')
  const at = Math.max(roman.indexOf(word), counted.indexOf(word))
  return at > 0 ? String(at) : null
}

/** Spelling before 1972, when it is certain: `Soekarno` and `Sukarno`, `Djati` and `Jati`. */
const modern = (word: string) => (word.length < 4 ? word : word.replaceAll('oe', 'u').replaceAll('tj', 'c').replaceAll('dj', 'j'))

/** Words on which hangs what something is, put right where they are misspelt: `Negri`, `Sekoolah`. */
const spelt = ['sekolah', 'dasar', 'menengah', 'pertama', 'kejuruan', 'negeri', 'madrasah', 'ibtidaiyah', 'tsanawiyah', 'aliyah', 'taman', 'kanak', 'kelurahan', 'kecamatan', 'puskesmas', 'dinas', 'badan', 'bagian', 'bidang', 'sekretariat']
const speltKinds = new Set(spelt)
const right = new Map<string, string>()

function wellSpelt(word: string): string {
  if (word.length < 5 || speltKinds.has(word)) return word
  const known = right.get(word)
  if (known !== undefined) return known
  const meant = spelt.find(one => one.length > 5 && edits(word, one, slips(one.length) > 1 ? 2 : 1) <= (one.length > 7 ? 2 : 1)) ?? word
  // Names come in from outside; what is remembered of them is bounded.
  if (right.size > 50_000) right.clear()
  right.set(word, meant)
  return meant
}

/** Words cut short with a point, as they are told apart from whole ones: `pemelih.` */
const cut = (text: string): Set<string> => new Set([...text.matchAll(/(\p{L}{3,})\.(?=\s|$)/gu)].map(([, word]) => simplified(word!)))

/** Takes abbreviations, the order of words, numerals and old spelling out of a name of an institution or a place. */
export function plainName(text: string): PlainName {
  const points = cut(text)
  let said = simplified(text.replace(/['’`‘ʼ]/g, '')).replace(/(\p{L})(\d)/gu, '$1 $2').replace(/(\d)(\p{L})/gu, '$1 $2').split(' ').map(wellSpelt).join(' ')
  for (const [pattern, word] of phrases) said = said.replace(pattern, word)
  const parts = said.split(' ').flatMap(word => (Object.hasOwn(written, word) ? written[word]!.split(' ') : [word]))
  const name = { kind: '', numbers: [] as string[], sides: [] as string[], words: [] as string[] }
  for (const [i, part] of parts.entries()) {
    const word = part === 'n' && schools.has(parts[i - 1] ?? '') ? 'negeri' : part
    const count = numberOf(word)
    if (count !== null) name.numbers.push(count)
    else if (name.kind === '' && kinds.has(word)) name.kind = word
    else if (sides.has(word)) name.sides.push(word)
    else if (word !== '' && !fillers.has(word)) {
      const [, place = word, side] = grown.exec(word) ?? []
      name.words.push(points.has(word) ? `${word}.` : modern(place))
      if (side) name.sides.push(side)
    }
  }
  for (const list of [name.numbers, name.sides]) list.sort()
  return { ...name, plain: [name.kind, [...name.words].sort().join(' '), name.sides.join(' '), name.numbers.join(' ')].join('|') }
}

/** A code without the ways of writing it: signs, capitals, and the zeros in front that spreadsheet programs lose. */
export const plainCode = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '').replace(/^0+(?=.)/, '')
