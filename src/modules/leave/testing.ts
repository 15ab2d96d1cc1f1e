import { addDays } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import type { Request } from './leave.ts'
import { insertDraft, updateRequest } from './store.ts'

interface Place {
  id: string
  units: Record<string, string>
}

/** A Monday to come, some weeks from today: its week has working days unless all of them are holidays. */
export function monday(weeks: number, today = new Date().toISOString().slice(0, 10)): string {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(today, 7 * weeks - weekday)
}

/** A request as it stands in the tables, whoever let it come there; answers its id. */
export function aRequest({ database }: Pick<Services, 'database'>, place: Place, { unit = 'diskominfo', ...over }: Partial<Request> & Pick<Request, 'employeeId'> & { unit?: string }): Promise<string> {
  const from = over.from ?? monday(2)
  const content = { kind: 'tahunan', ground: null, from, until: over.until ?? from, reason: 'Keperluan keluarga', birth: null, address: 'Jalan Uji 1', phone: '0812 0000 0000', paperId: null, ...over }
  return database.transaction(place.id, async tx => {
    const id = await insertDraft(tx, { employeeId: over.employeeId, unitId: place.units[unit]! }, content)
    if (over.state && over.state !== 'draft') await updateRequest(tx, id, { state: over.state, charges: over.charges ?? {}, superiorPost: over.superiorPost ?? null, officialPost: over.officialPost ?? null, submittedAt: over.submittedAt ?? new Date(), decidedAt: over.decidedAt ?? null })
    return id
  })
}
