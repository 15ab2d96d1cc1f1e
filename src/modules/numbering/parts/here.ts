import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import type { Crumb } from '#ui/index.ts'
import { mayManage, mayRead } from '../policy.ts'
import type { SeriesKey } from '../rules.ts'

export const home = '/kerja/penomoran'

/** Today where the government is. */
export const todayOf = ({ now, government }: Pick<Context, 'now' | 'government'>): string => dayIn(now, government.zone)

/** The unit of an address, for whoever may read or manage its numbers; to a stranger there is none. */
export async function unitHere({ ask, government, params, who }: Pick<Context, 'ask' | 'government' | 'params' | 'who'>, right: 'read' | 'manage'): Promise<{ unit: Unit; units: UnitTree }> {
  const units = await ask(unitDirectory).of(government.id)
  const unit = units.byId(params.unit ?? '')
  if (!unit || !(right === 'read' ? mayRead : mayManage)(who, unit.id)) throw new NotFound()
  return { unit, units }
}

const withKind = (address: string, kind: string | null) => (kind ? `${address}?jenis=${kind}` : address)

/** Address of a book. */
export const bookHref = ({ unitId, kind }: SeriesKey): string => withKind(`${home}/${unitId}`, kind)

/** Address of what is done with a book: `pesan`, `catat`, `pola`, `cetak`. */
export const stepHref = ({ unitId, kind }: SeriesKey, step: string): string => withKind(`${home}/${unitId}/${step}`, kind)

/** Pages about a book lead back to the list and to the book. */
export const crumbsOf = (unit?: Unit, kind: string | null = null): Crumb[] => [{ label: t('Penomoran'), href: home }, ...(unit ? [{ label: unit.shortName, href: bookHref({ unitId: unit.id, kind }) }] : [])]
