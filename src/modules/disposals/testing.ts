import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { disposing, type DisposalKind } from '#modules/archives/contract.ts'
import { insertProposal, insertStep, updateProposal } from './store.ts'

/** Draws up a proposal of these dossiers of a unit, and proposes it; answers its id. */
export const proposedBy = ({ database, ask }: Services, governmentId: string, { unitId, kind, dossierIds, by }: { unitId: string; kind: DisposalKind; dossierIds: readonly string[]; by: string }): Promise<string> =>
  database.transaction(governmentId, async tx => {
    const asOf = dayIn(new Date(), 'Asia/Jakarta')
    const due = await ask(disposing).due(tx, unitId, kind, asOf, dossierIds.length, dossierIds)
    const { id } = await insertProposal(tx, { unitId, kind, asOf, by }, due)
    await ask(disposing).hold(tx, id, due.map(dossier => dossier.id))
    await updateProposal(tx, id, 'proposed', { proposedBy: by })
    await insertStep(tx, id, 'Usul diajukan', by)
    return id
  })
