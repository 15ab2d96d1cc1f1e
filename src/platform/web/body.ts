import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { discard } from '../files/files.ts'
import type { FileRule } from './page.ts'

/** What a form sent: text by input name, and files written to a temporary folder. */
export interface Body {
  values: Record<string, string | string[]>
  uploads: Upload[]
}

export interface Upload {
  field: string
  name: string
  path: string
  /** The limit of its input was passed; the rest was read and thrown away so that the form itself arrives whole. */
  tooLarge: boolean
}

const maxFields = 500
const maxText = 1_000_000

function add(values: Body['values'], name: string, value: string): void {
  const before = values[name]
  if (before === undefined) values[name] = value
  else if (Array.isArray(before)) before.push(value)
  else values[name] = [before, value]
}

/** Which inputs may bring files, and how large one may be, in bytes. */
export interface Accepting {
  files(input: string): boolean
  max: number
}

/** What the rules of a page accept. */
export const acceptingBy = (rules: Record<string, FileRule>): Accepting => ({ files: input => input in rules, max: Math.max(1, ...Object.values(rules).map(rule => rule.max)) })

/** Reads a submitted form of either encoding. Files go to disk as they come, so memory stays flat. */
export async function readBody(request: FastifyRequest, accepting: Accepting, folder: string): Promise<Body> {
  if (!request.isMultipart()) return { values: { ...((request.body ?? {}) as Body['values']) }, uploads: [] }
  const body: Body = { values: Object.create(null) as Body['values'], uploads: [] }
  for await (const part of request.parts({ limits: { fileSize: accepting.max + 1, fields: maxFields, fieldSize: maxText, files: 30, parts: maxFields + 30 } })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') add(body.values, part.fieldname, part.value)
      continue
    }
    if (!accepting.files(part.fieldname) || part.filename === '' || part.filename === undefined) {
      part.file.resume()
      continue
    }
    await mkdir(folder, { recursive: true })
    const path = join(folder, randomUUID())
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }))
    body.uploads.push({ field: part.fieldname, name: cleanName(part.filename), path, tooLarge: part.file.truncated })
  }
  return body
}

/** Removes the temporary files of a form. */
export const discardUploads = async (body: Body): Promise<void> => {
  for (const upload of body.uploads) await discard(upload.path)
}

/** A file name safe to show and to offer for download: no path, no control characters, at most 120 characters. */
export function cleanName(name: string): string {
  const base = name.split(/[\\/]/).at(-1)!.normalize('NFC').replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim()
  if (base.length <= 120) return base || 'berkas'
  const dot = base.lastIndexOf('.')
  const extension = dot > 0 && base.length - dot <= 10 ? base.slice(dot) : ''
  return base.slice(0, 120 - extension.length) + extension
}
