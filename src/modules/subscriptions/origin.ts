import type { Context } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'

/**
 * The portal's address for links in letters. A request may claim any host, so one that belongs to no government
 * gets into no letter.
 */
export function portalOf({ request, government }: Pick<Context, 'request' | 'government'>): string {
  if (!request.official) throw new Refused('Alamat {host} belum terdaftar untuk {name}. Buka portal lewat alamat resminya.', { host: new URL(request.origin).hostname, name: government.name })
  return request.origin
}
