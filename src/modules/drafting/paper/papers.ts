import { letterDocument } from '#platform/documents/letter.ts'
import type { DocumentSource } from '#platform/documents/compiler.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import type { Services } from '#platform/web/services.ts'
import type { Letter } from '#modules/correspondence/contract.ts'
import { governmentDirectory, posts, unitDirectory } from '#modules/organisation/contract.ts'
import type { DraftContent, Papers, Signing } from '../contract.ts'
import { kindOn } from '../kinds.ts'
import { signatoryOn, titlesOf } from '../signatory.ts'
import { draftOf } from '../store.ts'
import { crestOf, headOf, officeOf, townOf } from './letterhead.ts'
import { sheetOf } from './sheet.ts'

type Asking = Pick<Context, 'government' | 'ask' | 'now'> & { db: Db | Tx }

/** A text as it would be printed for a unit; without `signing` with whoever would sign today, if anybody. */
export async function printed(services: Pick<Services, 'files'>, context: Asking, unitId: string, content: DraftContent, signing: Signing | null): Promise<DocumentSource> {
  const { db, ask, government, now } = context
  const day = dayIn(now, government.zone)
  const units = await ask(unitDirectory).of(government.id)
  const office = officeOf(units, unitId)
  const titles = await titlesOf(context, content.signer)
  const speaks = await ask(posts).byId(db, content.signer.onBehalfOf ?? content.signer.postId)
  const official = titles.onBehalfOf ?? titles.signer
  // Who holds an office of the government itself writes under a letterhead of their own.
  const own = speaks && units.byId(speaks.unitId)?.kind === 'government' ? official : null
  const signatory = signing?.signer ?? (await signatoryOn(context, content.signer, day).catch((error: unknown) => {
    if (error instanceof Problem) return null
    throw error
  }))
  return letterDocument(sheetOf({
    content, kind: await kindOn(db, content.kind, signing?.on ?? day), zone: government.zone, day, official, signatory, signing,
    head: headOf(government, office, own, await crestOf(services, government)),
    town: townOf(own ? undefined : office, government),
  }))
}

/** Letters as paper, for other modules. */
export const makePapers = (services: Pick<Services, 'files' | 'ask'>): Papers => {
  const contentOf = async (db: Db | Tx, letter: Letter): Promise<DraftContent> => {
    const draft = await draftOf(db, letter.id)
    if (!draft) throw new NotFound()
    return draft.content
  }
  return {
    of: async (context, letter, signing) => printed(services, context, letter.unitId, await contentOf(context.db, letter), signing ?? null),
    async signatory(db, letter, day) {
      const government = await services.ask(governmentDirectory).of(db)
      return signatoryOn({ db, government, ask: port => services.ask(port) }, (await contentOf(db, letter)).signer, day)
    },
  }
}
