import { t } from '#platform/i18n/locale.ts'
import type { Holidays } from '#platform/time/working-days.ts'
import { ButtonLink, type Fact } from '#ui/index.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { lengthOf } from '../days.ts'
import type { Kind, Request } from '../leave.ts'
import { groundOf, kindOf } from '../rules.ts'
import { groundName, kindName, lengthWords, spanWords } from './words.ts'

interface Shown {
  kinds: readonly Kind[]
  holidays: Holidays
  standIns: readonly { title: string; name: string }[]
  paperHref: string
}

/** What is asked for, and why. */
export function whatFacts(request: Request, { kinds, holidays, standIns, paperHref }: Shown): Fact[] {
  const kind = kindOf(kinds, request.kind)
  const ground = groundOf(kind, request.ground)
  return [
    { label: t('Jenis cuti'), value: kindName(kind, request.kind) },
    { label: t('Alasan menurut aturan'), value: kind && ground && groundName(kind, ground) },
    { label: t('Tanggal'), value: spanWords(request) },
    { label: t('Lamanya'), value: lengthWords(lengthOf(request, kind?.count ?? 'days', holidays)) },
    { label: t('Anak ke-'), value: request.birth },
    { label: t('Keperluan'), value: request.reason },
    { label: t('Surat bukti'), value: request.paperId && <ButtonLink kind="quiet" href={paperHref} download>{t('Unduh')}</ButtonLink> },
    { label: t('Plh. selama cuti'), value: standIns.length > 0 && standIns.map(({ title, name }) => `${name} (${title})`).join(', ') },
  ]
}

/** Where the person is meanwhile, and by which rules. */
export const whereFacts = (request: Request, { kinds }: Pick<Shown, 'kinds'>): Fact[] => [
  { label: t('Alamat selama cuti'), value: request.address },
  { label: t('Telepon selama cuti'), value: request.phone },
  { label: t('Nomor surat cuti'), value: request.letterNumber },
  { label: t('Dasar hukum'), value: kindOf(kinds, request.kind)?.legalBasis },
]

/** Who somebody is, for those who decide. */
export const personFacts = ({ nip, position }: Employee, unit: string | undefined): Fact[] => [
  { label: t('NIP'), value: nip },
  { label: t('Jabatan'), value: position },
  { label: t('Unit kerja'), value: unit },
]
