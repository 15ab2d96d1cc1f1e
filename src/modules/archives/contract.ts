import { event } from '#platform/events/events.ts'

/**
 * The last unit that kept a letter in a dossier destroyed it after its retention. Its number, date, parties and history
 * stay; whoever keeps words of it deletes them.
 */
export const letterDestroyed = event<{ letterId: string }>('archives.letter-destroyed')
