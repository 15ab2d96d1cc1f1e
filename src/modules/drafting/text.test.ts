import { describe, expect, it } from 'vitest'
import { arranged, between } from './chain.ts'
import { aContent, anAddressee } from './testing.ts'
import { filledIn, meetingWords, missingIn, onlyTextDiffers } from './text.ts'

const meeting = { from: '2026-12-01T02:00:00Z', to: null, place: 'Pendopo', link: null, agenda: 'rapat' }

describe('a meeting in words', () => {
  it('is said in the government’s own time', () => {
    expect(meetingWords(meeting, 'Asia/Jakarta')).toEqual({ hari: 'Selasa', tanggal: '1 Desember 2026', waktu: '09.00 WIB s.d. selesai', tempat: 'Pendopo', acara: 'rapat' })
    expect(meetingWords({ ...meeting, to: '2026-12-01T04:30:00Z' }, 'Asia/Makassar').waktu).toBe('10.00 WITA s.d. 12.30 WITA')
  })

  it('may last for days, and be on the net', () => {
    expect(meetingWords({ ...meeting, to: '2026-12-03T09:00:00Z', place: '', link: 'https://rapat.example/1' }, 'Asia/Jakarta')).toMatchObject({ hari: 'Selasa s.d. Kamis', tanggal: '1 Desember 2026 s.d. 3 Desember 2026', tempat: 'daring: https://rapat.example/1' })
  })

  it('stands where the text names it, and nowhere without a meeting', () => {
    expect(filledIn('Hadir di {tempat}, {lain}.', meeting, 'Asia/Jakarta')).toBe('Hadir di Pendopo, {lain}.')
    expect(filledIn('Hadir di {tempat}.', null, 'Asia/Jakarta')).toBe('Hadir di {tempat}.')
  })
})

describe('what is still to be written', () => {
  it('is every bracket of a template, once, and no link', () => {
    expect(missingIn(aContent('p', { body: '[nama] dan [nama], lihat [portal](https://a.id), [1]', parts: { dasar: '[dasar]' } }))).toEqual(['[nama]', '[dasar]'])
    expect(missingIn(aContent('p', { body: 'As the editor writes it: \\[nama\\]' }))).toEqual(['[nama]'])
    expect(missingIn(aContent('p', { body: 'Hadir {tanggal}.' }))).toEqual(['{tanggal}'])
    expect(missingIn(aContent('p', { body: 'Hadir {tanggal}.', meeting }))).toEqual([])
  })
})

describe('a change', () => {
  it('is of the text alone, or of whom it is for, who signs and how secret it is', () => {
    const before = aContent('p')
    expect(onlyTextDiffers(before, { ...before, body: 'Lain', subject: 'Lain', annexes: [{ title: 'a', body: 'b' }] })).toBe(true)
    for (const change of [{ addressees: [anAddressee({ name: 'Lain' })] }, { secrecy: 'R' as const }, { signer: { ...before.signer, onBehalfOf: 'x' } }, { classification: '1' }]) expect(onlyTextDiffers(before, { ...before, ...change })).toBe(false)
  })
})

describe('the way to the signer', () => {
  it('is the line above the drafter up to them', () => {
    expect(between(['kasi', 'kabid', 'kadis', 'sekda'], 'kadis', ['sekda'])).toEqual(['kasi', 'kabid'])
    expect(between(['kadis'], 'kadis', [])).toEqual([])
  })

  it('goes up to where the lines meet when the signer stands elsewhere, or to the top', () => {
    expect(between(['kabid', 'kadis', 'sekda', 'bupati'], 'asisten', ['sekda', 'bupati'])).toEqual(['kabid', 'kadis'])
    expect(between(['kabid', 'kadis'], 'camat', ['bupati'])).toEqual(['kabid', 'kadis'])
  })

  it('asks other units before the last of the own line', () => {
    const chain = [{ postId: 'kabid', kind: 'hierarchy' }, { postId: 'sekdin', kind: 'hierarchy' }, { postId: 'hukum', kind: 'coordination' }] as const
    expect(arranged(chain).map(({ postId }) => postId)).toEqual(['kabid', 'hukum', 'sekdin'])
    expect(arranged([{ postId: 'hukum', kind: 'coordination' }])).toHaveLength(1)
  })
})
