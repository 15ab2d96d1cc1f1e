import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'

/** Reference data holds for the whole government, so keeping it takes the permission for all of it. */
export const keeps = ({ who }: Pick<Context, 'who'>): void => {
  if (!who.reach('reference.manage')?.government) throw new Refused('Data rujukan berlaku untuk seluruh pemerintah daerah, sedangkan wewenang Anda hanya untuk sebagian.')
}

/** Holidays and thresholds decide how days are counted: kept pages that count them are made again. */
export const announce = (tx: Tx): Promise<void> => changed(tx, 'day')
