import type { StateWords } from '#ui/index.ts'
import type { Banner, Event, State, Tone } from '../banner.ts'

export const toneWords: Record<Tone, { label: string; hint: string }> = {
  danger: { label: 'Darurat', hint: 'Ada bahaya; orang harus berbuat sesuatu sekarang.' },
  warn: { label: 'Waspada', hint: 'Bahaya atau gangguan mungkin datang.' },
  info: { label: 'Info', hint: 'Hal penting tanpa bahaya, misalnya layanan tutup.' },
}

/** How a banner stands for those who look after it: one that is shown may still wait for its turn. */
type Standing = State | 'queued'

export const standingWords: StateWords<Standing> = {
  draft: { label: 'Konsep', tone: 'plain' },
  scheduled: { label: 'Terjadwal', tone: 'info' },
  shown: { label: 'Sedang tampil', tone: 'good' },
  queued: { label: 'Menunggu giliran', tone: 'warn' },
  ended: { label: 'Berakhir', tone: 'plain' },
}

/** @param shown banners that are shown, in the order of their turn */
export const standingOf = (banner: Banner, shown: readonly Banner[]): Standing => (banner.state === 'shown' && shown.length > 0 && shown[0]!.id !== banner.id ? 'queued' : banner.state)

export const eventWords: Record<Event, string> = {
  save: 'Isi disimpan',
  show: 'Ditampilkan',
  schedule: 'Dijadwalkan',
  unschedule: 'Jadwal dibatalkan',
  extend: 'Diperpanjang',
  stop: 'Dihentikan',
  expire: 'Berakhir menurut waktunya',
}
