import type { Job } from '#platform/jobs/jobs.ts'
import { lettersById, partiesOf } from '../store.ts'
import { locksOf } from '../locks.ts'
import { enterSearch, keepReading } from './search.ts'
import { mostText, textOf } from './text.ts'

/** Files above this are scans of whole books; reading them would hold up everything else. */
const largest = 40_000_000

/** Reads the text of a letter's PDFs, so that it is found by what stands in them. */
export const readFilesJob: Job = {
  name: 'correspondence.read-files',
  expires: 600,
  async run({ services, governmentId, db }, { letterId }) {
    const id = String(letterId)
    const letter = (await lettersById(db, [id])).get(id)
    if (!letter || !governmentId || letter.secrecy === 'R' || letter.secrecy === 'SR') return
    const ids = [...(letter.fileId ? [letter.fileId] : []), ...letter.attachments.filter(({ mediaType, bytes }) => mediaType === 'application/pdf' && bytes <= largest).map(({ fileId }) => fileId)]
    const texts: string[] = []
    for (const file of ids) texts.push(await textOf(await services.files.read(governmentId, file)))
    await services.database.transaction(governmentId, async tx => {
      const now = (await lettersById(tx, [id], true)).get(id)
      if (!now) return
      await keepReading(tx, id, texts.join('\n').slice(0, mostText).replaceAll('\0', ''))
      await enterSearch(tx, now, locksOf(now, await partiesOf(tx, id)))
    })
  },
}
