/** Text as a person types it: a number, yes or no as JSON has them, a table or list in JSON, or plain words. */
export type Read = { value: unknown } | { wrong: true }

/** Reads a typed value. Digits that a number could not hold exactly, e.g. `007` or a NIP, stay text. */
export function readValue(text: string): Read {
  const source = text.trim()
  if (/^[[{"]/.test(source)) {
    try {
      return { value: JSON.parse(source) as unknown }
    } catch {
      return { wrong: true }
    }
  }
  if (source === 'true' || source === 'false') return { value: source === 'true' }
  const number = Number(source)
  if (/^-?\d/.test(source) && String(number) === source && (Number.isSafeInteger(number) || !Number.isInteger(number))) return { value: number }
  return { value: source }
}

/** The text that `readValue` reads as this value again. */
export function writeValue(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  const read = readValue(value)
  return 'value' in read && read.value === value ? value : JSON.stringify(value)
}

/** A value as people read it: a table as `name: value` pairs. */
export function showValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(showValue).join(', ')
  if (value !== null && typeof value === 'object') return Object.entries(value).map(([name, one]) => `${name}: ${showValue(one)}`).join(' · ')
  return String(value)
}

/** Whether two values say the same, whatever the order of their parts. */
export const sameValue = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) => (one !== null && typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one))
