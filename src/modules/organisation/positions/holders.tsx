import { t } from '#platform/i18n/locale.ts'
import { Badge, DateTime } from '#ui/index.ts'
import type { InCharge } from '../contract.ts'
import { overlapping } from './in-charge.ts'
import { holdersText } from './words.ts'

/** Who holds a position today, whoever is in charge first in `holders`; what is odd about it is said beside. */
export function Holders({ holders }: { holders: readonly Pick<InCharge, 'name' | 'kind' | 'to'>[] }) {
  const [first] = holders
  if (!first) return <Badge tone="warn">{t('Lowong')}</Badge>
  return <>{holdersText(holders)}{first.to && <small> {t('sampai')} <DateTime at={first.to} as="short" /></small>}{overlapping(holders) && <> <Badge tone="bad">{t('Tumpang tindih')}</Badge></>}</>
}
