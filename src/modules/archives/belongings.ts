import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'archives stay with the government that made them, as the letters in them do (UU 43/2009); a unit that leaves is given packages of its dossiers'

/** A unit that leaves takes packages of its dossiers, not the archive. */
export const belongings: Belongings = {
  leave: [],
  stay: Object.fromEntries(['dossier', 'item', 'waiting', 'step', 'loan', 'decision'].map(table => [`archives.${table}`, reason])),
}
