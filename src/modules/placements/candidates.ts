import type { StaffCandidate, StaffCandidates } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import type { Services } from '#platform/web/services.ts'

const candidateOf = ({ id, accountId, name, nip, position, unitId }: Employee): StaffCandidate => ({ employeeId: id, accountId, name, nip, title: position, unitId })

/** Whom the staff has for a position. */
export const makeCandidates = ({ ask }: Pick<Services, 'ask'>): StaffCandidates => ({
  search: async (db, text) => (await ask(employees).search(db, text)).map(candidateOf),
  async find(db, id) {
    const found = (await ask(employees).byId(db, [id])).get(id) ?? (await ask(employees).byAccount(db, [id])).get(id)
    return found?.status === 'active' ? candidateOf(found) : null
  },
})
