import type { z } from 'zod'

/** Reads the filters of an address. What does not fit is left out, so that an old or mistyped link still opens. */
export function readQuery<Q>(schema: z.ZodType<Q> | undefined, given: unknown): Q {
  if (!schema) return given as Q
  const raw = { ...(given as Record<string, unknown>) }
  const first = schema.safeParse(raw)
  if (first.success) return first.data
  for (const issue of first.error.issues) if (issue.path[0] !== undefined) delete raw[String(issue.path[0])]
  const second = schema.safeParse(raw)
  return second.success ? second.data : schema.parse({})
}
