export type FindingKind =
  | 'script-removed'
  | 'style-removed'
  | 'hidden-removed'
  | 'form-removed'
  | 'embed-to-link'
  | 'shortcode-removed'
  | 'link-dropped'
  | 'image-missing'
  | 'image-embedded'
  | 'too-deep'
  | 'looks-like-code'
  | 'table-flattened'

/** Something a person should know about, with the address or text it is about. */
export interface Finding {
  kind: FindingKind
  detail: string
}

const LIMIT = 200

/** Collects findings once each; a hostile page cannot produce more than a person can read. */
export class Findings {
  readonly list: Finding[] = []
  readonly #seen = new Set<string>()

  add(kind: FindingKind, detail: string): void {
    if (this.list.length >= LIMIT) return
    const short = detail.slice(0, 600).replace(/\s+/g, ' ').trim().slice(0, 200)
    const key = `${kind} ${short}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.list.push({ kind, detail: short })
  }
}
