import type { Tx } from '#platform/db/database.ts'
import { notify } from '#platform/notifications/notifications.ts'
import type { Context } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import type { Publication } from '../rows.ts'

/** Tells those who may review for the unit that something waits for them. */
export async function tellReviewers(tx: Tx, { ask, who }: Pick<Context, 'ask' | 'who'>, publication: Publication): Promise<void> {
  const reviewers = await ask(people).holding(tx, 'publications.review', publication.unitId)
  await notify(tx, reviewers.map(person => person.id).filter(id => id !== who.account?.id), {
    text: '{name} mengirim “{title}” untuk diperiksa.',
    values: { name: who.account?.name ?? '', title: publication.content.title },
    href: `/kerja/publikasi/${publication.id}`,
  })
}

/** Tells the writer what became of the text. */
export async function tellWriter(tx: Tx, { who }: Pick<Context, 'who'>, publication: Publication, text: string): Promise<void> {
  if (!publication.createdBy || publication.createdBy === who.account?.id) return
  await notify(tx, [publication.createdBy], { text, values: { name: who.account?.name ?? '', title: publication.content.title }, href: `/kerja/publikasi/${publication.id}` })
}
