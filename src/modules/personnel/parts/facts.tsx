import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { DateTime, StateBadge, type Fact } from '#ui/index.ts'
import { educationWords, kindWords, levelWords, sexWords } from '../contract.ts'
import type { File, Private } from '../employee.ts'
import { gradeName, type Lists } from './lists.ts'
import { maritalWords, religionWords, statusWords, wordOf } from './words.ts'

/** What everybody who may open a file sees of it. */
export const serviceFacts = (file: File, { units, lists, maskedNik }: { units: UnitTree; lists: Lists; maskedNik: string | null }): Fact[] => [
  { label: t('Keadaan'), value: <StateBadge state={file.status} states={statusWords} /> },
  { label: t('Jenis pegawai'), value: t(kindWords[file.kind]) },
  { label: t('NIP'), value: file.nip },
  { label: t('NIK'), value: maskedNik },
  { label: t('Unit kerja'), value: units.byId(file.unitId)?.name ?? t('Unit yang sudah ditutup') },
  { label: t('Jabatan'), value: file.positionTitle && <>{file.positionTitle}{file.positionSince && <>, {t('sejak {date}', { date: longDate(file.positionSince) })}</>}</> },
  { label: t('Jenjang jabatan'), value: file.positionLevel && t(wordOf(levelWords, file.positionLevel)) },
  { label: t('Golongan'), value: file.grade && <>{gradeName(file.grade, lists)}{file.gradeSince && <>, {t('sejak {date}', { date: longDate(file.gradeSince) })}</>}</> },
  { label: t('Pendidikan terakhir'), value: file.education && t(wordOf(educationWords, file.education)) },
  { label: t('Jenis kelamin'), value: t(sexWords[file.sex]) },
  { label: t('Mulai bekerja'), value: file.enteredOn && <DateTime at={file.enteredOn} /> },
  { label: t('Kontrak sampai'), value: file.contractUntil && <DateTime at={file.contractUntil} /> },
  { label: t('Izin berlaku sampai'), value: file.licenseUntil && <DateTime at={file.licenseUntil} /> },
]

/** What only the person and those who may see it are shown. */
export const privateFacts = (file: File & Pick<Private, 'nik'>): Fact[] => [
  { label: t('NIK'), value: file.nik },
  { label: t('Tempat lahir'), value: file.birthPlace },
  { label: t('Tanggal lahir'), value: <DateTime at={file.birthDate} /> },
  { label: t('Agama'), value: file.religion && t(wordOf(religionWords, file.religion)) },
  { label: t('Status perkawinan'), value: file.marital && t(wordOf(maritalWords, file.marital)) },
  { label: t('Telepon'), value: file.phone },
  { label: t('Surel'), value: file.email },
  { label: t('Alamat rumah'), value: file.address },
  { label: t('Alasan nomor berbeda'), value: file.numberReason },
]
