import type { Tx } from '#platform/db/database.ts'
import { notify } from '#platform/notifications/notifications.ts'
import type { Context } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { tables, type Page } from '../store.ts'

/** Tells those who may publish for the unit that something waits for them. */
export async function tellPublishers(tx: Tx, { ask, who }: Pick<Context, 'ask' | 'who'>, page: Page): Promise<void> {
  const publishers = await ask(people).holding(tx, 'pages.publish', page.unitId)
  await notify(tx, publishers.map(person => person.id).filter(id => id !== who.account?.id), {
    text: '{name} mengirim halaman “{title}” untuk diperiksa.',
    values: { name: who.account?.name ?? '', title: page.content.title },
    href: `/kerja/halaman/${page.id}`,
  })
}

/** Tells whoever sent the page what became of it. */
export async function tellWriter(tx: Tx, { who }: Pick<Context, 'who'>, page: Page, event: 'return' | 'publish'): Promise<void> {
  const sent = await tables(tx).selectFrom('pages.step').select('by').where('page_id', '=', page.id).where('event', '=', 'submit').orderBy('id', 'desc').limit(1).executeTakeFirst()
  if (!sent?.by || sent.by === who.account?.id) return
  await notify(tx, [sent.by], {
    text: event === 'return' ? '{name} mengembalikan halaman “{title}” dengan catatan.' : '{name} menerbitkan halaman “{title}”.',
    values: { name: who.account?.name ?? '', title: page.content.title },
    href: `/kerja/halaman/${page.id}`,
  })
}
