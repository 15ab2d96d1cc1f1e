import { t } from '#platform/i18n/locale.ts'
import type { Source } from '../contract.ts'
import type { Origin } from './reconciled.ts'

/** Where a value comes from, in words. */
export function originText(origin: Origin, sources: readonly Pick<Source, 'id' | 'label'>[]): string {
  const label = (id: string | null) => sources.find(one => one.id === id)?.label ?? ''
  const all = (ids: readonly string[]) => sources.filter(({ id }) => ids.includes(id)).map(one => one.label).join(' + ')
  if (origin.kind === 'none') return ''
  if (origin.kind === 'sources') return all(origin.sourceIds)
  if (origin.kind === 'open') return t('belum diputuskan: {sources}', { sources: all(origin.sourceIds) })
  if (origin.kind === 'both') return t('keduanya benar: {sources}', { sources: all(origin.sourceIds) })
  return origin.sourceId ? t('diputuskan: {source}', { source: label(origin.sourceId) }) : t('diputuskan: nilai sendiri')
}
