import type { ColumnType, PersonalKind, Rule } from '#platform/columnar/table.ts'
import type { SourceKind } from '#platform/columnar/taken.ts'
import type { StateWords } from '#ui/index.ts'
import type { UploadState } from '../intake.ts'

export const uploadStates: StateWords<UploadState> = {
  arriving: { label: 'Belum diterima seluruhnya', tone: 'warn' },
  reading: { label: 'Sedang dibaca', tone: 'info' },
  describing: { label: 'Kolom perlu ditetapkan', tone: 'warn' },
  checking: { label: 'Sedang diperiksa', tone: 'info' },
  found: { label: 'Hasil pemeriksaan perlu dijawab', tone: 'warn' },
  keeping: { label: 'Sedang disimpan', tone: 'info' },
  kept: { label: 'Menjadi isi rilis', tone: 'good' },
  refused: { label: 'Tidak dapat dibaca', tone: 'bad' },
  dropped: { label: 'Dibuang', tone: 'plain' },
}

export const typeWords: Record<ColumnType, string> = {
  text: 'Teks', integer: 'Bilangan bulat', decimal: 'Bilangan desimal', date: 'Tanggal', timestamp: 'Waktu', boolean: 'Ya atau tidak', region: 'Kode wilayah', geometry: 'Bentuk di peta',
}

export const fileKinds: Record<SourceKind, string> = { csv: 'CSV', xlsx: 'XLSX', json: 'JSON', geojson: 'GeoJSON', parquet: 'Parquet' }

/** What each rule asks, said of what breaks it. */
export const ruleWords: Record<Rule, string> = {
  type: 'Bukan jenis isian kolomnya', required: 'Kosong, padahal wajib diisi', key: 'Kunci sama dengan baris sebelumnya', min: 'Kurang dari batas terkecil', max: 'Lebih dari batas terbesar',
  codes: 'Tidak ada dalam daftar kode', region: 'Bukan wilayah yang dikenal', geometry: 'Bukan bentuk di peta, atau di luar bumi', long: 'Selnya lebih banyak dari judul kolom', short: 'Selnya kurang dari judul kolom',
  quotes: 'Tanda kutip tidak ditutup', encoding: 'Ada huruf yang tidak terbaca', digits: 'Angka panjang sudah dipotong Excel',
}

export const personalWords: Record<PersonalKind, string> = { nik: 'NIK', phone: 'nomor telepon', email: 'alamat surel', birth: 'nama dengan tanggal lahir' }

/** Examples in the way people may see them: the first and the last two signs. */
export const maskedText = (text: string): string => (text.length <= 4 ? '••••' : `${text.slice(0, 2)}${'•'.repeat(Math.min(10, text.length - 4))}${text.slice(-2)}`)
