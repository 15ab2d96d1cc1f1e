import type { Context } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'

/** Takes files piece by piece over the tus protocol (1.0.0); what broke off goes on where it stopped. */
export interface Uploading {
  /** Answers one request of that protocol. */
  answer(context: Context, request: Request): Promise<Response>
  /** Bytes of a file that have come so far; null when this process's folder does not have it. */
  arrived(uploadId: string): Promise<number | null>
  /** Takes in a file that has come whole, once more if need be. */
  finish(context: Context, uploadId: string): Promise<void>
  /** Throws away what has come of a file. */
  forget(uploadId: string): Promise<void>
  /** Throws away what did not arrive in time. */
  clear(): Promise<void>
}

export const uploading = port<Uploading>('data-intake.uploading')
