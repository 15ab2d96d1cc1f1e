import type { DraftPage, DraftPublication, PlannedItem } from '../draft.ts'
import { pageMark } from '../wordpress/pages.ts'

/** `/profil/` and `/profil` are one. */
const bare = (path: string): string => path.replace(/\/+$/, '')

/** Where links within an old site lead from now on, by what texts say: an old path, or the mark of a page. */
export class NewAddresses {
  readonly #addresses = new Map<string, string>()

  /** What the public does not see keeps its old address in texts. */
  add({ sourceId }: Pick<PlannedItem, 'sourceId'>, draft: DraftPage | DraftPublication, address: string): void {
    this.#addresses.set(pageMark(sourceId), address)
    if (draft.state === 'published') for (const path of draft.oldPaths) this.#addresses.set(bare(path), address)
  }

  of(target: string): string | undefined {
    return this.#addresses.get(bare(target))
  }
}
