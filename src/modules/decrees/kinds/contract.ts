import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { addMonths } from '#platform/time/zone.ts'
import { day } from '#ui/part/inputs.tsx'
import { decreeKind, newest } from './kind.ts'

const shifted = (date: string, by: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

/** Perpanjangan perjanjian kerja. */
export const contract = decreeKind({
  kind: 'contract',
  label: 'Perpanjangan perjanjian kerja',
  text: 'Perpanjangan perjanjian kerja Anda sudah ditandatangani, nomor {number}.',
  rests: ['other', 'performance'],
  facts: ({ contractUntil }) => [{ label: t('Kontrak sampai'), value: contractUntil && longDate(contractUntil) }],
  parts: () => ({
    since: day('Terhitung mulai tanggal (TMT)', { required: true }),
    until: day('Diperpanjang sampai tanggal', { required: true }),
  }),
  // A year, unless somebody says otherwise.
  begin: ({ dueOn }) => ({ since: shifted(dueOn, 1), until: addMonths(dueOn, 12) }),
  row({ since, until }, { kind, contractUntil }, { shortest }, wrong) {
    const months = shortest.get(kind) ?? 0
    if (since !== '' && contractUntil && since <= contractUntil) wrong('since', 'Kontrak yang sekarang masih berlaku pada tanggal ini.')
    if (since !== '' && until !== '' && until < since) wrong('until', 'Tanggal akhir tidak boleh sebelum tanggal mulai.')
    else if (since !== '' && until !== '' && until < shifted(addMonths(since, months), -1)) wrong('until', 'Perpanjangan paling singkat {months} bulan.', { months })
    return { kind: 'other', since, until, content: { sort: 'kontrak', text: 'Perpanjangan perjanjian kerja' } }
  },
  words: ({ since, until }, { contractUntil }) => ({ kontrak_lama: contractUntil ? longDate(contractUntil) : '–', tmt: since ? longDate(since) : '–', sampai: until ? longDate(until) : '–' }),
  overtaken: ({ until }, history) => (newest(history, 'other', 'kontrak')?.until ?? '') >= (until ?? ''),
})
