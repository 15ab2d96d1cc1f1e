import type { Services } from '#platform/web/services.ts'
import type { GivenNumber, NumberRequest } from './contract.ts'
import type { Resets } from './pattern.ts'
import { take } from './giving.ts'
import { makeNumbers } from './ports.ts'
import { reserve } from './reserving.ts'
import type { Draws, SeriesKey } from './rules.ts'
import { keepCode, keepPattern, periodOf, seriesId } from './store.ts'

type Opened = Pick<Services, 'database' | 'ask'>

/** A government with the ids of its units by slug. */
interface Place {
  id: string
  units: Record<string, string>
}

/** Day in the zone of the governments tests have, so many days from today. */
export const dayFromToday = (days: number): string => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

/** A letter of today that wants a number; `unit` is a slug. */
export const aRequest = (place: Place, { unit = 'diskominfo', ...over }: Partial<NumberRequest> & { unit?: string } = {}): NumberRequest => ({
  unitId: place.units[unit]!, kind: 'surat-dinas', classification: '000.1.2.3', secrecy: 'B', on: dayFromToday(0), matter: { kind: 'letter', id: crypto.randomUUID() }, title: 'Undangan rapat koordinasi', ...over,
})

/** Gives a number to a letter. */
export const aNumber = (services: Opened, place: Place, over: Parameters<typeof aRequest>[1] = {}): Promise<GivenNumber> =>
  services.database.transaction(place.id, tx => makeNumbers(services).take(tx, aRequest(place, over)))

/** Writes in by hand that a letter made outside of the house has a number. */
export const aBooking = (services: Opened, place: Place, over: Parameters<typeof aRequest>[1] = {}): Promise<GivenNumber> =>
  services.database.transaction(place.id, tx => take(tx, services.ask, { ...aRequest(place, over), matter: null, reason: 'Ditandatangani di atas kertas', by: null }))

/** Sets a pattern; without a unit for the government. */
export const aPattern = ({ database }: Opened, place: Place, { unit, kind = null, pattern, draws = 'unit', resets = 'year' }: { unit?: string; kind?: string | null; pattern: string | null; draws?: Draws; resets?: Resets }): Promise<boolean> =>
  database.transaction(place.id, tx => keepPattern(tx, { unitId: unit ? place.units[unit]! : null, kind, pattern, draws, resets, version: 0 }))

/** Gives a unit a code. */
export const aCode = ({ database }: Opened, place: Place, unit: string, code: string): Promise<void> => database.transaction(place.id, tx => keepCode(tx, place.units[unit]!, code))

/** Sets numbers of a unit's own series aside for a day before any later number was given. */
export const aReserve = ({ database }: Opened, place: Place, { unit = 'diskominfo', kind = null, day = dayFromToday(0), count = 3, reason = 'Surat yang menyusul' }: { unit?: string; day?: string; count?: number; reason?: string } & Partial<Pick<SeriesKey, 'kind'>> = {}): Promise<{ first: number; last: number }> =>
  database.transaction(place.id, async tx => reserve(tx, periodOf(await seriesId(tx, { unitId: place.units[unit]!, kind }), day, 'year'), { day, count, reason, by: null }, dayFromToday(0)))
