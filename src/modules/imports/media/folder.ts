import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { mediaKey, wholeOf } from '#platform/text/wxr/addresses.ts'

const MOST = 500_000

/** Files of an old site, copied from its server. */
export interface MediaFolder {
  /** The file for an address: by its place below `uploads`, else by its name when only one file has it. */
  find(address: string): string | undefined
}

/** Reads which files a folder holds, at any depth; links are not followed. */
export async function openMediaFolder(folder: string): Promise<MediaFolder> {
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new Error(`${folder} is not a folder.`)
  const byName = new Map<string, string[]>()
  let count = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    if (++count > MOST) throw new Error(`${folder} holds more than ${MOST} files; name the folder of the uploads only.`)
    const name = entry.name.normalize('NFC').toLowerCase()
    byName.set(name, [...(byName.get(name) ?? []), join(entry.parentPath, entry.name)])
  }
  const at = (key: string) => {
    const wanted = key.normalize('NFC').toLowerCase()
    const found = byName.get(basename(wanted)) ?? []
    return found.find(path => `/${relative(folder, path).split(sep).join('/')}`.normalize('NFC').toLowerCase().endsWith(`/${wanted}`)) ?? (found.length === 1 ? found[0] : undefined)
  }
  return { find: address => at(mediaKey(address)) ?? at(wholeOf(mediaKey(address))) }
}
