import type { Message } from '#platform/forms/fields.ts'
import type { Work } from '#platform/sheets/declaring.ts'
import { papersNamed } from './store.ts'

type Finding = { fileId: string } | { problem: Message }

/** Files somebody brought, by the names a list calls them. */
export interface PapersHere {
  find(name: string): Finding
}

/** Looks for files among the ZIPs of a person; of several with one name that of the newest ZIP counts. */
export async function papersFor({ db, services }: Pick<Work, 'db' | 'services'>, accountId: string, names: readonly string[]): Promise<PapersHere> {
  const found = await papersNamed(db, accountId, names)
  const waiting = new Set((await services.files.pending(db, found.flatMap(({ fileId }) => fileId ?? []), accountId)).map(({ id }) => id))
  return {
    find(name): Finding {
      const exact = found.filter(({ path }) => path === name)
      const named = exact.length > 0 ? exact : name.includes('/') ? [] : found.filter(paper => paper.name === name)
      const newest = named.filter(({ bundleId }) => bundleId === named[0]!.bundleId)
      const [paper] = newest
      if (!paper) return { problem: { text: 'Berkas “{name}” tidak ada di ZIP yang Anda unggah.', values: { name } } }
      if (newest.length > 1) return { problem: { text: 'Ada {n} berkas bernama “{name}” di ZIP. Tulis dengan foldernya, seperti {path}.', values: { n: newest.length, name, path: paper.path } } }
      if (paper.problem) return { problem: { text: 'Berkas “{name}” ditolak saat ZIP dibuka; lihat sebabnya di halaman berkas.', values: { name } } }
      if (!paper.fileId || !waiting.has(paper.fileId)) return { problem: { text: 'Berkas “{name}” sudah dipakai surat lain, atau sudah dihapus setelah sehari. Unggah lagi.', values: { name } } }
      return { fileId: paper.fileId }
    },
  }
}
