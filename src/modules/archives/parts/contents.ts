import { t } from '#platform/i18n/locale.ts'
import type { Context } from '#platform/web/page.ts'
import { letters } from '#modules/correspondence/contract.ts'
import type { Contents, Counted, Item, Shown } from '../contract.ts'
import { isSecret } from '../dossier.ts'
import type { Reader } from '../policy.ts'
import { itemsFor } from '../store.ts'

/**
 * The content of dossiers as far as the person may know of it, by dossier. Letters go by the rules of letters and by
 * nothing else; of what is left out only the number is told.
 */
export async function contentsOf(context: Context, reader: Reader, dossiers: readonly Pick<Counted, 'id' | 'items'>[]): Promise<Map<string, Contents>> {
  const { db, ask } = context
  const items = await itemsFor(db, reader, dossiers.map(({ id }) => id))
  const ids = items.flatMap(({ letterId }) => letterId ?? [])
  const visible = await ask(letters).visible(context, ids)
  const known = await ask(letters).byIds(db, [...visible])
  const shown = items.flatMap(item => {
    const letter = item.letterId ? (known.get(item.letterId) ?? null) : null
    return item.letterId && !letter ? [] : [{ ...item, letter }]
  })
  const byDossier = Map.groupBy(shown, ({ dossierId }) => dossierId)
  return new Map(dossiers.map(({ id, items: all }) => [id, { shown: byDossier.get(id) ?? [], hidden: all - (byDossier.get(id)?.length ?? 0) }]))
}

/** Class as it counts now: that of a letter may have changed since it was filed. */
export const secrecyOf = ({ letter, secrecy }: Pick<Shown, 'letter' | 'secrecy'>): Item['secrecy'] => letter?.secrecy ?? secrecy

type Called = Pick<Shown, 'letter' | 'title' | 'secrecy'>

/** What a thing is called in lists: a secret one says nothing of itself there. */
export function titleOf(shown: Called): string {
  const secrecy = secrecyOf(shown)
  if (!isSecret(secrecy)) return shown.letter?.subject ?? shown.title ?? ''
  if (shown.letter) return secrecy === 'SR' ? t('Surat sangat rahasia') : t('Surat rahasia')
  return secrecy === 'SR' ? t('Arsip sangat rahasia') : t('Arsip rahasia')
}

/** The same with number and sender, as descriptions of archives have them. */
export const describedOf = (shown: Called): string => {
  const { letter } = shown
  return letter && !isSecret(letter.secrecy) ? [letter.sender, letter.number, letter.subject].filter(Boolean).join(' · ') : titleOf(shown)
}

/** What was noted beside a thing; beside a secret one, nothing lists may tell. */
export const remarksOf = (shown: Pick<Shown, 'letter' | 'secrecy' | 'remarks'>): string => (isSecret(secrecyOf(shown)) ? '' : (shown.remarks ?? ''))
