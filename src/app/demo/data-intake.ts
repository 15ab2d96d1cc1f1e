import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { uuidv7 } from '#platform/offline/browser/bytes.ts'
import { recentPeriods } from '#platform/time/period.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { limits, type Declared, type Upload } from '#modules/data-intake/intake.ts'
import { checkJob } from '#modules/data-intake/jobs/check.ts'
import { keepJob } from '#modules/data-intake/jobs/keep.ts'
import { readJob } from '#modules/data-intake/jobs/read.ts'
import { arrive, begin, sendTo } from '#modules/data-intake/lifecycle.ts'
import { uploadById } from '#modules/data-intake/store.ts'
import type { Dataset, Release } from '#modules/datasets/contract.ts'
import { newSlug } from '#modules/datasets/feed.ts'
import { beginRelease, stepEntry, stepRelease, type Means } from '#modules/datasets/lifecycle.ts'
import { datasetById, insertDataset, insertStep, releaseById, releasesOf } from '#modules/datasets/store.ts'
import { identification, people } from '#modules/identity/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import type { DemoFile, DemoIntake } from './content/data-intake.ts'
import type { Place } from './units.ts'

/** Brings files of agencies into releases through the same steps as the pages; some wait for their columns or answers. */
export async function addDataIntake(services: Services, place: Place, intakes: readonly DemoIntake[]): Promise<void> {
  const places = place.units.all.filter(unit => unit.kind === 'subdistrict' && unit.regionCode).map(unit => ({ code: unit.regionCode!, name: unit.name.replace(/^Kecamatan /, '') }))
  const today = dayIn(new Date(), place.zone)
  for (const intake of intakes) {
    const demo = await dataset(services, place, intake)
    const periods = recentPeriods(intake.every, today, 6)
    for (const file of intake.files) await bring(services, place, demo, intake, file, periods[file.ago]!, file.body(places))
  }
}

interface Made {
  id: string
  producer: string
  checker: string
  walidata: string
  means: Means
}

/** A listed dataset without releases. */
async function dataset(services: Services, { governmentId, zone, units, unit }: Place, intake: DemoIntake): Promise<Made> {
  const db = services.database.of(governmentId)
  const unitId = unit(intake.unit).id
  const holder = async (permission: 'datasets.produce' | 'datasets.check' | 'datasets.approve', of: string) => (await services.ask(people).holding(db, permission, of))[0]?.id
  const walidata = (await holder('datasets.approve', units.all.find(({ kind }) => kind === 'government')!.id))!
  const producer = (await holder('datasets.produce', unitId)) ?? walidata
  const means: Means = { governmentId, today: dayIn(new Date(), zone), ask: services.ask }
  const id = await services.database.transaction(governmentId, async tx => {
    const { title, summary, theme, tags, every, coverage, legalBasis } = intake
    const made = await insertDataset(tx, {
      slug: await newSlug(tx, title), state: 'draft', origin: 'office', originCode: null, originUrl: null, variables: [], unitId, title, summary, access: 'open', accessReason: null, accessBasis: null, theme, tags, licence: 'CC-BY-4.0', every, legalBasis, coverage, contact: null,
    }, producer)
    await insertStep(tx, { datasetId: made.id, event: 'save' }, producer)
    await stepEntry(tx, means, await stepEntry(tx, means, made, 'propose', producer), 'list', walidata)
    return made.id
  })
  return { id, producer, checker: (await holder('datasets.check', unitId)) ?? walidata, walidata, means }
}

/** Takes one file as far as it comes. */
async function bring(services: Services, place: Place, made: Made, { columns }: DemoIntake, file: DemoFile, period: string, body: string): Promise<void> {
  const { governmentId } = place
  const db = services.database.of(governmentId)
  const government = (await services.ask(governmentDirectory).byId(governmentId))!
  const who = (await services.ask(identification).acting(government, { id: made.producer, strong: true }, new Date()))!
  const release = await services.database.transaction(governmentId, async tx => (await releasesOf(tx, made.id)).find(one => one.period === period && one.state === 'draft') ?? beginRelease(tx, (await datasetById(tx, made.id))!, { period, note: null }, made.producer))
  const means = { governmentId, files: services.files, jobs: services.jobs }
  const bytes = Buffer.from(body)
  const id = uuidv7()
  await services.database.transaction(governmentId, async tx => begin(tx, { who }, (await datasetById(tx, made.id))!, { id, releaseId: release.id, name: file.name, bytes: bytes.length, title: null }))
  if (file.until === 'arriving') return
  const run = { services, governmentId, db, now: new Date() }
  const fileId = await stored(services, place, file.name, bytes, made.producer)
  await services.database.transaction(governmentId, tx => arrive(tx, means, id, fileId))
  await readJob.run(run, { upload: id })
  if (file.until === 'describing') return
  const read = (await uploadById(db, id))!
  await services.database.transaction(governmentId, tx => sendTo(tx, means, id, 'check', { declared: said(read, columns) }))
  await checkJob.run(run, { upload: id })
  if (file.until === 'found') return
  await services.database.transaction(governmentId, tx => sendTo(tx, means, id, 'keep', { answers: { unfit: 'empty' } }))
  await keepJob.run(run, { upload: id })
  if (file.until !== 'draft') await publish(services, governmentId, made, release, file.until)
}

const said = ({ declared, taken }: Upload, columns: DemoIntake['columns']): Declared[] => declared.map(one => ({ ...one, ...columns[taken!.columns.find(({ from }) => from === one.from)!.title] }))

/** A file as an upload leaves it. */
async function stored(services: Services, { governmentId }: Place, name: string, body: Buffer, accountId: string): Promise<string> {
  const folder = join(services.config.data, 'tmp')
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomUUID())
  await writeFile(path, body)
  try {
    return (await services.files.take(services.database.of(governmentId), { path, name, field: 'file', unitId: null, accountId }, { max: limits.file, accept: 'compare' })).id
  } finally {
    await rm(path, { force: true })
  }
}

/** Hands a release on: to be checked, or all the way to its readers. */
async function publish(services: Services, governmentId: string, { id, producer, checker, walidata, means }: Made, { id: releaseId }: Release, until: DemoFile['until']): Promise<void> {
  const steps = [['submit', producer], ['check', checker], ['approve', walidata], ['publish', walidata]] as const
  await services.database.transaction(governmentId, async tx => {
    for (const [event, by] of until === 'submitted' ? steps.slice(0, 1) : steps) {
      const [dataset, release]: [Dataset | null, Release | null] = [await datasetById(tx, id), await releaseById(tx, releaseId)]
      await stepRelease(tx, means, dataset!, release!, event, by)
    }
  })
}
