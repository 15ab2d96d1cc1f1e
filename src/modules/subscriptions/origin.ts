import type { Context } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'

const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The portal's address for links in letters. A request may claim any host, so one that belongs to no government
 * gets into no letter.
 */
export async function portalOf({ request, government, ask }: Pick<Context, 'request' | 'government' | 'ask'>): Promise<string> {
  const { hostname } = new URL(request.origin)
  const owner = await ask(governmentDirectory).owning(hostname)
  if (owner?.id !== government.id && !thisMachine.has(hostname)) throw new Refused('Alamat {host} belum terdaftar untuk {name}. Buka portal lewat alamat resminya.', { host: hostname, name: government.name })
  return request.origin
}
