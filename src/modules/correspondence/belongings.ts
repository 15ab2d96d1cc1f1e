import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'letters go between units and are kept by the government that made or got them'

/** A unit that leaves takes copies of its dossiers from the archive, not the books of the government. */
export const belongings: Belongings = {
  leave: [],
  stay: Object.fromEntries(['letter', 'party', 'addressee', 'receipt', 'step', 'reading'].map(table => [`correspondence.${table}`, reason])),
}
