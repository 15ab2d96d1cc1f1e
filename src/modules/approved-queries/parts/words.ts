import type { StateWords } from '#ui/index.ts'
import { t } from '#platform/i18n/locale.ts'
import type { ApprovalState } from '../approval.ts'
import { other } from '../contract.ts'
import type { Approval } from '../store.ts'

export const approvalWords: StateWords<ApprovalState> = { draft: { label: 'Konsep', tone: 'plain' }, approved: { label: 'Disetujui', tone: 'good' }, withdrawn: { label: 'Dicabut', tone: 'bad' } }

export const audienceWords: Record<Approval['audience'], string> = { granted: 'Yang diberi izin lewat permintaan data', officers: 'Semua perangkat daerah' }

/** Values of a row as people read them; several were merged because one alone is too small. */
export const valueWords = (values: readonly string[]): string => values.map(value => (value === other ? t('Lainnya') : value)).join(', ')
