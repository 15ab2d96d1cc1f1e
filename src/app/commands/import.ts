import { stat, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { t, withLocale } from '#platform/i18n/locale.ts'
import type { Services } from '#platform/web/services.ts'
import type { Government } from '#platform/access/government.ts'
import { governmentDirectory, unitDirectory, type Unit } from '#modules/organisation/contract.ts'
import type { Kind } from '#modules/publications/contract.ts'
import { kindNames } from '#modules/publications/publication.ts'
import { bringIn, preview, type Importing } from '#modules/imports/bring/bring.ts'
import { siteBase, wantsSite } from '#modules/imports/bring/site.ts'
import { draftIn, type PlannedItem } from '#modules/imports/draft.ts'
import { openMediaFolder } from '#modules/imports/media/folder.ts'
import { fetchFeed } from '#modules/imports/feed/fetching.ts'
import { SourceRefused } from '#platform/text/refused.ts'
import { countsOf, noChoices, type Choices, type Counts } from '#modules/imports/import-run.ts'
import { readingOf, readSource, type Source } from '#modules/imports/source.ts'
import { insertRun, lastMapping, updateRun } from '#modules/imports/store.ts'
import { addSource } from '#modules/imports/watch/store.ts'
import type { Command } from './commands.ts'
import { say, withInstallation } from './context.ts'

type Options = Record<string, string | boolean | undefined>

const largest = 500_000_000

/** Brings the posts of a WordPress export into a unit's channel and its pages into the unit's site. */
const wordpressCommand: Command = {
  name: ['import', 'wordpress'],
  usage: 'import wordpress <file.xml> --unit <slug> [--government <slug>] [--media <folder> | --fetch-media] [--kinds <category>=<kind>,…] [--without-site] [--preview]',
  about: 'Bring the posts of a WordPress export into a channel and its pages into its site; repeating it changes nothing',
  options: { unit: { type: 'string' }, government: { type: 'string' }, media: { type: 'string' }, 'fetch-media': { type: 'boolean' }, kinds: { type: 'string' }, 'without-site': { type: 'boolean' }, preview: { type: 'boolean' } },
  async run([file], options) {
    if (!file) throw new Error('Name the file of the export (in WordPress: Tools → Export).')
    await withInstallation(async ({ services }) => {
      const source = await sourceFrom(await read(file))
      if (source.kind !== 'wordpress') throw new Error(`${file} is a feed: use "import feed".`)
      await bring(services, source, basename(file), options)
    })
  },
}

/** Brings the items of a feed into a unit's channel, once or from now on. */
const feedCommand: Command = {
  name: ['import', 'feed'],
  usage: 'import feed <address or file> --unit <slug> [--government <slug>] [--publish] [--fetch-media] [--watch] [--preview]',
  about: 'Bring the items of an RSS, Atom or JSON feed into a channel, once or (--watch) from now on',
  options: { unit: { type: 'string' }, government: { type: 'string' }, publish: { type: 'boolean' }, 'fetch-media': { type: 'boolean' }, watch: { type: 'boolean' }, preview: { type: 'boolean' }, media: { type: 'string' }, kinds: { type: 'string' } },
  async run([place], options) {
    if (!place) throw new Error('Name the address or the file of the feed.')
    const address = /^https?:\/\//.test(place)
    if (options.watch && !address) throw new Error('Only a feed with an address (https://…) can be watched.')
    await withInstallation(async ({ services }) => {
      const bytes = address ? (await fetchFeed(services.config, place)).body : await read(place)
      const source = await sourceFrom(bytes)
      if (source.kind !== 'feed') throw new Error(`${place} is a WordPress export: use "import wordpress".`)
      const { governmentId, unitId } = await bring(services, source, address ? place : basename(place), options)
      if (!options.watch || options.preview) return
      await services.database.transaction(governmentId, tx => addSource(tx, { unitId, url: place, title: source.feed.title, publish: options.publish === true, by: null }))
      say('It is watched from now on, once an hour; see /kerja/impor/umpan.')
    })
  },
}

export const importCommands: Command[] = [wordpressCommand, feedCommand]

async function read(file: string): Promise<Buffer> {
  const facts = await stat(file).catch(() => null)
  if (!facts?.isFile()) throw new Error(`${file} is not a file.`)
  if (facts.size > largest) throw new Error(`${file} is larger than ${largest / 1_000_000} MB. Export year by year.`)
  return readFile(file)
}

/** Reads a source; a refusal is said in the language of the command line. */
async function sourceFrom(bytes: Buffer): Promise<Source> {
  try {
    return await readSource(bytes)
  } catch (error) {
    if (error instanceof SourceRefused) throw new Error(inEnglish(() => t(error.text, error.values)), { cause: error })
    throw error
  }
}

const inEnglish = <T>(work: () => T): T => withLocale({ language: 'en', zone: 'Asia/Jakarta', vocabulary: {}, now: new Date() }, work)

/** Finds the place, shows or does the import, and prints what came of it. */
async function bring(services: Services, source: Source, name: string, options: Options): Promise<{ governmentId: string; unitId: string }> {
  const { government, unit } = await placeOf(services, options)
  const place = { governmentId: government.id, unitId: unit.id }
  const started = performance.now()
  const mapping = { ...(await lastMapping(services.database.of(government.id), unit.id, source.kind)), ...kindsFrom(options.kinds) }
  const choices: Choices = { ...noChoices, mapping, publish: options.publish === true, fetchMedia: options['fetch-media'] === true, site: options['without-site'] !== true && (await wantsSite(services, government.id, unit.id, source)) }
  const importing: Importing = { ...place, zone: government.zone, source, choices, by: null, origin: { fetch: choices.fetchMedia, folder: typeof options.media === 'string' ? await openMediaFolder(options.media) : undefined } }
  say(`${name} → ${unit.name}, ${government.name}`)
  if (options.preview) {
    const items = await preview(services, importing)
    report(items, countsOf(items), 'would be ')
  } else {
    const db = services.database.of(government.id)
    const runId = await insertRun(db, { unitId: unit.id, name, state: 'bringing', kind: source.kind, choices, by: null })
    try {
      await updateRun(db, runId, { reading: readingOf(source), startedAt: new Date() })
      const { items, counts } = await bringIn(services, runId, importing)
      report(items, counts, '')
    } catch (error) {
      await updateRun(db, runId, { state: 'failed', progress: null, finishedAt: new Date(), failure: { text: 'Ada gangguan. Tidak ada yang masuk; coba lagi.' } })
      throw error
    }
  }
  if (choices.site) say(`The site of ${unit.name} ${options.preview ? 'would be' : 'is'} public: ${await siteBase(services, government.id, unit.id)}`)
  say(`${((performance.now() - started) / 1000).toFixed(1)} s`)
  return place
}

async function placeOf(services: Services, options: Options): Promise<{ government: Government; unit: Unit }> {
  const governments = await services.ask(governmentDirectory).all()
  const government = options.government ? governments.find(one => one.slug === options.government) : governments[0]
  if (!government) throw new Error(options.government ? `There is no government "${String(options.government)}". There are: ${governments.map(one => one.slug).join(', ')}` : 'There is no government yet: run "setup" first.')
  if (typeof options.unit !== 'string') throw new Error('--unit is missing: the slug of the channel, as in /kanal/<slug>.')
  const unit = (await services.ask(unitDirectory).of(government.id)).bySlug(options.unit)
  if (!unit) throw new Error(`${government.name} has no unit "${options.unit}".`)
  if (!unit.channel) throw new Error(`${unit.name} has no channel of its own.`)
  return { government, unit }
}

/** `agenda=kegiatan,umum=tag` */
function kindsFrom(text: string | boolean | undefined): Record<string, Kind | 'tag'> {
  if (typeof text !== 'string') return {}
  return Object.fromEntries(text.split(',').map(pair => {
    const [category = '', kind = ''] = pair.split('=').map(part => part.trim())
    const known = [...kindNames, 'tag' as const].find(one => one === kind)
    if (!category || !known) throw new Error(`--kinds: "${pair}" is not <category>=<kind>. Kinds: ${kindNames.join(', ')}, or tag.`)
    return [category, known]
  }))
}

/** What came of it: numbers, then everything a person should look at. */
function report(items: readonly PlannedItem[], counts: Counts, tense: string): void {
  const shown = { create: 'brought in', update: 'renewed', unchanged: 'unchanged', keep: 'left as edited here', skip: 'left out' }
  for (const [action, words] of Object.entries(shown)) {
    for (const [what, some] of Map.groupBy(items.filter(item => item.action === action), item => (item.action === 'skip' ? '' : 'page' in item ? 'pages ' : 'posts ')))
      say(`${String(some.length).padStart(6)}  ${what}${tense}${words}${states(some)}`)
  }
  if (counts.media !== undefined) say(`${String(counts.media).padStart(6)}  pictures and files taken in, ${counts.missing ?? 0} missing`)
  inEnglish(() => {
    for (const item of items) if (item.action === 'skip') say(`  · ${item.title || item.sourceId}: ${t(item.reason.text, item.reason.values)}`)
    const look = items.filter(item => item.needsLook.length > 0 && item.action !== 'unchanged')
    if (look.length > 0) say(`\nTo look at (${look.length}):`)
    for (const item of look) {
      say(`  ${item.title}`)
      for (const { text, values } of item.needsLook) say(`    – ${t(text, values)}`)
    }
  })
}

/** `: 41 published, 3 scheduled, 2 private drafts` */
function states(items: readonly PlannedItem[]): string {
  const drafts = items.flatMap(item => (item.action === 'unchanged' ? [] : (draftIn(item) ?? [])))
  const counted = Map.groupBy(drafts, draft => (draft.private ? 'private' : draft.state))
  return counted.size === 0 ? '' : `: ${Array.from(counted, ([state, some]) => `${some.length} ${state}`).join(', ')}`
}
