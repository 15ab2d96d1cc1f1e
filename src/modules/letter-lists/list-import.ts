import type { AuditNote } from '#platform/audit/audit.ts'
import type { Accepted } from '#platform/sheets/declaring.ts'
import { sheetImport } from '#platform/sheets/sheet-import.ts'
import { lists } from '#modules/correspondence/contract.ts'
import { checkRows, type Plan } from './checking.ts'
import { columns } from './columns.ts'
import { papersAddress } from './papers/papers.page.tsx'
import { isSecretRow, keysOf } from './row.ts'

/** Brings in books of letters as they were kept before. A letter is recognised by direction, number, date and sender. */
export const listImport = sheetImport<Plan>({
  code: 'letter-lists.letters',
  address: '/kerja/surat/impor',
  may: 'correspondence.office',
  title: 'Impor surat',
  lead: 'Buku agenda lama atau ekspor SRIKANDI, apa adanya. Surat masuk ke agenda kantor Anda sebagai surat yang sudah selesai; yang sudah tercatat dikenali dari arah, nomor, tanggal, dan pengirimnya.',
  list: { label: 'Surat', href: '/kerja/surat' },
  beside: [{ label: 'Unggah berkasnya (ZIP)', href: papersAddress }],
  fields: columns,
  unique: [],
  keysOf,
  titleOf: values => (isSecretRow(values) ? 'Surat rahasia' : [values.number, values.subject].filter(Boolean).join(' · ')),
  check: checkRows,
  async apply({ db, services, accountId }, rows) {
    const port = services.ask(lists)
    const fresh = rows.filter(({ data }) => data.stored === null)
    const ids = await port.write(db, fresh[0]?.data.officeId ?? '', fresh.map(({ data }) => data.letter), accountId)
    for (const { data: { stored, change } } of rows) if (stored) await port.change(db, stored.id, change, accountId)
    await services.files.keep(db, rows.flatMap(({ data: { letter } }) => letter.fileId ?? []))
    const idOf = new Map(fresh.map((row, i) => [row, ids[i]!]))
    return rows.map(row => noteOf(row, idOf.get(row) ?? row.data.stored?.id ?? ''))
  },
})

/** What the audit trail remembers; of a secret letter not what it says. */
function noteOf({ line, values, data: { letter, stored, change } }: Accepted<Plan>, id: string): AuditNote {
  const { direction, number, letterOn, agenda, other } = letter
  const facts = isSecretRow(values) || stored?.secrecy === 'R' || stored?.secrecy === 'SR' ? {} : stored ? change : { number, other }
  return { record: ['letter', id], after: { line, direction, letterOn, agenda: agenda ? `${agenda.sequence}/${agenda.year}` : null, ...facts } }
}
