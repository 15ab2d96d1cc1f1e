import type { Who } from '#platform/access/who.ts'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Dataset } from '#modules/datasets/contract.ts'
import { ButtonLink, DataTable, Section, StateBadge, type StateWords } from '#ui/index.ts'
import type { Access } from '../contract.ts'
import { mayUse, stands } from '../policy.ts'
import { degreeWords } from './words.ts'

type Standing = 'stands' | 'later' | 'over' | 'revoked'

const standingWords: StateWords<Standing> = { stands: { label: 'Berlaku', tone: 'good' }, later: { label: 'Belum berlaku', tone: 'plain' }, over: { label: 'Berakhir', tone: 'plain' }, revoked: { label: 'Dicabut', tone: 'bad' } }

const standingOf = (access: Access, today: string): Standing => (access.revokedOn ? 'revoked' : stands(access, today) ? 'stands' : access.from > today ? 'later' : 'over')

/** Where what was given is used. */
function useAddress(access: Access, dataset: Dataset | null): string | null {
  if (access.degree === 'full' || access.degree === 'sample') return `/kerja/permintaan-data/${access.requestId}/data`
  if (!dataset) return null
  return access.degree === 'query' ? `/kerja/kueri-data?data=${dataset.slug}` : `/data/${dataset.slug}`
}

/** What was given under a request, how far and until when. */
export const AccessList = ({ accesses, dataset, today, who }: { accesses: readonly Access[]; dataset: Dataset | null; today: string; who: Who }) => (
  <Section title={t('Yang diberikan')}>
    <DataTable caption={t('Yang diberikan')} rows={accesses} rowKey={one => one.id} columns={[
      { label: t('Tingkat'), main: true, cell: one => t(degreeWords[one.degree]) },
      { label: t('Kolom'), cell: one => (one.columns ? one.columns.join(', ') : t('Semua')) },
      { label: t('Berlaku'), cell: one => <>{longDate(one.from)} – {longDate(one.until)}</> },
      { label: t('Keadaan'), cell: one => <><StateBadge state={standingOf(one, today)} states={standingWords} /> {one.revokeReason}</> },
      { label: t('Pakai'), cell: one => { const address = mayUse(who, one, today) ? useAddress(one, dataset) : null; return address && <ButtonLink kind="quiet" href={address} about={t(degreeWords[one.degree])}>{t('Pakai')}</ButtonLink> } },
    ]} />
  </Section>
)
