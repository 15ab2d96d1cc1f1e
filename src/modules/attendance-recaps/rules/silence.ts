import type { KeptDay } from './recap.ts'

/** Collects days of many people and tells on which not one of them was seen though somebody was due: presence was hardly kept then. */
export function silence() {
  const [due, seen] = [new Set<string>(), new Set<string>()]
  return {
    add(days: readonly Pick<KeptDay, 'day' | 'state'>[]): void {
      for (const { day, state } of days) {
        if (state === 'absent') due.add(day)
        if (state === 'present' || state === 'missing-in' || state === 'missing-out') seen.add(day)
      }
    },
    /** In order. */
    silent: (): string[] => [...due].filter(day => !seen.has(day)).toSorted(),
  }
}
