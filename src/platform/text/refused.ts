/**
 * A source that cannot be taken in at all, with the sentence that says why.
 * `text` is Indonesian source text for `t(text, values)`.
 */
export class SourceRefused extends Error {
  readonly text: string
  readonly values?: Record<string, string | number>

  constructor(text: string, values?: Record<string, string | number>) {
    super(text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values?.[key] ?? whole)))
    this.name = 'SourceRefused'
    this.text = text
    this.values = values
  }
}
