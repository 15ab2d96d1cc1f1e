import type { Who } from '#platform/access/who.ts'
import type { Dossier } from '../contract.ts'
import { mayManage } from '../policy.ts'
import { after, type LoanEvent } from './loan.ts'
import type { Loan } from './loan-store.ts'

/** Whether the person may ask for a dossier they see: it is still there, and they are not waiting for it already. */
export const mayBorrow = (who: Who, dossier: Pick<Dossier, 'state' | 'proposalId'>, loans: readonly Pick<Loan, 'borrower' | 'state'>[]): boolean =>
  ['open', 'closed', 'inactive'].includes(dossier.state) && dossier.proposalId === null && !loans.some(({ borrower, state }) => borrower === who.account?.id && (state === 'requested' || state === 'lent'))

/** Whether the person may do this to the loan now: whoever keeps the archive hands out and takes back, whoever asked may think better of it. */
export function mayLoan(who: Who, event: LoanEvent, loan: Pick<Loan, 'state' | 'borrower' | 'unitId'>): boolean {
  if (after(loan.state, event) === null) return false
  return event === 'withdraw' ? loan.borrower === who.account?.id : mayManage(who, loan)
}
