import { port } from '#platform/web/port.ts'

/** Which addresses this installation answers; only `app` knows all routes. */
export interface Addresses {
  /** Whether a path such as `/kanal` leads to a page for everyone, one for signed-in people, or nowhere. */
  answers(path: string): 'public' | 'inside' | null
}

export const addresses = port<Addresses>('upkeep.addresses')
