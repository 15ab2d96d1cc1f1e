import type { Purpose } from '#modules/pages/contract.ts'

/** What usually follows the name of a page: whose it is. */
const whose = '(?: (?:kami|singkat|umum|resmi|lengkap|kantor|kecamatan|kelurahan|desa|nagari|gampong|kampung|dinas|badan|bagian|sekretariat|inspektorat|kabupaten|kota|sekolah|sd|smp|sma|smk|puskesmas|rsud|uptd|instansi|opd|skpd|satpol)\\b.*)?'
const named = (words: string) => new RegExp(`^(?:${words})${whose}$`)

/** Pages that old sites name alike; the first that fits counts. */
const NAMES: [Purpose, RegExp][] = [
  ['history', named('sejarah|sejarah singkat|asal usul')],
  ['duties', named('tugas pokok|tugas|tupoksi|tugas dan fungsi|tugas pokok dan fungsi|tugas fungsi')],
  ['structure', named('struktur|struktur organisasi|bagan organisasi|bagan struktur organisasi|susunan organisasi|struktur organisasi dan tata kerja|sotk')],
  ['public-information', named('ppid|ppid pembantu|ppid pelaksana|informasi publik|layanan informasi publik|keterbukaan informasi publik')],
  ['services', named('layanan|pelayanan|layanan publik|pelayanan publik|layanan masyarakat|jenis layanan|jenis pelayanan')],
  ['contact', named('kontak|kontak kami|hubungi|hubungi kami|alamat dan kontak|kontak dan alamat|contact|contact us')],
  ['gallery', named('galeri|galeri foto|galeri kegiatan|gallery|foto')],
  ['profile', named('profil|profile|tentang|tentang kami|about|about us|gambaran umum|selayang pandang')],
]

/** What a page of an old site is for, when its title says so. */
export function purposeOf(title: string): Purpose | null {
  const spoken = title.toLowerCase().replace(/&/g, ' dan ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return NAMES.find(([, words]) => words.test(spoken))?.[0] ?? null
}

/** Whether an empty page of an old site only stood for its list of news, which every site has by itself. */
export const isNewsPage = (title: string): boolean => /^(?:berita|kabar|blog|artikel|news|warta|berita terkini|berita dan artikel)$/i.test(title.trim())
