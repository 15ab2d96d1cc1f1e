import type { StateWords } from '#ui/index.ts'
import type { DecreeState, Trouble } from '../decree.ts'
import type { Stage } from '../store.ts'

export const stateWords: StateWords<DecreeState> = {
  draft: { label: 'Surat masih konsep', tone: 'info' },
  circulating: { label: 'Surat sedang disiapkan', tone: 'info' },
  returned: { label: 'Surat dikembalikan', tone: 'warn' },
  cancelled: { label: 'Surat dibatalkan', tone: 'warn' },
  signed: { label: 'Surat ditandatangani', tone: 'info' },
  written: { label: 'Sudah ditetapkan', tone: 'good' },
  revoked: { label: 'Surat dicabut', tone: 'bad' },
  trouble: { label: 'Perlu diperiksa', tone: 'bad' },
  closed: { label: 'Ditutup', tone: 'plain' },
}

/** Why a signed letter was not written, and what to do. */
export const troubleWords: Record<Trouble, { label: string }> = {
  gone: { label: 'Berkas pegawai ini sudah tidak ada. Tutup surat ini dengan alasannya.' },
  left: { label: 'Pegawai ini tidak lagi aktif. Periksa keadaannya; surat ini tetap dapat ditulis ke riwayat, atau ditutup.' },
  overtaken: { label: 'Riwayat pegawai ini sudah memuat keputusan yang sama atau yang lebih baru. Periksa dahulu; surat ini tetap dapat ditulis, atau ditutup.' },
  incomplete: { label: 'Surat ini belum bernomor atau belum ada berkasnya. Coba tulis lagi setelah suratnya lengkap.' },
}

export const stageWords: Record<Stage, { label: string }> = {
  running: { label: 'Sedang disiapkan' },
  trouble: { label: 'Perlu diperiksa' },
  written: { label: 'Sudah ditetapkan' },
  closed: { label: 'Ditutup' },
}
