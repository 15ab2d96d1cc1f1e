import type { SheetRow, Verdict, Work } from '#platform/sheets/declaring.ts'
import { asWords } from '#platform/sheets/readers.ts'
import { sheetImport } from '#platform/sheets/sheet-import.ts'
import type { Change } from '#platform/sheets/sheet-run.ts'
import { draftOf, filledDraft, itemsByCode, keepItems, keptList, lockDraft, type CodeVersion, type KeptList } from './store.ts'
import { codePattern } from './lists/fields.ts'
import type { CodeItem } from './contract.ts'

/** What is to be written for a row. */
interface Plan {
  versionId: string
  list: string
  item: CodeItem
}

interface Target {
  list: KeptList
  draft: CodeVersion
  /** Those of the rows that are in the draft already, by code. */
  items: Map<string, CodeItem>
}

const wrong = (field: string, text: string, values?: Record<string, string | number>): Verdict<Plan> => ({ is: 'wrong', reasons: [{ field, text, values }] })

/** The draft of the list that is named, else the one the importer is filling. */
async function targetOf({ db, accountId }: Work, code: string, rows: readonly SheetRow[]): Promise<Target | null> {
  const list = code === '' ? null : await keptList(db, code)
  const draft = list && (await draftOf(db, list.id))
  const target = code === '' ? await filledDraft(db, accountId) : list && draft ? { list, draft } : null
  return target && { ...target, items: await itemsByCode(db, target.draft.id, rows.map(({ values }) => values.code ?? '')) }
}

async function check(work: Work, rows: readonly SheetRow[]): Promise<Verdict<Plan>[]> {
  if (!work.reach('code-lists.keep')?.government) return rows.map(() => wrong('', 'Kode referensi berlaku untuk seluruh pemerintah daerah; peran Anda hanya untuk sebagian unit.'))
  const targets = new Map<string, Target | null>()
  for (const [code, some] of Map.groupBy(rows, ({ values }) => values.list ?? '')) targets.set(code, await targetOf(work, code, some))
  return rows.map(({ values }) => verdictOf(values, targets.get(values.list ?? '') ?? null))
}

function verdictOf({ list = '', code = '', label = '', parent = '' }: SheetRow['values'], target: Target | null): Verdict<Plan> {
  if (!target) return list ? wrong('list', 'Daftar “{list}” tidak ada, atau versi barunya belum disiapkan.', { list }) : wrong('list', 'Siapkan dahulu versi baru sebuah daftar, lalu tekan “Isi dari lembar kerja” di sana.')
  for (const [field, text] of [['code', code], ['parent', parent]] as const)
    if (text !== '' && !codePattern.test(text)) return wrong(field, 'Kode “{code}”: pakai huruf, angka, titik, garis, atau garis miring; paling banyak 40.', { code: text })
  if (parent === code) return wrong('parent', 'Sebuah kode tidak dapat menjadi induknya sendiri.')
  const before = target.items.get(code)
  const item: CodeItem = { code, label, parent: parent || null }
  if (before && before.label === item.label && before.parent === item.parent) return { is: 'unchanged' }
  const changes: Change[] = [
    ...(list ? [] : [{ field: 'list', from: '', to: target.list.title }]),
    ...(before?.label === label ? [] : [{ field: 'label', from: before?.label ?? '', to: label }]),
    ...((before?.parent ?? '') === parent ? [] : [{ field: 'parent', from: before?.parent ?? '', to: parent }]),
  ]
  return { is: before ? 'changed' : 'new', changes, data: { versionId: target.draft.id, list: target.list.code, item } }
}

/** Brings codes into drafts of code lists. */
export const itemImport = sheetImport<Plan>({
  code: 'code-lists.items',
  address: '/kerja/kode-referensi/impor',
  may: 'code-lists.keep',
  title: 'Isi kode referensi dari lembar kerja',
  lead: 'Satu baris untuk tiap kode. Kode masuk ke versi yang sedang Anda siapkan dan baru berlaku setelah ditetapkan.',
  list: { label: 'Kode referensi', href: '/kerja/kode-referensi' },
  fields: [
    { name: 'code', label: 'Kode', guesses: ['kode', 'kode referensi', 'code', 'id'], required: true, read: asWords(40), example: '33.28.10' },
    { name: 'label', label: 'Uraian', guesses: ['uraian', 'nama', 'keterangan', 'label', 'deskripsi', 'judul'], required: true, read: asWords(200), example: 'Kecamatan Slawi' },
    { name: 'parent', label: 'Kode induk', guesses: ['induk', 'kode induk', 'parent', 'kode atas'], read: asWords(40), hint: 'Kode di atasnya dalam daftar yang sama, bila bertingkat.', example: '33.28' },
    { name: 'list', label: 'Daftar', guesses: ['daftar', 'kode daftar', 'list'], read: asWords(60), hint: 'Hanya bila satu berkas berisi beberapa daftar: kode daftarnya, seperti kondisi-jalan.' },
  ],
  unique: [],
  keysOf: ({ list = '', code = '' }): Record<string, string> => (code ? { code: `${list}\n${code}` } : {}),
  titleOf: ({ code = '', label = '' }) => `${code} ${label}`.trim(),
  check,
  async apply({ db }, rows) {
    for (const [versionId, some] of Map.groupBy(rows, row => row.data.versionId)) {
      await lockDraft(db, versionId)
      await keepItems(db, versionId, some.map(row => row.data.item))
    }
    return [...Map.groupBy(rows, row => row.data.list)].map(([list, some]) => ({ record: ['code-list', list], after: { codes: some.length, first: some[0]!.data.item.code, last: some.at(-1)!.data.item.code } }))
  },
})
