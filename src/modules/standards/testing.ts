import type { Services } from '#platform/web/services.ts'
import type { Content } from './concept.ts'
import { establish, propose, review } from './lifecycle.ts'
import { standardById } from './store.ts'

/** Proposes a standard and, when told, makes it valid from a day on; answers its id. */
export async function aStandard({ database, ask }: Pick<Services, 'database' | 'ask'>, governmentId: string, unitId: string, { validFrom, of = null, ...content }: Partial<Content> & { validFrom?: string; of?: string | null } = {}): Promise<string> {
  const means = { governmentId, ask }
  return database.transaction(governmentId, async tx => {
    const said: Content = { name: 'Jumlah Penduduk', concept: 'Penduduk', definition: 'Semua orang yang berdomisili di wilayah ini selama satu tahun atau lebih.', classifications: [{ label: 'Jenis kelamin', list: 'jenis-kelamin' }], measure: 'Jumlah', unit: 'Orang', reference: 'Badan Pusat Statistik', referenceUrl: null, theme: 'kependudukan', reason: of === null ? null : 'Definisi diperjelas', ...content }
    const { id } = await propose(tx, means, said, { unitId, by: null, of, quiet: true })
    if (validFrom === undefined) return id
    await review(tx, (await standardById(tx, id))!, null)
    await establish(tx, means, (await standardById(tx, id))!, validFrom, null)
    return id
  })
}
