import { describe, expect, it } from 'vitest'
import { arranged, between } from './chain.ts'
import { aContent, anAddressee } from './testing.ts'
import { missingIn, onlyTextDiffers } from './text.ts'

describe('what is still to be written', () => {
  it('is every bracket of a template, once, and no link', () => {
    expect(missingIn(aContent('p', { body: '[nama] dan [nama], lihat [portal](https://a.id), [1]', parts: { dasar: '[dasar]' } }))).toEqual(['[nama]', '[dasar]'])
    expect(missingIn(aContent('p', { body: 'As the editor writes it: \\[nama\\]' }))).toEqual(['[nama]'])
    expect(missingIn(aContent('p', { body: 'Hadir {tanggal}.' }))).toEqual(['{tanggal}'])
    expect(missingIn(aContent('p', { body: 'Hadir {tanggal}.', meeting: { from: '2026-12-01T02:00:00Z', to: null, place: 'Pendopo', link: null, agenda: 'rapat' } }))).toEqual([])
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
