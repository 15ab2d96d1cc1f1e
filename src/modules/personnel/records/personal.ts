import { t } from '#platform/i18n/locale.ts'
import { among } from '#ui/part/among.tsx'
import { line, mail, phone } from '#ui/part/inputs.tsx'
import type { File } from '../employee.ts'
import { maritalWords, optionsOf, religionWords } from '../parts/words.ts'
import { recordKind } from './kind.ts'

/** Corrections of what is written of a person; NIP, NIK, birth date and sex are corrected by the personnel officer. */
export const personal = recordKind({
  kind: 'personal',
  label: 'Data pribadi',
  hint: 'Nama, gelar, alamat, dan cara menghubungi. Perbaikan NIP, NIK, tanggal lahir, dan jenis kelamin: tulis di keterangan.',
  paper: {},
  sensitive: true,
  parts: () => ({
    name: line('Nama tanpa gelar', { required: true, max: 120 }),
    titleBefore: line('Gelar depan', { max: 40 }),
    titleAfter: line('Gelar belakang', { max: 80 }),
    birthPlace: line('Tempat lahir', { max: 80 }),
    religion: among('Agama', { options: optionsOf(religionWords) }),
    marital: among('Status perkawinan', { options: optionsOf(maritalWords) }),
    phone: phone('Telepon'),
    email: mail('Surel'),
    address: line('Alamat rumah', { max: 300 }),
    remark: line('Keterangan', { max: 300 }),
  }),
  title: () => t('Perbaikan data pribadi'),
  note: ({ remark }) => remark || null,
})

/** What stands in a file today, as this kind of record would say it. */
export const personalOf = (file: File): Record<string, string> =>
  Object.fromEntries((['name', 'titleBefore', 'titleAfter', 'birthPlace', 'religion', 'marital', 'phone', 'email', 'address'] as const).map(key => [key, file[key] ?? '']))
