import { t } from '#platform/i18n/locale.ts'
import { secrecyWords, type Step } from '#modules/correspondence/contract.ts'
import { dossierStateWords, finalWords, maturityWords, type Counted, type Shown } from '#modules/archives/contract.ts'
import { writeCsv } from '#platform/text/csv.ts'
import type { Packed, Plan } from './plan.ts'

/** What became of a file on its way into the package. */
export type FileState = 'ok' | 'changed' | 'missing'

/** What is known of a package besides the files. */
export interface About {
  plan: Plan
  /** Number of this part, from 1. */
  part: number
  unit: string
  government: string
  states: ReadonlyMap<string, FileState>
  steps: ReadonlyMap<string, readonly Step[]>
  madeAt: Date
}

/** Number of a dossier as people write it: `12/2026`. */
export const numberOf = ({ sequence, year }: Pick<Counted, 'sequence' | 'year'>): string => `${sequence}/${year}`

/** Class as it counts now: that of a letter may have changed since it was filed. */
export const secrecyOf = ({ letter, secrecy }: Shown): Shown['secrecy'] => letter?.secrecy ?? secrecy

const hiddenText = (n: number) => t('{n} surat rahasia atau terbatas tidak ditampilkan', { n })

/** The subject or description, whatever its class: whoever has the package may read it. */
const calledOf = ({ letter, title }: Packed['item']): string => letter?.subject ?? title ?? ''

/** In which part a thing lies. */
const placed = (plan: Plan) => plan.parts.flatMap((things, i) => things.map(thing => ({ thing, part: i + 1 })))

/** The list of everything in all parts, in the columns of the field, and where it lies. */
export function listCsv({ plan }: About): string {
  const head = [t('Nomor berkas'), t('Kode klasifikasi'), t('Nomor item'), t('Uraian item'), t('Nomor surat'), t('Dari'), t('Tanggal'), t('Jumlah'), t('Tingkat perkembangan'), t('Klasifikasi keamanan'), t('Bagian'), t('Berkas'), t('Keterangan')]
  const rows = placed(plan).map(({ thing: { item, files }, part }) => [
    numberOf(plan.dossier), plan.dossier.classification, String(item.sequence), calledOf(item), item.letter?.number ?? '', item.letter?.sender ?? '', item.datedOn ?? '', String(item.amount), t(maturityWords[item.maturity]),
    t(secrecyWords[secrecyOf(item)]), String(part), files.map(({ path }) => path).join(' '), item.destroyedAt ? t('Dimusnahkan') : (item.remarks ?? ''),
  ])
  return writeCsv([head, ...rows, ...(plan.hidden > 0 ? [['', '', '', hiddenText(plan.hidden)]] : [])])
}

/** The same for machines, with the dossier itself and the history of each letter. */
export function listJson({ plan: { dossier, hidden, parts }, unit, government, states, steps, madeAt }: About): string {
  const { id, classification, title, secrecy, state, openedOn, closedOn, retentionCode, retentionBasis, activeYears, inactiveYears, final, inactiveOn, dueOn, room, shelf, box } = dossier
  return `${JSON.stringify({
    dossier: { id, number: numberOf(dossier), classification, title, secrecy, state, unit, government, openedOn, closedOn, retention: { code: retentionCode, basis: retentionBasis, activeYears, inactiveYears, final, inactiveOn, dueOn }, place: { room, shelf, box } },
    madeAt: madeAt.toISOString(),
    leftOut: hidden,
    items: parts.flatMap((things, i) => things.map(({ item, files }) => ({
      number: item.sequence, part: i + 1, description: calledOf(item), date: item.datedOn, maturity: item.maturity, amount: item.amount, secrecy: secrecyOf(item), remarks: item.remarks, destroyedAt: item.destroyedAt,
      letter: item.letter && { id: item.letter.id, number: item.letter.number, date: item.letter.letterOn, sender: item.letter.sender, kind: item.letter.kind, urgency: item.letter.urgency, summary: item.letter.summary, signedAt: item.letter.signedAt, code: item.letter.code },
      files: files.map(({ path, name, mediaType, bytes, sha256, id: fileId }) => ({ path, name, mediaType, bytes, sha256, ...(states.get(fileId) === 'ok' || !states.has(fileId) ? {} : { state: states.get(fileId) }) })),
      history: item.letterId ? (steps.get(item.letterId) ?? []).map(({ event, at, by, capacity, remarks }) => ({ event, at, by, capacity, remarks })) : [],
    }))),
  }, null, 2)}\n`
}

/** The history of a letter as a list. */
export const historyCsv = (steps: readonly Step[]): string =>
  writeCsv([[t('Waktu'), t('Kejadian'), t('Oleh'), t('Sebagai'), t('Catatan')], ...steps.map(({ at, event, by, capacity, remarks }) => [at.toISOString(), t(event), by ?? '', capacity ?? '', remarks ?? ''])])

/** What whoever opens the package reads first. */
export function readmeText({ plan: { dossier, hidden, parts }, part, unit, government, states, madeAt }: About): string {
  const bad = [...states.values()].filter(state => state !== 'ok').length
  return [
    `${t('Berkas {number}', { number: numberOf(dossier) })}: ${dossier.title}`,
    `${unit}, ${government}`,
    '',
    `${t('Kode klasifikasi')}: ${dossier.classification}`,
    `${t('Kurun waktu')}: ${[...new Set([dossier.from, dossier.to])].filter(year => year !== null).join('–') || '–'}`,
    `${t('Keadaan')}: ${t(dossierStateWords[dossier.state].label)}`,
    `${t('Jadwal retensi')}: ${dossier.final ? t('Aktif {active} tahun, inaktif {inactive} tahun, {final}', { active: dossier.activeYears, inactive: dossier.inactiveYears, final: t(finalWords[dossier.decided ?? dossier.final]).toLowerCase() }) : t('Tanpa jadwal retensi')}`,
    `${t('Dibuat')}: ${madeAt.toISOString()}`,
    ...(parts.length > 1 ? [t('Bagian {part} dari {all}. Daftarnya lengkap di setiap bagian.', { part, all: parts.length })] : []),
    ...(hidden > 0 ? [hiddenText(hidden)] : []),
    ...(bad > 0 ? [t('{n} berkas hilang atau berubah sejak disimpan; lihat data/daftar.json.', { n: bad })] : []),
    '',
    t('data/daftar.csv dan data/daftar.json memuat uraian semua isi; riwayat setiap surat ada di foldernya.'),
    t('Paket ini mengikuti BagIt (RFC 8493). Periksa keutuhannya dengan: sha256sum -c SHA256SUMS'),
    '',
  ].join('\n')
}
