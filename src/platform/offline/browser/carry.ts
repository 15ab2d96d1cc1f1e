/** Takes entries out of a device as a file, for somebody to bring to a place with a network. */
import { base64url } from './bytes.ts'
import { vault } from './vault.ts'

/** What lies in such a file. Entries stay signed; bringing them twice applies them once. */
export interface Carried {
  v: 1
  entries: { text: string; signature: string; files: { sha256: string; name: string; body: string }[] }[]
}

/** Everything that no server has accepted yet. */
export async function carried(): Promise<Carried> {
  const rows = (await (await vault()).getAll('entries')).filter(({ state, text }) => (state === 'kept' || state === 'stuck') && text !== null).toSorted((a, b) => a.device.localeCompare(b.device) || a.sequence - b.sequence)
  const entries = await Promise.all(
    rows.map(async ({ text, signature, files }) => ({
      text: text!, signature, files: await Promise.all(files.map(async ({ sha256, name, body }) => ({ sha256, name, body: base64url(await body.arrayBuffer()) }))),
    })),
  )
  return { v: 1, entries }
}
