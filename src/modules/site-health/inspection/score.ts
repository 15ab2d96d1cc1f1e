import { contentCodes, partCodes, shareOf, type ContentCode, type PartCode, type Requirements } from '../requirement.ts'
import type { Findings } from './inspect.ts'
import type { Place } from './recognise.ts'

/** One thing a site is judged by, with what would raise it. */
export interface Part {
  code: PartCode
  /** One decimal. */
  points: number
  of: number
  /** Indonesian source text of what would raise it; null when nothing would. */
  text: string | null
  values: Record<string, string | number>
  /** Where it was seen, or where it is to be mended. */
  where: Place[]
}

export interface Score {
  /** 0 to 100, whole. */
  score: number
  parts: Part[]
  /** Whether everything a government site must show is there, whatever its other qualities. */
  complete: boolean
}

const missing: Record<ContentCode, string> = {
  profile: 'Terbitkan halaman profil: siapa, di mana, dan untuk apa.',
  duties: 'Terbitkan tugas dan fungsi.',
  officials: 'Tampilkan pejabat atau susunan organisasinya.',
  services: 'Terbitkan daftar layanan dengan syarat, waktu, dan biayanya.',
  'public-information': 'Terbitkan halaman informasi publik (PPID).',
  contact: 'Tampilkan alamat, telepon, dan surel.',
  complaints: 'Tautkan saluran pengaduan, misalnya LAPOR!.',
  budget: 'Terbitkan dokumen anggaran: rencana dan realisasinya.',
  population: 'Terbitkan angka penduduk dengan tanggal dan sumbernya.',
  potentials: 'Terbitkan potensi wilayah dengan foto.',
  villages: 'Tampilkan {desa} dan kelurahan di wilayah ini.',
  admissions: 'Terbitkan tata cara penerimaan murid.',
}

/** What is said when some of it is there. */
const partial: Partial<Record<ContentCode, string>> = {
  services: 'Lengkapi layanan dengan syarat, waktu, dan biayanya.',
  contact: 'Lengkapi alamat dan telepon atau surel unit.',
}

/** Share of the points and what would raise it, for everything that is not a content. */
interface Judged {
  share: number
  text: string | null
  values?: Record<string, string | number>
  where?: Place[]
}

const daysBetween = (from: string, to: string) => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))

function content(code: ContentCode, { contents }: Findings): Judged {
  const found = contents[code]
  if (!found || found.share <= 0) return { share: 0, text: missing[code] }
  const { share, where, counted, unseen } = found
  if (share >= 1) return { share: 1, text: null, where }
  if (counted) return { share, where, text: 'Lengkapi syarat, waktu, dan biaya pada {lacking} dari {all} layanan.', values: { ...counted } }
  if (unseen) return { share, where, text: 'Terlihat sebagai tautan, isinya belum dapat dipastikan.' }
  return { share, where, text: partial[code] ?? missing[code] }
}

const judges: Record<Exclude<PartCode, ContentCode>, (findings: Findings, requirements: Requirements, today: string) => Judged | null> = {
  freshness({ changedOn }, { limits }, today) {
    if (!changedOn) return { share: 0, text: 'Tidak ada tanggal yang menunjukkan situs ini dirawat. Terbitkan kabar.' }
    const days = daysBetween(changedOn, today)
    const share = shareOf(days, limits['freshness-days'])
    return { share, text: share < 1 ? 'Perubahan terakhir {days} hari yang lalu. Terbitkan kabar atau perbarui halaman.' : null, values: { days } }
  },
  links({ broken }, { limits }) {
    const share = shareOf(broken.length, limits['broken-links'])
    return { share, text: broken.length > 0 ? 'Perbaiki {n} tautan yang tidak terbuka.' : null, values: { n: broken.length }, where: broken.slice(0, 5).map(({ label, on }) => ({ label, href: on })) }
  },
  weight({ weight }, { limits }) {
    if (!weight) return null
    const kb = Math.round(weight.bytes / 1000)
    const share = Math.min(shareOf(kb, limits[weight.whole ? 'weight-kb' : 'html-kb']), shareOf(weight.requests, limits.requests))
    return { share, text: share < 1 ? 'Halaman depan memuat {kb} KB dalam {n} berkas. Kecilkan foto dan kurangi berkasnya.' : null, values: { kb, n: weight.requests } }
  },
  accessibility({ barriers }, { limits }) {
    const n = barriers.reduce((sum, { count }) => sum + count, 0)
    const share = shareOf(n, limits.barriers)
    const where = barriers.slice(0, 5).map(({ rule, url }) => ({ label: rule, href: url }))
    return { share, text: n > 0 ? 'Hilangkan {n} hambatan bagi pembaca layar dan papan ketik.' : null, values: { n }, where }
  },
  certificate({ certificate }, { limits }) {
    if (!certificate) return null
    const { problem, host, days } = certificate
    if (problem) return { share: 0, text: certificateWords[problem], values: { host, days: days ?? 0 } }
    const share = shareOf(days!, limits['certificate-days'])
    return { share, text: share < 1 ? 'Sertifikat {host} habis dalam {days} hari. Perpanjang.' : null, values: { host, days: days! } }
  },
}

const certificateWords = {
  expired: 'Sertifikat {host} sudah habis masa berlakunya. Perpanjang.',
  'not-yet-valid': 'Sertifikat {host} belum berlaku.',
  'other-name': 'Sertifikat di {host} dibuat untuk nama lain.',
  untrusted: 'Sertifikat {host} tidak dipercaya peramban.',
  unreachable: '{host} tidak dapat dihubungi melalui https.',
  private: '{host} menunjuk ke jaringan dalam.',
} as const

/**
 * Judges findings. Parts that do not apply, such as the certificate of a site without a domain of its own, are left
 * out and the rest counts for the whole.
 * @param today `2026-11-21`
 */
export function score(findings: Findings, requirements: Requirements, today: string): Score {
  const parts: Part[] = []
  let earned = 0
  let possible = 0
  for (const code of partCodes) {
    const of = requirements.weights[code] ?? 0
    if (of <= 0) continue
    const judged = judge(code, findings, requirements, today)
    if (!judged) continue
    earned += of * judged.share
    possible += of
    parts.push({ code, of, points: Math.round(of * judged.share * 10) / 10, text: judged.text, values: judged.values ?? {}, where: judged.where ?? [] })
  }
  const asked = contentCodes.filter(code => (requirements.weights[code] ?? 0) > 0)
  return { score: possible > 0 ? Math.round((100 * earned) / possible) : 0, parts, complete: findings.opens && asked.every(code => (findings.contents[code]?.share ?? 0) >= 1) }
}

function judge(code: PartCode, findings: Findings, requirements: Requirements, today: string): Judged | null {
  const asContent = contentCodes.find(one => one === code)
  if (asContent) return findings.opens ? content(asContent, findings) : { share: 0, text: missing[asContent] }
  const quality = code as Exclude<PartCode, ContentCode>
  const judged = judges[quality](findings, requirements, today)
  // A site that does not open has no qualities to praise.
  return findings.opens || quality === 'certificate' ? judged : judged && { share: 0, text: 'Halaman depan tidak terbuka.' }
}
