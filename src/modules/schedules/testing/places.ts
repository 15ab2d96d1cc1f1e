import type { Services } from '#platform/web/services.ts'
import { insertPlace } from '../places/store.ts'

interface Government {
  id: string
  units: Record<string, string>
}

/** A circle where everybody of the unit of that slug may work; answers its id. */
export const aWorkPlace = ({ database }: Pick<Services, 'database'>, government: Government, unit: string, { name = 'Kantor', latitude, longitude, radius = 100 }: { name?: string; latitude: number; longitude: number; radius?: number }): Promise<string> =>
  database.transaction(government.id, tx => insertPlace(tx, government.units[unit]!, { name, address: null, area: { kind: 'circle', centre: { latitude, longitude }, radius }, everyone: true, from: '2020-01-01', until: null }, null))
