/** CKAN's names of what goes wrong, with the status each has. */
const kinds = { 'Not Found Error': 404, 'Authorization Error': 403, 'Validation Error': 409, 'Search Query Error': 400, 'Search Error': 409, 'Rate Limit Error': 429, 'Internal Server Error': 500 } as const

/** An action that cannot be answered, as CKAN's clients understand it. */
export class ActionFailure extends Error {
  readonly kind: keyof typeof kinds
  /** What is wrong with which parameter. */
  readonly fields: Record<string, string[]>
  constructor(kind: keyof typeof kinds, message: string, fields: Record<string, string[]> = {}) {
    super(message)
    this.kind = kind
    this.fields = fields
  }
  get status(): number {
    return kinds[this.kind]
  }
  get error(): Record<string, unknown> {
    return { ...this.fields, __type: this.kind, ...(this.message ? { message: this.message } : {}) }
  }
}

export const notFound = (what: string): ActionFailure => new ActionFailure('Not Found Error', `Not found: ${what}`)
export const invalid = (field: string, message: string): ActionFailure => new ActionFailure('Validation Error', '', { [field]: [message] })
