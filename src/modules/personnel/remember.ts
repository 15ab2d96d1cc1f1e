import type { Tx } from '#platform/db/database.ts'
import { indexAll } from '#platform/search/search.ts'
import { fullName } from './employee.ts'
import { filesOf } from './store.ts'

/** Puts people into the search of officers who may see them: name, NIP, position and grade, nothing else. */
export async function remember(tx: Tx, ids: readonly string[]): Promise<void> {
  const at = new Date()
  await indexAll(tx, (await filesOf(tx, ids)).map(file => ({
    kind: 'employee', id: file.id, sort: file.kind, title: fullName(file), summary: [file.positionTitle, file.grade].filter(Boolean).join(', '), body: file.nip ?? '', href: `/kerja/pegawai/${file.id}`,
    unitId: file.unitId, ownerId: file.accountId, districtCode: null, at, permission: 'personnel.read' as const,
  })))
}
