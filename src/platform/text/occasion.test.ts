import { describe, expect, it } from 'vitest'
import { filledIn, occasionWords } from './occasion.ts'

const meeting = { from: '2026-12-01T02:00:00Z', to: null, place: 'Pendopo', link: null, agenda: 'rapat' }

describe('an occasion in words', () => {
  it('is said in the government’s own time', () => {
    expect(occasionWords(meeting, 'Asia/Jakarta')).toEqual({ hari: 'Selasa', tanggal: '1 Desember 2026', waktu: '09.00 WIB s.d. selesai', tempat: 'Pendopo', acara: 'rapat' })
    expect(occasionWords({ ...meeting, to: '2026-12-01T04:30:00Z' }, 'Asia/Makassar').waktu).toBe('10.00 WITA s.d. 12.30 WITA')
  })

  it('may last for days, and be on the net', () => {
    expect(occasionWords({ ...meeting, to: '2026-12-03T09:00:00Z', place: '', link: 'https://rapat.example/1' }, 'Asia/Jakarta')).toMatchObject({ hari: 'Selasa s.d. Kamis', tanggal: '1 Desember 2026 s.d. 3 Desember 2026', tempat: 'daring: https://rapat.example/1' })
  })

  it('stands where the text names it, and nowhere without a meeting', () => {
    expect(filledIn('Hadir di {tempat}, {lain}.', meeting, 'Asia/Jakarta')).toBe('Hadir di Pendopo, {lain}.')
    expect(filledIn('Hadir di {tempat}.', null, 'Asia/Jakarta')).toBe('Hadir di {tempat}.')
  })
})
