import { t } from '#platform/i18n/locale.ts'
import { Badge, StateBadge } from '#ui/index.ts'
import { secrecyWords } from '#modules/correspondence/contract.ts'
import { dossierStateWords, type Dossier } from '../contract.ts'
import { isSecret } from '../dossier.ts'

/** State and class of a dossier in badges; one that is open to all readers says only its state. */
export const Standing = ({ dossier: { state, secrecy, proposalId } }: { dossier: Pick<Dossier, 'state' | 'secrecy' | 'proposalId'> }) => (
  <>
    <StateBadge state={state} states={dossierStateWords} /> {secrecy !== 'B' && <Badge tone={isSecret(secrecy) ? 'bad' : 'info'}>{t(secrecyWords[secrecy])}</Badge>} {proposalId && <Badge tone="warn">{t('Dalam usul')}</Badge>}
  </>
)
