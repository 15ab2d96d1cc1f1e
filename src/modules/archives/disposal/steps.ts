import type { z } from 'zod'
import { notify } from '#platform/notifications/notifications.ts'
import type { Permission } from '#platform/access/who.ts'
import { goto, type ActContext, type Goto } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { todayOf } from '../parts/here.ts'
import { mayDispose, readerOf } from '../policy.ts'
import { carryOut, eraseName } from './carry-out.ts'
import { after, type Disposal, type DisposalEvent } from './disposal.ts'
import { disposalOf, entriesFor, insertDisposalStep, judgeEntries, release, updateDisposal } from './disposal-store.ts'
import type { stepForm } from './disposal.page.tsx'

type Doing = ActContext<Record<string, string>, z.output<typeof stepForm>>

const told: Record<DisposalEvent, { event: string; text: string }> = {
  propose: { event: 'Usul diajukan', text: 'Usul diajukan dan menunggu dinilai.' },
  cancel: { event: 'Usul dibatalkan', text: 'Usul dibatalkan; berkasnya bebas lagi.' },
  withdraw: { event: 'Usul ditarik kembali', text: 'Usul ditarik kembali menjadi konsep.' },
  assess: { event: 'Usul dinilai', text: 'Penilaian disimpan; usul menunggu persetujuan.' },
  reject: { event: 'Usul ditolak', text: 'Usul ditolak; berkasnya bebas lagi.' },
  approve: { event: 'Usul disetujui', text: 'Usul disetujui dan menunggu dilaksanakan.' },
  'carry-out': { event: 'Usul dilaksanakan', text: 'Usul dilaksanakan dengan berita acara.' },
}

/** Whom a step is told: those the next one waits for, or whoever proposed it. */
async function tellNext({ tx, ask, who, government }: Doing, disposal: Disposal, event: DisposalEvent): Promise<void> {
  const holding = async (permission: Permission, unitId: string) => (await ask(people).holding(tx, permission, unitId)).map(({ id }) => id)
  const root = (await ask(unitDirectory).of(government.id)).all.find(({ kind }) => kind === 'government')
  const ids =
    event === 'propose' ? await holding('archives.approve', disposal.unitId)
    : event === 'assess' ? await holding('archives.approve', disposal.kind === 'move' || !root ? disposal.unitId : root.id)
    : disposal.proposedBy ? [disposal.proposedBy] : []
  await notify(tx, ids.filter(id => id !== who.account!.id), { text: 'Penyusutan arsip {number}: {what}', values: { number: `${disposal.sequence}/${disposal.year}`, what: told[event].event.toLowerCase() }, href: `/kerja/arsip/penyusutan/${disposal.id}` })
}

/** Takes the next step of a proposal. */
export async function step(context: Doing): Promise<Goto> {
  const { tx, db, who, input, files, params, hands, government, note } = context
  const reader = await readerOf(context)
  const disposal = await disposalOf(tx, params.id!, true)
  if (!disposal) throw new NotFound()
  const event = input.step
  if (!mayDispose(who, event, disposal)) throw new Refused('Langkah ini tidak dapat Anda lakukan pada usul ini sekarang.')
  const by = who.account!.id
  const state = after(disposal.state, event)!
  const entries = await entriesFor(db, reader, disposal.id)
  const here = `/kerja/arsip/penyusutan/${disposal.id}`
  if (event === 'reject' && !input.remarks) throw new Problem('remarks', 'Tulis alasannya.')
  if (event === 'propose') await updateDisposal(tx, disposal.id, state, { proposedBy: by })
  if (event === 'withdraw') await updateDisposal(tx, disposal.id, state, { proposedBy: null })
  if (event === 'assess') {
    const of = (ids: readonly string[]) => ids.filter(id => entries.some(({ dossierId }) => dossierId === id))
    const again = (ids: readonly string[]) => of(ids).filter(id => disposal.kind === 'destroy' && entries.find(({ dossierId }) => dossierId === id)!.facts.final === 'dinilai-kembali')
    if (input.retained.some(id => input.permanent.includes(id))) throw new Problem('retained', 'Satu berkas tidak dapat tetap disimpan dan dinilai permanen sekaligus.')
    await judgeEntries(tx, disposal.id, { retained: of(input.retained), permanent: again(input.permanent) })
    await updateDisposal(tx, disposal.id, state, { assessedBy: by })
  }
  if (event === 'approve' || event === 'reject') await updateDisposal(tx, disposal.id, state, { decidedBy: by })
  if (event === 'cancel') await updateDisposal(tx, disposal.id, state)
  if (event === 'carry-out') {
    const [file] = files.minutes ?? []
    const wrong = [
      ...(input.number ? [] : [{ name: 'number', message: { text: 'Isi nomor berita acara' } }]),
      ...(!input.on || input.on > todayOf(context) ? [{ name: 'on', message: { text: 'Isi tanggal berita acara yang sudah lewat atau hari ini.' } }] : []),
      ...(file ? [] : [{ name: 'minutes', message: { text: 'Unggah berita acara yang ditandatangani.' } }]),
    ]
    if (wrong.length > 0) throw Problem.all(wrong)
    await hands.files.keep(tx, [file!.id])
    const ids = await carryOut(tx, disposal, by, input.number!)
    await updateDisposal(tx, disposal.id, state, { minutesNumber: input.number!, minutesOn: input.on!, minutesFileId: file!.id, carriedOutBy: by })
    if (disposal.kind === 'destroy') await hands.jobs.enqueue(tx, eraseName, government.id, { disposalId: disposal.id })
    note({ record: ['disposal', disposal.id], before: { state: disposal.state }, after: { state, minutes: input.number, dossiers: ids.length } })
  } else note({ record: ['disposal', disposal.id], before: { state: disposal.state }, after: { state } })
  if (event === 'cancel' || event === 'reject' || event === 'carry-out') await release(tx, disposal.id)
  await insertDisposalStep(tx, disposal.id, told[event].event, by, input.remarks)
  await tellNext(context, disposal, event)
  return goto(here, told[event].text)
}
