import { sql } from 'kysely'
import { covers, type Permission } from '../access/who.ts'
import type { Db } from '../db/database.ts'
import type { Context, Hands, Payload } from '../web/page.ts'
import { NotFound } from '../web/problems.ts'
import { pictureWidths } from './files.ts'

export interface FileRow {
  id: string
  unitId: string | null
  createdBy: string | null
  name: string
  mediaType: string
  widths: number[]
  public: boolean
  shared: boolean
}

/** What is known of a file; null when there is none in this government. */
export async function findFile(db: Db, id: string): Promise<FileRow | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const { rows } = await sql<FileRow>`select id, unit_id as "unitId", created_by as "createdBy", name, media_type as "mediaType", widths, public, shared from platform.file where id = ${id}`.execute(db)
  return rows[0] ?? null
}

/**
 * A file as an answer. Pictures may be shown, everything else is offered for download; a strict policy keeps
 * whatever is inside from acting as a page of ours.
 */
export async function filePayload({ files, governmentId }: Hands, file: FileRow, width?: number): Promise<Payload> {
  const body = await files.read(governmentId, file.id, width && file.widths.includes(width) ? width : undefined).catch(() => {
    throw new NotFound()
  })
  const picture = file.mediaType.startsWith('image/') && file.mediaType !== 'image/svg+xml'
  return {
    type: file.mediaType,
    body,
    headers: {
      'Content-Disposition': `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      // Bytes under an id never change; a public file may be closed again, so shared caches ask within the hour.
      'Cache-Control': file.public ? 'public, max-age=3600' : 'private, max-age=600',
    },
  }
}

/** The width a name such as `640.webp` stands for; any other name stands for the largest. */
export const widthOf = (size: string): number | undefined => pictureWidths.find(width => `${width}.webp` === size)

/** A shared file of something unpublished, for those whose permission reaches its unit and for whoever uploaded it. */
export async function officeFileOf({ db, params, who, hands }: Context, permission: Permission, width?: number): Promise<Payload> {
  const file = await findFile(db, params.id!)
  if (!file?.shared || !(file.createdBy === who.account?.id || covers(who.reach(permission), { unitId: file.unitId }))) throw new NotFound()
  return filePayload(hands, file, width)
}
