/** What is wrong with a number: in itself (`form`), or against the person's data (`data`), which a written reason can settle. */
export interface Finding {
  field: 'nip' | 'nik'
  about: 'form' | 'data'
  text: string
  values?: Record<string, string | number>
}

/** Whether `20050231` is no day of any calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
