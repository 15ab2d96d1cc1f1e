import { t } from '#platform/i18n/locale.ts'
import { Badge, StateBadge } from '#ui/index.ts'
import { secrecyWords } from '#modules/correspondence/contract.ts'
import { isSecret, type Dossier } from '../dossier.ts'
import { stateWords } from './words.ts'

/** State and class of a dossier in badges; one that is open to all readers says only its state. */
export const Standing = ({ dossier: { state, secrecy, disposalId } }: { dossier: Pick<Dossier, 'state' | 'secrecy' | 'disposalId'> }) => (
  <>
    <StateBadge state={state} states={stateWords} /> {secrecy !== 'B' && <Badge tone={isSecret(secrecy) ? 'bad' : 'info'}>{t(secrecyWords[secrecy])}</Badge>} {disposalId && <Badge tone="warn">{t('Dalam usul')}</Badge>}
  </>
)
