import type { Context } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'

/** Whether the person at the other end has just shown again who they are. */
export interface Confirmation {
  /** True for some minutes after the second factor was given again in this session; the page that asks for it is `/konfirmasi?lanjut=<path>`. */
  isFresh(context: Pick<Context, 'db' | 'who' | 'government' | 'now' | 'ask'>): Promise<boolean>
}

export const confirmation = port<Confirmation>('confirmation.recent')
