import type { StateWords } from '#ui/index.ts'
import type { DisposalKind } from '#modules/archives/contract.ts'
import type { ProposalState, Verdict } from './proposal.ts'

export const kindWords: Record<DisposalKind, { label: string; title: string; hint: string }> = {
  move: { label: 'Usul pindah', title: 'Usul pemindahan arsip inaktif', hint: 'Masa aktifnya habis; berkas pindah ke ruang arsip inaktif.' },
  destroy: { label: 'Usul musnah', title: 'Usul pemusnahan arsip', hint: 'Masa simpannya habis; isinya dihapus dan uraiannya tetap.' },
  'hand-over': { label: 'Usul serah', title: 'Usul penyerahan arsip statis', hint: 'Masa simpannya habis dan nilainya tetap; berkas diserahkan kepada lembaga kearsipan.' },
}

export const stateWords: StateWords<ProposalState> = {
  draft: { label: 'Konsep', tone: 'plain' },
  proposed: { label: 'Diusulkan', tone: 'info' },
  assessed: { label: 'Dinilai', tone: 'info' },
  approved: { label: 'Disetujui', tone: 'good' },
  rejected: { label: 'Ditolak', tone: 'bad' },
  'carried-out': { label: 'Dilaksanakan', tone: 'good' },
  cancelled: { label: 'Dibatalkan', tone: 'plain' },
}

export const verdictWords: Record<Verdict, string> = { agreed: 'Sesuai usul', retained: 'Tetap disimpan', permanent: 'Dinilai permanen' }
