import type { Message } from '../forms/fields.ts'

/** A rule that says no to what was typed: the form comes back filled, with this beside the field (422). */
export class Problem extends Error {
  readonly problems: { name: string; message: Message }[]
  constructor(field: string, text: string, values?: Message['values']) {
    super(text)
    this.problems = [{ name: field, message: { text, values } }]
  }
  /** Several problems at once; with none the form comes back as it was filled, for another look before it is sent. */
  static all(problems: { name: string; message: Message }[]): Problem {
    const problem = new Problem('', problems[0]?.message.text ?? '')
    problem.problems.splice(0, 1, ...problems)
    return problem
  }
}

/** The person is known and may not do this (403). */
export class Refused extends Error {
  readonly reason: Message
  constructor(text = 'Anda tidak berwenang melakukan ini.', values?: Message['values']) {
    super(text)
    this.reason = { text, values }
  }
}

/** Nothing here, or nothing this person may know of (404): the two answer alike. */
export class NotFound extends Error {
  /** Said instead of the usual sentence; the same for both. */
  readonly reason: Message | null
  constructor(text?: string, values?: Message['values']) {
    super('not found')
    this.reason = text === undefined ? null : { text, values }
  }
}

/** Someone else changed the record meanwhile (409): the form comes back with both versions. */
export class Conflict extends Error {
  readonly reason: Message
  /** For the form that is shown again: what is stored, as `theirs.<name>`, and the new `version` instead of the stale one. */
  readonly stored: Record<string, string>
  /** @param theirs the stored values of the fields that differ, to show beside what was typed, and `version` */
  constructor(text: string, theirs: Record<string, string> = {}, values?: Message['values']) {
    super(text)
    this.reason = { text, values }
    this.stored = Object.fromEntries(Object.entries(theirs).map(([name, value]) => [name === 'version' ? name : `theirs.${name}`, value]))
  }
}

/** Too many attempts (429); `seconds` until it is worth trying again. */
export class TooMany extends Error {
  readonly seconds: number
  constructor(seconds: number) {
    super('too many')
    this.seconds = seconds
  }
}

/** What was asked for is found at another address: for now (303), or from now on (301). A page's `load` throws it. */
export class Elsewhere extends Error {
  readonly to: string
  readonly status: 301 | 303
  constructor(to: string, lasting: 'now' | 'for-good' = 'now') {
    super('elsewhere')
    this.to = to
    this.status = lasting === 'now' ? 303 : 301
  }
}
