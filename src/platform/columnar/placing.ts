import { Problem } from '../web/problems.ts'
import type { Chosen, Taken } from './taken.ts'
import { isName } from './taking/naming.ts'
import { plainReading } from './taking/reading.ts'
import type { Placed } from './writing/keep.ts'

/** The columns people chose, each with where its cells are staged. */
export function placed(taken: Taken, columns: readonly Chosen[]): Placed[] {
  return columns.map(({ from, reading, ...column }) => {
    const own = from === null ? undefined : taken.columns.find(one => (from === undefined ? one.name === column.name : one.from === from))
    if (from !== null && !own) throw new Error(`${column.name} comes from a column the file does not have`)
    return { column, from: own?.from ?? null, reading: reading ?? own?.reading ?? plainReading }
  })
}

/** Refuses names that queries and files could not bear. */
export function refuseNames(columns: readonly Placed[]): void {
  const names = columns.map(({ column }) => column.name)
  if (names.length === 0) throw new Problem('columns', 'Tabel harus punya paling sedikit satu kolom.')
  for (const [i, name] of names.entries()) {
    if (!isName(name)) throw new Problem('columns', 'Nama kolom “{name}” harus terdiri atas huruf kecil, angka, dan garis bawah, dan diawali huruf.', { name })
    if (names.indexOf(name) !== i) throw new Problem('columns', 'Nama kolom “{name}” dipakai dua kali.', { name })
  }
}
