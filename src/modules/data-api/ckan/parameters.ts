import { invalid } from './failure.ts'

/** What a client sent for an action, whatever way: address, form or JSON. */
export class Parameters {
  readonly all: Readonly<Record<string, unknown>>
  constructor(all: Readonly<Record<string, unknown>>) {
    this.all = all
  }
  has(name: string): boolean {
    const value = this.all[name]
    return value !== undefined && value !== null && value !== ''
  }
  text(name: string): string | null {
    const value = this.all[name]
    return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
  }
  /** @throws ActionFailure when it is missing, as CKAN says it */
  needed(name: string, ...others: string[]): string {
    for (const one of [name, ...others]) if (this.has(one)) return this.text(one) ?? ''
    throw invalid(name, 'Missing value')
  }
  whole(name: string, usual: number, bounds: { min?: number; max: number }): number {
    if (!this.has(name)) return usual
    const value = Number(this.text(name))
    if (!Number.isInteger(value)) throw invalid(name, 'Invalid integer')
    if (value < (bounds.min ?? 0)) throw invalid(name, 'Must be a natural number')
    return Math.min(value, bounds.max)
  }
  flag(name: string, usual = false): boolean {
    return this.has(name) ? ['true', '1', 'yes', 'on', 't', 'y'].includes((this.text(name) ?? '').toLowerCase()) : usual
  }
  /** A list: of JSON, written as JSON, repeated, or with commas. */
  list(name: string): string[] {
    const value = this.structured(name)
    if (value === undefined || value === null || value === '') return []
    if (Array.isArray(value)) return value.filter(one => typeof one === 'string' || typeof one === 'number').map(String)
    return typeof value === 'string' || typeof value === 'number' ? String(value).split(',').map(one => one.trim()).filter(Boolean) : []
  }
  /** What may be written as JSON inside a text, e.g. `filters` in an address. */
  structured(name: string): unknown {
    const value = this.all[name]
    if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value
    try {
      return JSON.parse(value) as unknown
    } catch {
      return value
    }
  }
}

/** Reads what was sent. A form whose only name is JSON is what `curl -d '{…}'` makes of it. */
export function parametersOf(query: Readonly<Record<string, unknown>>, body: unknown): Parameters {
  const sent = body !== null && typeof body === 'object' && !Array.isArray(body) ? (body as Record<string, unknown>) : {}
  const [only, ...more] = Object.keys(sent)
  if (only?.trimStart().startsWith('{') && more.length === 0) {
    try {
      return new Parameters({ ...query, ...(JSON.parse(only) as Record<string, unknown>) })
    } catch {
      throw invalid('data', 'JSON Error')
    }
  }
  return new Parameters({ ...query, ...sent })
}
