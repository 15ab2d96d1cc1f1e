import type { Who } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Refused } from '#platform/web/problems.ts'
import type { Banner, Event } from '../banner.ts'
import type { Means } from '../lifecycle.ts'
import { may, mayPublish } from '../policy.ts'
import { bannerById } from '../store.ts'

export const meansOf = ({ government, hands, ask }: Pick<Context, 'government' | 'hands' | 'ask'>): Means => ({ governmentId: government.id, jobs: hands.jobs, ask })

/** @throws Refused for those whose right does not reach the whole government */
export function publisherOnly(who: Who): void {
  if (!mayPublish(who)) throw new Refused('Banner berlaku untuk seluruh pemerintah daerah; peran Anda hanya untuk sebagian unit.')
}

/** The banner of an address, for whoever may publish and, when given, do `event` to it. */
export async function bannerHere({ db, who }: Pick<Context, 'db' | 'who'>, id: string, event?: Event): Promise<Banner> {
  publisherOnly(who)
  const banner = await bannerById(db, id)
  if (!banner) throw new NotFound()
  if (event && !may(who, event, banner.state)) throw new Refused('Langkah ini tidak dapat dilakukan pada banner ini sekarang.')
  return banner
}

/**
 * Takes a banner for a change: locked, permitted, and still the version the person saw.
 * @throws Conflict when someone changed it meanwhile
 */
export async function take(tx: Tx, who: Who, id: string, event: Event, seen?: number): Promise<Banner> {
  publisherOnly(who)
  const banner = await bannerById(tx, id, true)
  if (!banner) throw new NotFound()
  if (!may(who, event, banner.state)) throw new Refused('Langkah ini tidak dapat dilakukan pada banner ini sekarang.')
  if (seen !== undefined && seen !== banner.version)
    throw new Conflict('Orang lain menyimpan perubahan lebih dahulu. Isian Anda masih ada di bawah. Simpan sekali lagi untuk memakai isian Anda.', { title: banner.title, version: String(banner.version) })
  return banner
}
