import { sheetImport } from '#platform/sheets/sheet-import.ts'
import { fullName } from '../employee.ts'
import { checkRows, type Plan } from './checking.ts'
import { columns } from './columns.ts'
import { splitName } from './person.ts'
import { applyRows } from './writing.ts'

/** Brings in lists of staff. A person is recognised by the NIP, else by the NIK. */
export const employeesImport = sheetImport<Plan>({
  code: 'personnel.employees',
  address: '/kerja/pegawai/impor',
  may: 'personnel.manage',
  asks: ['personnel.read-sensitive'],
  title: 'Impor pegawai',
  lead: 'Daftar pegawai apa adanya, dari SIMPEG atau lembar kerja sendiri. Yang sudah tercatat dikenali dari NIP atau NIK-nya.',
  list: { label: 'Pegawai', href: '/kerja/pegawai' },
  fields: columns,
  unique: ['nip', 'nik'],
  titleOf({ name = '', titleBefore, titleAfter, nip }) {
    const split = splitName(name)
    return fullName({ name: split.name || nip || '', titleBefore: titleBefore || split.titleBefore, titleAfter: titleAfter || split.titleAfter })
  },
  check: checkRows,
  apply: applyRows,
})
