import type { z } from 'zod'
import { notify } from '#platform/notifications/notifications.ts'
import type { Permission } from '#platform/access/who.ts'
import { goto, type ActContext, type Goto } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { dayIn } from '#platform/time/zone.ts'
import { disposing } from '#modules/archives/contract.ts'
import { deciding, may } from './policy.ts'
import { after, numberOf, type Entry, type Proposal, type ProposalEvent } from './proposal.ts'
import type { stepForm } from './proposal.page.tsx'
import { entriesOf, insertStep, judgeEntries, proposalFor, updateProposal } from './store.ts'

type Doing = ActContext<Record<string, string>, z.output<typeof stepForm>>

const told: Record<ProposalEvent, { event: string; text: string }> = {
  propose: { event: 'Usul diajukan', text: 'Usul diajukan dan menunggu dinilai.' },
  cancel: { event: 'Usul dibatalkan', text: 'Usul dibatalkan; berkasnya bebas lagi.' },
  withdraw: { event: 'Usul ditarik kembali', text: 'Usul ditarik kembali menjadi konsep.' },
  assess: { event: 'Usul dinilai', text: 'Penilaian disimpan; usul menunggu persetujuan.' },
  reject: { event: 'Usul ditolak', text: 'Usul ditolak; berkasnya bebas lagi.' },
  approve: { event: 'Usul disetujui', text: 'Usul disetujui dan menunggu dilaksanakan.' },
  'carry-out': { event: 'Usul dilaksanakan', text: 'Usul dilaksanakan dengan berita acara.' },
}

/** What they are told whom a step concerns. */
const notes: Partial<Record<ProposalEvent, string>> = {
  propose: 'Usul penyusutan arsip {number} menunggu dinilai.', assess: 'Usul penyusutan arsip {number} menunggu persetujuan.', approve: 'Usul penyusutan arsip {number} disetujui.', reject: 'Usul penyusutan arsip {number} ditolak.',
}

/** Whom a step is told: those the next one waits for, or whoever proposed it. */
async function tellNext({ tx, ask, who }: Doing, proposal: Proposal, event: ProposalEvent, units: UnitTree): Promise<void> {
  const holding = async (permission: Permission, unitId: string) => (await ask(people).holding(tx, permission, unitId)).map(({ id }) => id)
  const ids =
    event === 'propose' ? await holding('archives.approve', proposal.unitId)
    : event === 'assess' ? await holding('archives.approve', deciding(proposal, units))
    : proposal.proposedBy ? [proposal.proposedBy] : []
  const text = notes[event]
  if (text) await notify(tx, ids.filter(id => id !== who.account!.id), { text, values: { number: numberOf(proposal) }, href: `/kerja/arsip/penyusutan/${proposal.id}` })
}

/** The signed minutes, with everything that is missing said at once. */
function minutesOf({ input, files, now, government }: Doing): { number: string; on: string; fileId: string } {
  const [file] = files.minutes ?? []
  const { number, on } = input
  if (number && on && on <= dayIn(now, government.zone) && file) return { number, on, fileId: file.id }
  throw Problem.all([
    ...(number ? [] : [{ name: 'number', message: { text: 'Isi nomor berita acara' } }]),
    ...(!on || on > dayIn(now, government.zone) ? [{ name: 'on', message: { text: 'Isi tanggal berita acara yang sudah lewat atau hari ini.' } }] : []),
    ...(file ? [] : [{ name: 'minutes', message: { text: 'Unggah berita acara yang ditandatangani.' } }]),
  ])
}

/** What the assessment makes of the entries: only what is judged again can be kept for good. */
function judged({ input: { retained, permanent } }: Doing, { kind }: Proposal, entries: readonly Entry[]) {
  if (retained.some(id => permanent.includes(id))) throw new Problem('retained', 'Satu berkas tidak dapat tetap disimpan dan dinilai permanen sekaligus.')
  const again = new Set(entries.filter(({ facts }) => kind === 'destroy' && facts.final === 'dinilai-kembali').map(({ dossierId }) => dossierId))
  return { retained, permanent: permanent.filter(id => again.has(id)) }
}

/** Takes the next step of a proposal. */
export async function step(context: Doing): Promise<Goto> {
  const { tx, ask, who, input, params, hands, government, note } = context
  const proposal = await proposalFor(tx, who, params.id!, true)
  if (!proposal) throw new NotFound()
  const event = input.step
  const units = await ask(unitDirectory).of(government.id)
  if (!may(who, event, proposal, units)) throw new Refused('Langkah ini tidak dapat Anda lakukan pada usul ini sekarang.')
  const by = who.account!.id
  const state = after(proposal.state, event)!
  const { id } = proposal
  if (event === 'reject' && !input.remarks) throw new Problem('remarks', 'Tulis alasannya.')
  if (event === 'propose') await updateProposal(tx, id, state, { proposedBy: by })
  if (event === 'withdraw') await updateProposal(tx, id, state, { proposedBy: null })
  if (event === 'cancel') await updateProposal(tx, id, state)
  if (event === 'approve' || event === 'reject') await updateProposal(tx, id, state, { decidedBy: by })
  if (event === 'assess') {
    await judgeEntries(tx, id, judged(context, proposal, await entriesOf(tx, id)))
    await updateProposal(tx, id, state, { assessedBy: by })
  }
  if (event === 'carry-out') {
    const { number, on, fileId } = minutesOf(context)
    const entries = await entriesOf(tx, id)
    const of = (verdict: Entry['verdict']) => entries.filter(one => one.verdict === verdict).map(({ dossierId }) => dossierId)
    await hands.files.keep(tx, [fileId])
    await ask(disposing).settle(tx, {
      proposalId: id, kind: proposal.kind, asOf: proposal.asOf, agreed: of('agreed'), permanent: of('permanent'),
      proposedBy: proposal.proposedBy!, assessedBy: proposal.assessedBy!, decidedBy: proposal.decidedBy!, carriedOutBy: by, minutes: number,
    })
    await updateProposal(tx, id, state, { minutesNumber: number, minutesOn: on, minutesFileId: fileId, carriedOutBy: by })
  }
  if (event === 'cancel' || event === 'reject' || event === 'carry-out') await ask(disposing).release(tx, id)
  note({ record: ['disposal', id], before: { state: proposal.state }, after: { state, ...(event === 'carry-out' ? { minutes: input.number } : {}) } })
  await insertStep(tx, id, told[event].event, by, input.remarks)
  await tellNext(context, proposal, event, units)
  return goto(`/kerja/arsip/penyusutan/${id}`, told[event].text)
}
