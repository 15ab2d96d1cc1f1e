import { describe, expect, it } from 'vitest'
import { namingProblems } from './naming.ts'

const measures = ['Jumlah', 'Rata-rata', 'Panjang', 'Angka']
const told = (name: string, asConcept = false) => namingProblems(name, asConcept ? measures : []).map(({ text, values }) => Object.values(values ?? {}).join('|') || text.split(' ').slice(0, 3).join(' '))

describe('a good name', () => {
  it.each(['Jumlah Penduduk', 'Angka Partisipasi Murni', 'Persentase Rumah Tangga dengan Air Minum Layak', 'Jumlah Sekolah Menengah Kelas X', 'Luas Panen Padi', 'Wisatawan Nusantara', 'Aparatur Sipil Negara Golongan III'])('%s', name => expect(told(name)).toEqual([]))
})

describe('a name is told', () => {
  it.each([
    ['a period', 'Jumlah Penduduk Kab.Tegal', ['Jangan memakai titik', 'Kabupaten|Kab.']],
    ['a word shortened, with what is meant', 'Jml Penduduk', ['Jumlah|Jml']],
    ['letters that stand for words', 'Nilai PDRB', ['PDRB']],
    ['letters in brackets', 'Angka Partisipasi Murni (APM)', ['APM']],
    ['small letters', 'Jumlah penduduk', ['penduduk']],
    ['a small first word', 'dan Penduduk', ['dan']],
    ['capitals only', 'JUMLAH PENDUDUK', ['Jangan menulis semuanya']],
    ['several things at once', 'jml penduduk', ['Jumlah|jml', 'penduduk']],
  ])('of %s', (_, name, wrong) => expect(told(name)).toEqual(wrong))

  it('of a measure it begins with, when it is a concept', () => {
    expect(told('Jumlah Penduduk', true)).toEqual(['Jumlah'])
    expect(told('Rata-rata Lama Sekolah', true)).toEqual(['Rata-rata'])
    expect(told('Penduduk', true)).toEqual([])
    expect(told('Jumlahan', true)).toEqual([])
  })
})
