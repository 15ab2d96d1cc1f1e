import { t } from '#platform/i18n/locale.ts'
import { choice, line } from '#ui/part/inputs.tsx'
import { recordKind } from './kind.ts'

const sorts = { str: 'Surat tanda registrasi (STR)', sip: 'Surat izin praktik (SIP)', kompetensi: 'Sertifikat kompetensi', profesi: 'Sertifikat profesi', lisensi: 'Lisensi atau surat izin lain' }

/** Licences to practise and certificates that end. A newer one of the same name takes the place of the older. */
export const license = recordKind({
  kind: 'license',
  label: 'Izin dan sertifikat',
  hint: 'STR, SIP, dan sertifikat dengan masa berlaku. Kosongkan tanggal akhir bila berlaku seumur hidup.',
  paper: { number: 'Nomor', on: 'Tanggal terbit', official: 'Penerbit', since: 'Berlaku mulai', until: 'Berlaku sampai' },
  parts: () => ({ name: line('Nama izin atau sertifikat', { required: true, max: 200 }), sort: choice('Jenis', sorts) }),
  title: ({ name }) => name,
  note: ({ sort }) => t(sorts[sort]),
})
