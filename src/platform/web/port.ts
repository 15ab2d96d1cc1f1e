/** Names an interface that one module offers and others ask for; the type travels with the name. */
export interface Port<T> {
  readonly name: string
  /** Never set: carries the type only. */
  readonly offers?: T
}

/** Declares a port; belongs in a `contract.ts`. */
export const port = <T>(name: string): Port<T> => ({ name })
