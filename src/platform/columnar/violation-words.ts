import { t } from '../i18n/locale.ts'
import type { Rule } from './table.ts'

/** What a file of violations says. */
export interface ViolationWords {
  /** Row, column, what stands there, what is wrong with it. */
  headings: readonly [string, string, string, string]
  rules: Readonly<Record<Rule, string>>
}

/** The words in the language of whoever asks. */
export const violationWords = (): ViolationWords => ({
  headings: [t('Nomor baris'), t('Kolom'), t('Isi'), t('Masalah')],
  rules: {
    type: t('Tidak sesuai dengan jenis kolom'),
    required: t('Harus diisi'),
    key: t('Kunci yang sama sudah ada di baris lain'),
    min: t('Kurang dari batas'),
    max: t('Lebih dari batas'),
    codes: t('Bukan kode yang berlaku'),
    region: t('Wilayah tidak dikenal'),
    geometry: t('Koordinat tidak sah'),
    long: t('Sel lebih banyak daripada judul'),
    short: t('Sel lebih sedikit daripada judul'),
    quotes: t('Tanda kutip tidak ditutup'),
    encoding: t('Huruf tidak terbaca'),
    digits: t('Digit belakang hilang di Excel'),
  },
})
