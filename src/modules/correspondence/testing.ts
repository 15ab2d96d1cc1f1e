import type { Services } from '#platform/web/services.ts'
import { letters, type Letter, type NewLetter, type Party } from './contract.ts'

interface Opened {
  services: Services
}
interface Place {
  id: string
  units: Record<string, string>
}

let serial = 0

/** A letter as it came in on paper in a unit, with its parties; whatever is given instead counts. */
export const aLetter = ({ services }: Opened, place: Place, { unit = 'diskominfo', ...given }: Partial<NewLetter> & { unit?: string } = {}, parties: readonly Party[] = []): Promise<Letter> => {
  const unitId = place.units[unit]!
  return services.database.transaction(place.id, tx =>
    services.ask(letters).create(tx, {
      origin: 'paper', unitId, kind: 'surat-dinas', state: 'received', secrecy: 'B', urgency: 'biasa', number: `005/${++serial}/X/2026`, letterOn: '2026-11-19',
      subject: 'Permintaan data kependudukan semester II', sender: 'Badan Pusat Statistik Kabupaten Tegal', createdBy: null, ...given,
    }, parties.length > 0 ? parties : [{ unitId, role: 'to', desk: null }]))
}
