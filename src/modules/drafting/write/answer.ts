import type { Context } from '#platform/web/page.ts'
import type { Letter } from '#modules/correspondence/contract.ts'
import { posts, unitDirectory } from '#modules/organisation/contract.ts'
import { fill } from '#ui/part/part.ts'
import { officialName, type Correspondents } from '../correspondents.ts'
import { lists } from './content.ts'

/** What the answer to a letter begins with: whom it goes to, and what it is about. */
export async function answerTo({ ask, db, government }: Pick<Context, 'ask' | 'db' | 'government'>, { heads }: Correspondents, letter: Letter): Promise<Record<string, unknown>> {
  const post = letter.signerPostId ? await ask(posts).byId(db, letter.signerPostId) : null
  const unit = post ? (await ask(unitDirectory).of(government.id)).byId(post.unitId) : undefined
  const here = post ? (heads.find(({ postId }) => postId === post.id)?.name ?? [officialName(post.title, unit, government), unit?.name].join(', ')) : null
  return {
    subject: `Tanggapan atas ${letter.subject.charAt(0).toLowerCase()}${letter.subject.slice(1)}`,
    urgency: letter.urgency, secrecy: letter.secrecy, classification: letter.classification,
    ...fill(lists, { to: [{ name: here ?? letter.sender, contact: '' }], copies: [], annexes: [] }),
  }
}
