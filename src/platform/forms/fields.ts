/** One input of a form as the view shows it: what was typed, and what is wrong with it. */
export interface Field {
  name: string
  /** What the person typed, or the stored value; one entry for a single-valued input. */
  values: string[]
  /** First of `values`, or an empty string. */
  value: string
  /** What to change, in Indonesian source text with its placeholders' values. */
  error: Message | null
}

/** Text to be translated when it is shown, because it is made before the page's language is known. */
export interface Message {
  text: string
  values?: Record<string, string | number>
}

/** The form of a page: one `Field` per key, and everything wrong at once for the summary. */
export interface Fields {
  /** The field of that name; unknown names give an empty field, so a view can show inputs a schema ignores. */
  (name: string): Field
  /** Errors in the order of the form; `name` is empty for one that belongs to no single input. */
  errors: { name: string; message: Message }[]
}

/** Makes the fields of a form from what was submitted or stored, with its errors. */
export function fieldsOf(values: Record<string, unknown>, errors: Fields['errors'] = []): Fields {
  const read = (name: string): Field => {
    const raw = values[name]
    const list = (Array.isArray(raw) ? raw : raw === null || raw === undefined ? [] : [raw]).map(String)
    return { name, values: list, value: list[0] ?? '', error: errors.find(e => e.name === name)?.message ?? null }
  }
  return Object.assign(read, { errors })
}
