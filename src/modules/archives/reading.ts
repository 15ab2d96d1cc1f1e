import { letters } from '#modules/correspondence/contract.ts'
import type { Dossiers } from './contract.ts'
import { isSecret } from './dossier.ts'
import { contentsOf, secrecyOf } from './parts/contents.ts'
import { dossierHere } from './parts/here.ts'
import { readPapers } from './papers/reading.ts'

/** Dossiers with what is in them, for modules that do something with both. */
export const dossierReading: Dossiers = {
  async open(context, id) {
    const { dossier, reader } = await dossierHere(context, id)
    return { dossier, ...(await contentsOf(context, reader, [dossier])).get(dossier.id)! }
  },
  async read(context, things) {
    await readPapers(context, things.filter(({ letterId }) => !letterId))
    for (const thing of things) if (thing.letterId && isSecret(secrecyOf(thing))) await context.ask(letters).readable(context, thing.letterId)
  },
}
