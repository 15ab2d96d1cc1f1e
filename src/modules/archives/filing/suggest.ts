import type { Db } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import type { Reader } from '../policy.ts'
import { codesAbove } from '../retention.ts'
import type { Counted } from '../contract.ts'
import { openDossiers } from '../store.ts'

/** Letters a chain of answers is followed back through. */
const furthest = 10

/** The letters this one answers, the nearest first. */
async function answered({ ask }: Pick<Context, 'ask'>, db: Db, letter: Letter): Promise<string[]> {
  const ids: string[] = []
  for (let id = letter.answersId; id && !ids.includes(id) && ids.length < furthest; id = (await ask(letters).byId(db, id))?.answersId ?? null) ids.push(id)
  return ids
}

/** An open dossier, and why it is likely. */
export interface Candidate extends Counted {
  why: 'answers' | 'code' | null
}

/** Open dossiers of an office, the likeliest first: where the letters lie that this one answers, then those of its code. */
export async function candidatesFor(context: Pick<Context, 'ask'>, db: Db, reader: Reader, unitId: string, letter: Letter): Promise<Candidate[]> {
  const codes = letter.classification ? codesAbove(letter.classification) : []
  const found = await openDossiers(db, reader, unitId, { codes, letterIds: await answered(context, db, letter) })
  return found.map(({ related, near, ...dossier }) => ({ ...dossier, why: related ? 'answers' : near < codes.length ? 'code' : null }))
}
