import type { StateWords } from '#ui/index.ts'
import type { DisposalKind, DisposalState, Verdict } from '../disposal/disposal.ts'
import type { DossierState, Maturity } from '../dossier.ts'

export const stateWords: StateWords<DossierState> = {
  open: { label: 'Terbuka', tone: 'good' },
  closed: { label: 'Aktif, ditutup', tone: 'info' },
  inactive: { label: 'Inaktif', tone: 'plain' },
  destroyed: { label: 'Dimusnahkan', tone: 'bad' },
  'handed-over': { label: 'Diserahkan', tone: 'plain' },
}

export const maturityWords: Record<Maturity | 'campuran', string> = { asli: 'Asli', kopi: 'Kopi', campuran: 'Asli dan kopi' }

export const disposalKindWords: Record<DisposalKind, { label: string; title: string; hint: string }> = {
  move: { label: 'Usul pindah', title: 'Usul pemindahan arsip inaktif', hint: 'Masa aktifnya habis; berkas pindah ke ruang arsip inaktif.' },
  destroy: { label: 'Usul musnah', title: 'Usul pemusnahan arsip', hint: 'Masa simpannya habis; isinya dihapus dan uraiannya tetap.' },
  'hand-over': { label: 'Usul serah', title: 'Usul penyerahan arsip statis', hint: 'Masa simpannya habis dan nilainya tetap; berkas diserahkan kepada lembaga kearsipan.' },
}

export const disposalStateWords: StateWords<DisposalState> = {
  draft: { label: 'Konsep', tone: 'plain' },
  proposed: { label: 'Diusulkan', tone: 'info' },
  assessed: { label: 'Dinilai', tone: 'info' },
  approved: { label: 'Disetujui', tone: 'good' },
  rejected: { label: 'Ditolak', tone: 'bad' },
  'carried-out': { label: 'Dilaksanakan', tone: 'good' },
  cancelled: { label: 'Dibatalkan', tone: 'plain' },
}

export const verdictWords: Record<Verdict, string> = { agreed: 'Sesuai usul', retained: 'Tetap disimpan', permanent: 'Dinilai permanen' }
