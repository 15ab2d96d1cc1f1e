/** An archive that cannot be taken in, with the sentence that says why; whoever throws it has left nothing. */
export class ArchiveRefused extends Error {
  constructor(text: string, options?: ErrorOptions) {
    super(text, options)
    this.name = 'ArchiveRefused'
  }
}

/** The sentence for a rule of the database that a row breaks; null for anything else. */
export function brokenRule(error: unknown): ArchiveRefused | null {
  const { code, table, constraint, message } = error as { code?: string; table?: string; constraint?: string; message?: string }
  // Classes of PostgreSQL: data that cannot be read, constraints, and what triggers refuse.
  if (!code || !/^(?:22|23|P0001)/.test(code)) return null
  if (code === '23505' && constraint?.endsWith('_pkey')) return new ArchiveRefused(`Something of this archive (${table}) is there twice: in the archive itself, or on this installation in another government. Nothing was taken in.`, { cause: error })
  return new ArchiveRefused(`The archive breaks a rule of this installation: ${message}${table ? ` (${table})` : ''}. Nothing was taken in.`, { cause: error })
}
