import type { Checked, RegionMatches } from '#platform/columnar/taken.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { regionMatching, type Region, type RegionNames } from '#modules/code-lists/contract.ts'
import { withCodes } from '../declare/codes.ts'
import { after, takenIn, type UploadAnswers } from '../intake.ts'
import { jobNames } from '../lifecycle.ts'
import { knownRegionNames, updateUpload, uploadById } from '../store.ts'
import { tellPerson, working } from './working.ts'

/** Holds a file against what was declared. */
export const checkJob: Job = {
  name: jobNames.check,
  expires: 3600,
  run: (context, data) =>
    working(context, data, 'checking', async (at, upload, tell) => {
      const { services, governmentId, db } = at
      const columns = await withCodes(db, services.ask, upload.taken!, takenIn(upload.declared))
      const names = await services.ask(regionMatching).of(governmentId)
      const found = await services.tables.check(governmentId, upload.taken!, columns, { regions: regionsOf(names) }, { tellProgress: tell })
      const checked = withCandidates(found, names)
      const regions = answeredBefore(checked, await knownRegionNames(db, upload.datasetId))
      await services.database.transaction(governmentId, async tx => {
        if ((await uploadById(tx, upload.id, true))?.state !== 'checking') return
        // What was said of personal data holds as long as the same is found in the same column.
        const personal = Object.fromEntries(Object.entries(upload.answers.personal ?? {}).filter(([column, { kind }]) => checked.personal.some(one => one.column === column && one.kind === kind)))
        const answers: UploadAnswers = { ...upload.answers, personal, regions }
        await updateUpload(tx, upload.id, { state: after('checking', 'find')!, checked, answers, progress: null, failure: null })
      })
      await tellPerson(at, upload, 'Berkas “{name}” sudah diperiksa.')
    }),
}

/** The regions of a government as the engine of tables knows them. */
export const regionsOf = (names: RegionNames) => names.all.map(({ code, label, parent }) => ({ code, name: label, parent }))

const plain = ({ code, label, parent }: Region) => ({ code, name: label, parent })

/** Texts that the registry reads where the engine does not; they are still for a person to confirm. */
function withCandidates(checked: Checked, names: RegionNames): Checked {
  const regions = checked.regions.map((one): RegionMatches => {
    const more = one.unknown.map(({ text, rows }) => {
      const match = names.match(text)
      return { text, rows, candidates: match.is === 'sure' ? [plain(match.region)] : match.is === 'doubtful' ? match.candidates.map(plain) : [] }
    })
    return { ...one, doubtful: [...one.doubtful, ...more.filter(({ candidates }) => candidates.length > 0)], unknown: more.filter(({ candidates }) => candidates.length === 0).map(({ text, rows }) => ({ text, rows })) }
  })
  return { ...checked, regions }
}

/** What people said of the same texts in earlier releases. */
function answeredBefore(checked: Checked, known: Record<string, Record<string, string | null>>): NonNullable<UploadAnswers['regions']> {
  const answers: NonNullable<UploadAnswers['regions']> = {}
  for (const { column, doubtful, unknown } of checked.regions)
    for (const { text } of [...doubtful, ...unknown]) {
      const code = known[column]?.[text]
      if (code !== undefined) (answers[column] ??= {})[text] = code
    }
  return answers
}

