import type { Services } from '#platform/web/services.ts'
import { tasks, type NewTask } from './contract.ts'

/** What these builders need of a government of `#app/testing`. */
interface Place {
  id: string
  units: Record<string, string>
}

let serial = 0

/** An incoming letter at a desk, unless said otherwise; its matter is one of its own. */
export function aTask(place: Place, task: Partial<NewTask> & Pick<NewTask, 'desk'> & { unit?: string }): NewTask {
  const n = ++serial
  const { unit = 'diskominfo', ...over } = task
  return {
    kind: 'incoming', unitId: place.units[unit]!, matter: { kind: 'letter', id: crypto.randomUUID() }, title: `Undangan rapat koordinasi ${n}`, from: 'Dinas Pekerjaan Umum', number: `000.1.5/${n}/DPU/2026`, href: '/kerja', ...over,
  }
}

/** Puts tasks on their desks through the port; answers their ids. */
export const placed = ({ database, ask }: Pick<Services, 'database' | 'ask'>, place: Pick<Place, 'id'>, given: readonly NewTask[]): Promise<string[]> => database.transaction(place.id, tx => ask(tasks).put(tx, given))
