import type { Push } from '#platform/push/push.ts'
import { port } from '#platform/web/port.ts'

/** How people are told on their devices; `platform/push/people.ts` tells them. */
export type Telling = Pick<Push, 'publicKey' | 'address'>

export const telling = port<Telling>('devices.telling')
