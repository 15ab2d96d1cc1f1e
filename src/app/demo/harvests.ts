import { sql } from 'kysely'
import type { Services } from '#platform/web/services.ts'
import { beginRun, endRun, insertRun, insertSource, tellRun } from '#modules/harvests/store.ts'
import { people } from '#modules/identity/contract.ts'
import type { Place } from './units.ts'

/** Adds the portal of an invented neighbour, looked at and not taken yet: a demo reaches nobody outside. */
export async function addHarvests(services: Services, place: Place): Promise<void> {
  const db = services.database.of(place.governmentId)
  const unitId = place.unit('diskominfo').id
  const by = (await services.ask(people).holding(db, 'harvests.manage', unitId))[0]!.id
  const runId = await services.database.transaction(place.governmentId, async tx => {
    const id = (await insertSource(tx, { name: 'Open Data Provinsi', kind: 'ckan', url: 'https://data.provinsi.example', unitId, theme: 'pemerintahan', every: 'week' }, by))!
    return (await insertRun(tx, id, 'preview', by))!
  })
  const run = (await beginRun(db, runId))!
  await services.database.transaction(place.governmentId, async tx => {
    await tellRun(tx, { ...run, total: 214, seen: 100 })
    await endRun(tx, runId, { state: 'done', gone: 0, failure: null, notes: ['Luas panen padi menurut kabupaten dan kota', 'Jumlah kendaraan bermotor menurut jenis', 'Indeks pembangunan manusia menurut kabupaten dan kota', 'Panjang jalan provinsi menurut kondisi', 'Produksi perikanan tangkap menurut pelabuhan'] })
    await sql`update harvests.run set started_at = now() - interval '3 minutes' where id = ${runId}`.execute(tx)
  })
}
