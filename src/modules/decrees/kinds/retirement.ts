import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { choice, day } from '#ui/part/inputs.tsx'
import { decreeKind, newest } from './kind.ts'

const grounds = { usia: 'Mencapai batas usia pensiun', sendiri: 'Atas permintaan sendiri', kesehatan: 'Tidak cakap jasmani atau rohani' }

/** Pensiun. */
export const retirement = decreeKind({
  kind: 'retirement',
  label: 'Pensiun',
  text: 'Keputusan pensiun Anda sudah ditandatangani, nomor {number}.',
  rests: ['other'],
  facts: ({ birthDate, enteredOn }) => [
    { label: t('Tanggal lahir'), value: longDate(birthDate) },
    { label: t('Mulai bekerja'), value: enteredOn && longDate(enteredOn) },
  ],
  parts: () => ({
    ground: choice('Alasan', grounds),
    since: day('Terhitung mulai tanggal (TMT)', { required: true }),
  }),
  begin: ({ dueOn }) => ({ ground: 'usia', since: dueOn }),
  row({ ground, since }, { enteredOn }, _lists, wrong) {
    if (since !== '' && enteredOn && since <= enteredOn) wrong('since', 'Tanggal ini sebelum mulai bekerja.')
    return { kind: 'other', since, until: null, content: { sort: 'pensiun', text: `Pensiun: ${grounds[ground].toLowerCase()}` } }
  },
  words: ({ since, content: { text } }) => ({ alasan: typeof text === 'string' ? text.replace(/^Pensiun: /, '') : '', tmt: since ? longDate(since) : '–' }),
  overtaken: (_row, history) => newest(history, 'other', 'pensiun') !== undefined,
})
