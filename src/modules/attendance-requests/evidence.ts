import type { Tx } from '#platform/db/database.ts'
import type { StoredFile } from '#platform/files/files.ts'
import { seal, unseal } from '#platform/secrets/sealing.ts'
import type { Hands, Payload } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'

const purpose = 'attendance.evidence'

/** What a form takes as proof: a photo of the letter, or the letter. */
export const evidenceRule = { evidence: { max: 5_000_000, accept: 'any' } } as const

interface Evidence {
  name: string
  mediaType: string
  /** Base64. */
  body: string
}

/** Keeps an upload sealed: it may say what somebody is ill with. Answers the id of the sealed file. */
export async function keepEvidence(tx: Tx, { files, governmentId, secret }: Hands, { id, name, mediaType }: StoredFile): Promise<string> {
  const evidence: Evidence = { name, mediaType, body: (await files.read(governmentId, id)).toString('base64') }
  const sealed = seal(secret, purpose, JSON.stringify(evidence))
  return (await files.put(tx, governmentId, { name: 'bukti', mediaType: 'application/octet-stream', body: sealed, unitId: null, public: false })).id
}

/** Sealed evidence as an answer, for those who were found to be allowed. @throws NotFound when it is gone */
export async function evidencePayload({ files, governmentId, secret }: Hands, id: string): Promise<Payload> {
  const sealed = await files.read(governmentId, id).catch(() => {
    throw new NotFound()
  })
  const { name, mediaType, body } = JSON.parse(unseal(secret, purpose, sealed)) as Evidence
  return {
    type: mediaType,
    body: Buffer.from(body, 'base64'),
    headers: { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, 'Content-Security-Policy': "default-src 'none'; sandbox", 'Cache-Control': 'private, no-store' },
  }
}
