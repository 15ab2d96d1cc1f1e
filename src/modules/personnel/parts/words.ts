import { t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import type { EmployeeStatus } from '../contract.ts'
import type { maritals, RecordState, religions } from '../employee.ts'

export const statusWords: StateWords<EmployeeStatus> = {
  active: { label: 'Aktif', tone: 'good' },
  cltn: { label: 'Cuti di luar tanggungan negara', tone: 'info' },
  retired: { label: 'Pensiun', tone: 'plain' },
  moved: { label: 'Pindah instansi', tone: 'plain' },
  dismissed: { label: 'Diberhentikan', tone: 'plain' },
  deceased: { label: 'Meninggal', tone: 'plain' },
}

export const religionWords: Record<(typeof religions)[number], string> = {
  islam: 'Islam', kristen: 'Kristen', katolik: 'Katolik', hindu: 'Hindu', buddha: 'Buddha', konghucu: 'Konghucu', kepercayaan: 'Kepercayaan terhadap Tuhan Yang Maha Esa',
}

export const maritalWords: Record<(typeof maritals)[number], string> = { belum: 'Belum kawin', kawin: 'Kawin', 'cerai-hidup': 'Cerai hidup', 'cerai-mati': 'Cerai mati' }

export const recordStates: StateWords<RecordState> = {
  verified: { label: 'Sah', tone: 'good' },
  proposed: { label: 'Menunggu pemeriksaan', tone: 'info' },
  refused: { label: 'Ditolak', tone: 'bad' },
}

/** Codes with their words to choose from. */
export const optionsOf = (words: Readonly<Record<string, string>>): { value: string; label: string }[] => Object.entries(words).map(([value, label]) => ({ value, label: t(label) }))

/** The words of a code, or the code itself where it is of another time. */
export const wordOf = (words: Readonly<Record<string, string>>, code: string | null): string => (code === null ? '' : (words[code] ?? code))
