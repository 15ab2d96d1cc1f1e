import type { StateWords } from '#ui/index.ts'

/** `requested` → `lent` → `returned`; or refused by who keeps it, or withdrawn by who asked. */
export type LoanState = 'requested' | 'lent' | 'returned' | 'refused' | 'withdrawn'

export type LoanEvent = 'lend' | 'refuse' | 'withdraw' | 'extend' | 'return'

const steps: Record<LoanState, Partial<Record<LoanEvent, LoanState>>> = {
  requested: { lend: 'lent', refuse: 'refused', withdraw: 'withdrawn' },
  lent: { extend: 'lent', return: 'returned' },
  returned: {},
  refused: {},
  withdrawn: {},
}

/** The state after `event`, or null when it cannot happen in `state`. */
export const after = (state: LoanState, event: LoanEvent): LoanState | null => steps[state][event] ?? null

export const loanStateWords: StateWords<LoanState> = {
  requested: { label: 'Minta pinjam', tone: 'info' },
  lent: { label: 'Dipinjam', tone: 'warn' },
  returned: { label: 'Dikembalikan', tone: 'good' },
  refused: { label: 'Tidak dipinjamkan', tone: 'bad' },
  withdrawn: { label: 'Batal pinjam', tone: 'plain' },
}
