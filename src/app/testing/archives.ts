import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { fromBufferPromise } from 'yauzl'
import type { Manifest } from '#platform/archive/manifest.ts'
import { blankSeal } from '#platform/archive/seal.ts'
import { createArchive } from '#platform/archive/writing.ts'
import { archivePath } from './moving.ts'

/** Everything in an archive, by name. */
export async function unpack(path: string): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(await readFile(path), {})
  const entries = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    entries.set(entry.fileName, Buffer.concat(chunks))
  }
  return entries
}

/** Packs an archive anew with a seal that holds, as somebody who knows the format would; `tell` decides whether the manifest knows of the change. */
export async function repack(path: string, change: (entries: Map<string, Buffer>) => void, tell = true): Promise<string> {
  const entries = await unpack(path)
  change(entries)
  const made = await archivePath()
  const archive = await createArchive(made, new Date())
  const manifest = entries.get('manifest.json')
  for (const [name, body] of entries) if (name !== 'manifest.json') await archive.add(name, [body], !name.startsWith('files/'))
  if (manifest && tell) {
    const told = { ...(JSON.parse(manifest.toString()) as Manifest), entries: archive.written }
    await archive.add('manifest.json', [Buffer.from(JSON.stringify(told))])
  } else if (manifest) await archive.add('manifest.json', [manifest])
  await archive.end()
  return made
}

/** Changes bytes of an archive and seals it again. */
export async function patch(path: string, change: (bytes: Buffer) => void): Promise<string> {
  const bytes = await readFile(path)
  change(bytes)
  const end = bytes.length - blankSeal.length
  bytes.write(createHash('sha256').update(bytes.subarray(0, end)).digest('hex'), bytes.length - 64, 'latin1')
  const made = await archivePath()
  await writeFile(made, bytes)
  return made
}

/** Where a name stands in an archive, in its entry and in the directory. */
export function placesOf(bytes: Buffer, name: string): number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(name, 0, 'latin1'); at !== -1; at = bytes.indexOf(name, at + 1, 'latin1')) {
    const [inEntry, inDirectory] = [bytes.readUInt32LE(Math.max(0, at - 30)), bytes.readUInt32LE(Math.max(0, at - 46))]
    if (inEntry === 0x04034b50 || inDirectory === 0x02014b50) places.push(at)
  }
  return places
}
