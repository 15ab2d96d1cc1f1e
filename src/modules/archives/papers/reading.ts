import { appendAudit } from '#platform/audit/audit.ts'
import type { Context } from '#platform/web/page.ts'
import { Elsewhere, NotFound } from '#platform/web/problems.ts'
import { confirmation } from '#modules/confirmation/contract.ts'
import type { Item } from '../contract.ts'
import { isSecret } from '../dossier.ts'
import { readerOf } from '../policy.ts'
import { itemFor } from '../store.ts'

/**
 * Lets a person read papers they may know of; of secret ones the reading is audited and needs the second factor again.
 * @throws Elsewhere to the page that asks for it
 */
export async function readPapers(context: Context, items: readonly Pick<Item, 'id' | 'secrecy'>[]): Promise<void> {
  const { db, ask, who, request } = context
  const secret = items.filter(({ secrecy }) => isSecret(secrecy))
  if (secret.length === 0) return
  if (!(await ask(confirmation).isFresh(context))) throw new Elsewhere(`/konfirmasi?lanjut=${encodeURIComponent(request.url)}`)
  await db.transaction().execute(async tx => {
    for (const { id } of secret) await appendAudit(tx, { action: 'archives.read-secret', accountId: who.account?.id ?? null, path: request.url.split('?')[0]!, record: ['archive-item', id] })
  })
}

/**
 * The paper of an address as far as the person may read it.
 * @throws NotFound to a stranger
 */
export async function paperHere(context: Context): Promise<Item> {
  const { db, params } = context
  const item = await itemFor(db, await readerOf(context), params.id!, params.item!)
  if (!item || item.letterId) throw new NotFound()
  await readPapers(context, [item])
  return item
}
