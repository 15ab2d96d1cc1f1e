import { appendAudit, type AuditNote } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import type { Files, StoredFile } from '../files/files.ts'
import type { Fields } from '../forms/fields.ts'
import { unreadable } from '../forms/inputs.ts'
import type { Body } from './body.ts'
import type { Context, Goto, Page } from './page.ts'
import { Problem } from './problems.ts'

/** What a form sent: text, uploads that were taken, and what was wrong with those that were not. */
export interface Sent {
  values: Body['values']
  files: Record<string, StoredFile[]>
  errors: Fields['errors']
}

/** What is wrong with a form, or what it says, by the rules of its page. */
export function inputOf(spec: Page, { values, errors }: Pick<Sent, 'values' | 'errors'>): { wrong: Sent['errors'] } | { input: never } {
  const wrong = [...errors]
  for (const [name, value] of Object.entries(values)) if ([value].flat().some(unreadable)) wrong.push({ name, message: { text: 'Ada huruf yang tidak terbaca. Ketik ulang bagian itu.' } })
  // What a form of ours cannot send needs no finer words than this.
  const parsed = spec.form?.safeParse(values, { error: () => 'Periksa isian ini' })
  if (parsed && !parsed.success)
    for (const issue of parsed.error.issues) wrong.push({ name: issue.path.map(String)[0] ?? '', message: { text: issue.message, values: limitsOf(issue as { minimum?: unknown; maximum?: unknown }) } })
  return wrong.length > 0 ? { wrong } : { input: (parsed?.data ?? {}) as never }
}

/**
 * Checks what a form sent by the rules of its page and acts on it, with its audit entry, in the transaction that
 * `transact` opens.
 * @throws Problem with everything that is wrong at once, and whatever the act throws
 */
export async function perform(spec: Page, context: Context, { values, files, errors }: Sent, transact: (work: (tx: Tx) => Promise<Goto>) => Promise<Goto>): Promise<Goto> {
  const read = inputOf(spec, { values, errors })
  if ('wrong' in read) throw Problem.all(read.wrong)
  const { input } = read
  const prepared = (await spec.before?.({ ...context, input } as never)) as never
  return transact(async tx => {
    let noted: AuditNote | undefined
    const result = await spec.act!({ ...context, tx, input, prepared, files, note: (note: AuditNote) => void (noted = note) } as never)
    await appendAudit(tx, { ...entryOf(spec, context), ...noted })
    return result
  })
}

/** Stores what was uploaded now and finds again what an earlier, refused try had uploaded. */
export async function takeUploads(files: Files, spec: Page, { db, who }: Context, body: Body, errors: Fields['errors']): Promise<Record<string, StoredFile[]>> {
  const kept: Record<string, StoredFile[]> = {}
  for (const [field, rule] of Object.entries(spec.files ?? {})) {
    const earlier = [body.values[`${field}_kept`] ?? []].flat()
    kept[field] = await files.pending(db, earlier, who.account?.id ?? null)
    for (const upload of body.uploads.filter(u => u.field === field)) {
      try {
        if (upload.tooLarge) throw new Problem(field, 'Berkas {name} lebih dari {max} MB. Perkecil dahulu, lalu unggah lagi.', { name: upload.name, max: Math.round(rule.max / 1_000_000) })
        const stored = await files.take(db, { ...upload, unitId: who.account?.unitId ?? null, accountId: who.account?.id ?? null }, rule)
        kept[field] = rule.many ? [...kept[field], stored] : [stored]
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        errors.push(...error.problems)
      }
    }
  }
  return kept
}

/** The audit entry of a page, before it says what changed. */
export const entryOf = (spec: Page, { who }: Pick<Context, 'who'>) => ({ action: spec.may, accountId: who.account?.id ?? null, path: spec.path })

const limitsOf = (issue: { minimum?: unknown; maximum?: unknown }): Record<string, number> => ({
  ...(typeof issue.minimum === 'number' ? { min: issue.minimum } : {}),
  ...(typeof issue.maximum === 'number' ? { max: issue.maximum } : {}),
})
