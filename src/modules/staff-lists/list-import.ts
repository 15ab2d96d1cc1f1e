import type { AuditNote } from '#platform/audit/audit.ts'
import { sheetImport } from '#platform/sheets/sheet-import.ts'
import type { Accepted } from '#platform/sheets/declaring.ts'
import { rolls } from '#modules/personnel/contract.ts'
import { checkRows, type Plan } from './checking.ts'
import { columns } from './columns.ts'
import { splitName, type Person } from './person.ts'

/** Brings in lists of staff. A person is recognised by the NIP, else by the NIK. */
export const listImport = sheetImport<Plan>({
  code: 'staff-lists.employees',
  address: '/kerja/pegawai/impor',
  may: 'personnel.manage',
  asks: ['personnel.read-sensitive'],
  title: 'Impor pegawai',
  lead: 'Daftar pegawai apa adanya, dari SIMPEG atau lembar kerja sendiri. Yang sudah tercatat dikenali dari NIP atau NIK-nya.',
  list: { label: 'Pegawai', href: '/kerja/pegawai' },
  fields: columns,
  unique: ['nip', 'nik'],
  titleOf({ name = '', titleBefore, titleAfter, nip = '' }) {
    const split = splitName(name)
    return [[titleBefore || split.titleBefore, split.name || nip].filter(Boolean).join(' '), titleAfter || split.titleAfter].filter(Boolean).join(', ')
  },
  check: checkRows,
  async apply({ db, services }, rows) {
    const ids = await services.ask(rolls).write(db, rows.map(({ data: { stored, person: { facts, nik }, entries } }) => ({ id: stored?.id ?? null, facts: nik ? { ...facts, nik } : facts, entries })))
    return rows.map((row, i) => noteOf(row, ids[i]!))
  },
})

const remembered = ({ unitId, kind, status, nip, name, enteredOn, contractUntil }: Person['facts']) => ({ unitId, kind, status, nip, name, enteredOn, contractUntil })

const hidden = ['titleBefore', 'titleAfter', 'birthPlace', 'religion', 'marital', 'phone', 'email', 'address', 'birthDate', 'sex'] as const

/** What the audit trail remembers: never what is private, only that it changed. */
function noteOf({ line, data: { stored, person: { facts, nik }, entries } }: Accepted<Plan>, id: string): AuditNote {
  const history = entries.map(({ kind, since, content }) => [kind, content.grade ?? content.title ?? content.level, since].filter(Boolean).join(' '))
  return {
    record: ['employee', id],
    before: stored ? remembered(stored) : {},
    after: { ...remembered(facts), line, private: [...hidden.filter(key => facts[key] !== (stored?.[key] ?? null)), ...(nik ? ['nik'] : [])], ...(history.length > 0 ? { history } : {}) },
  }
}
