import { t } from '#platform/i18n/locale.ts'
import type { Invitation } from '#modules/correspondence/contract.ts'

/** What a meeting is called: of a secret letter nobody learns from a calendar what it is about. */
export const titleOf = ({ secret, agenda, subject }: Pick<Invitation, 'secret' | 'agenda' | 'subject'>): string => (secret ? t('Acara terbatas') : agenda || subject)
