import { t } from '#platform/i18n/locale.ts'
import { Badge, DateTime, Muted, Share } from '#ui/index.ts'
import { partNames, type PartCode } from '../requirement.ts'
import type { Subject } from '../store.ts'

/** A score as lists show it. */
export function scoreCell({ score, waiting }: Subject) {
  if (score === null) return <Badge tone={waiting ? 'info' : 'plain'}>{waiting ? t('Menunggu giliran') : t('Belum diperiksa')}</Badge>
  return <Share share={score / 100}>{score}</Share>
}

/** What costs the most points, by name, and how much more there is. */
export function lackingCell({ parts, facts }: Subject) {
  const lost = parts.filter(part => part.text !== null).toSorted((a, b) => b.of - b.points - (a.of - a.points))
  if (facts.failure) return <Badge tone="bad">{t('Tidak dapat diperiksa')}</Badge>
  if (lost.length === 0) return null
  return <>{lost.slice(0, 3).map(part => t(partNames[part.code])).join(', ')}{lost.length > 3 && <> <Muted>{t('dan {n} lagi', { n: lost.length - 3 })}</Muted></>}</>
}

/** When it was audited; nothing when it never was. */
export const auditedCell = ({ auditedAt }: Subject) => auditedAt && <DateTime at={auditedAt} as="ago" />

/** Names of parts to choose from in filters. */
export const partOptions = (codes: readonly PartCode[]) => codes.map(value => ({ value, label: t(partNames[value]) }))
