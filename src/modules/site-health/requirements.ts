import type { z } from 'zod'
import type { Db } from '#platform/db/database.ts'
import { referenceList, type Reference } from '#platform/reference/reference.ts'
import { bandSchema, contentCodes, limitCodes, lists, siteKinds, weightsSchema, wordsSchema, type Requirements, type SiteKind } from './requirement.ts'

/** A list of the reference data does not say what audits need; the keeper of the data can mend it. */
export class UnreadableRequirements extends Error {
  readonly list: string
  readonly code: string
  constructor(list: string, code: string) {
    super(`Reference data ${list} has no readable ${code}`)
    this.list = list
    this.code = code
  }
}

/** Reads one code of a list and remembers the version. */
function read<T>(list: string, rows: readonly Reference<unknown>[], code: string, schema: z.ZodType<T>, judgedBy: string[]): T {
  const row = rows.find(one => one.code === code)
  const parsed = schema.safeParse(row?.value)
  if (!row || !parsed.success) throw new UnreadableRequirements(list, code)
  judgedBy.push(row.id)
  return parsed.data
}

/**
 * What sites of each kind are judged by on a day.
 * @throws UnreadableRequirements
 */
export async function requirementsOn(db: Db, day: string): Promise<Record<SiteKind, Requirements>> {
  const [weights, limits, words] = await Promise.all([referenceList<unknown>(db, lists.weights, day), referenceList<unknown>(db, lists.limits, day), referenceList<unknown>(db, lists.words, day)])
  const shared: string[] = []
  const bands = Object.fromEntries(limitCodes.map(code => [code, read(lists.limits, limits, code, bandSchema, shared)])) as Requirements['limits']
  const known = Object.fromEntries([...contentCodes, 'service-standards' as const].map(code => [code, read(lists.words, words, code, wordsSchema, shared)])) as Requirements['words']
  const ofKind = (kind: SiteKind): Requirements => {
    const judgedBy = [...shared]
    const row = weights.find(one => one.code === kind)
    return { weights: read(lists.weights, weights, kind, weightsSchema, judgedBy), limits: bands, words: known, judgedBy, legalBasis: row?.legalBasis ?? '', validFrom: row?.validFrom ?? day, verified: row?.verified ?? false }
  }
  return Object.fromEntries(siteKinds.map(kind => [kind, ofKind(kind)])) as Record<SiteKind, Requirements>
}

/** What keeps audits from being judged on a day; null when everything can be read. */
export async function unreadableOn(db: Db, day: string): Promise<Pick<UnreadableRequirements, 'list' | 'code'> | null> {
  try {
    await requirementsOn(db, day)
    return null
  } catch (error) {
    if (error instanceof UnreadableRequirements) return { list: error.list, code: error.code }
    throw error
  }
}
