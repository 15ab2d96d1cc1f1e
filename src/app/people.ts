import { visitor, type Who } from '#platform/access/who.ts'
import type { Government } from '#platform/access/government.ts'
import type { Frame } from '#platform/web/frame.ts'
import type { Context } from '#platform/web/page.ts'
import type { Services } from '#platform/web/services.ts'

/** Finds the person behind a request. */
export async function identify(_services: Services, _request: { headers: Headers; government: Government; now: Date }): Promise<Who> {
  return visitor
}

/** Name, unit and unread notifications for the officers' layout. */
export async function personOf(_context: Context): Promise<Frame['person']> {
  return null
}
