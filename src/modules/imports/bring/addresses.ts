import type { DraftPage, DraftPublication } from '../draft.ts'

/** `/profil/` and `/profil` are one. */
const bare = (path: string): string => path.replace(/\/+$/, '')

/** Where links within an old site lead from now on, by the path they had there. */
export class NewAddresses {
  readonly #addresses = new Map<string, string>()

  /** What the public does not see keeps its old address in texts. */
  add({ state, oldPaths }: Pick<DraftPage | DraftPublication, 'state' | 'oldPaths'>, address: string): void {
    if (state === 'published') for (const path of oldPaths) this.#addresses.set(bare(path), address)
  }

  of(target: string): string | undefined {
    return this.#addresses.get(bare(target))
  }
}
