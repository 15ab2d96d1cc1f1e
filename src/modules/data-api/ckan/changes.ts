import type { Tx } from '#platform/db/database.ts'
import { appendAudit } from '#platform/audit/audit.ts'
import type { Problem } from '#platform/web/problems.ts'
import { catalogue, entryMaking, releaseMaking, type Dataset, type NewResource, type Release, type Resource } from '#modules/datasets/contract.ts'
import type { Actions, Asked } from './action.ts'
import { ActionFailure, invalid, notFound } from './failure.ts'
import { datasetOf, packageOf } from './packages.ts'
import { resourceDict } from './shapes.ts'
import { asLink, storedUpload, type Brought } from './uploads.ts'

/** Names of the form's fields as CKAN's clients know them. */
const called: Record<string, string> = { summary: 'notes', unit: 'owner_org', theme: 'groups', licence: 'license_id', every: 'jadwal', access: 'akses', accessReason: 'alasan_akses', accessBasis: 'dasar_akses', legalBasis: 'dasar_hukum', coverage: 'cakupan', contact: 'maintainer_email', period: 'periode', '': 'message' }

/** What the form refused, under CKAN's names. */
export function refusedAs(problem: Problem): ActionFailure {
  const fields: Record<string, string[]> = {}
  for (const { name, message } of problem.problems) {
    const text = Object.entries(message.values ?? {}).reduce((words, [key, value]) => words.replaceAll(`{${key}}`, String(value)), message.text)
    ;(fields[called[name] ?? name] ??= []).push(text)
  }
  return new ActionFailure('Validation Error', '', fields)
}

const extrasOf = (value: unknown): Record<string, string> =>
  Array.isArray(value) ? Object.fromEntries(value.flatMap(one => (one && typeof one === 'object' && 'key' in one && 'value' in one ? [[String(one.key), String(one.value)]] : []))) : {}

const namesOf = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap(one => (typeof one === 'string' ? [one] : one && typeof one === 'object' && 'name' in one ? [String(one.name)] : [])) : [])

/** A package as the fields of the page's form; with `partial` only those that were sent. */
function fieldsOf({ given, around }: Asked, partial: boolean): Record<string, unknown> {
  const extras = extrasOf(given.structured('extras'))
  const own = (name: string) => given.text(name) ?? extras[name]
  const organization = given.text('owner_org')
  const unit = organization === null ? undefined : (around.units.bySlug(organization) ?? around.units.byId(organization))
  if (organization !== null && !unit) throw invalid('owner_org', 'Organization does not exist')
  const group = namesOf(given.structured('groups'))[0] ?? extras.tema
  const tags = given.has('tag_string') ? given.list('tag_string') : given.structured('tags') === undefined ? undefined : namesOf(given.structured('tags'))
  const fields: Record<string, unknown> = {
    title: given.text('title') ?? undefined, summary: given.text('notes') ?? undefined, unit: unit?.id, theme: group, every: own('jadwal'), access: own('akses'), accessReason: own('alasan_akses'), accessBasis: own('dasar_akses'),
    tags: tags?.join(','), licence: given.text('license_id') ?? undefined, legalBasis: own('dasar_hukum'), coverage: own('cakupan'), contact: given.text('maintainer_email') ?? undefined,
  }
  const sent = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return partial ? sent : { every: 'year', access: 'open', licence: 'CC-BY-4.0', tags: '', legalBasis: '', coverage: '', contact: '', accessReason: '', accessBasis: '', ...sent }
}

/** Does it in one transaction, with its entry in the audit. */
async function inOne<T>({ context, key }: Asked, action: string, work: (tx: Tx) => Promise<{ done: T; record: [string, string]; after: Record<string, unknown> }>): Promise<T> {
  return context.db.transaction().execute(async tx => {
    const { done, record, after } = await work(tx)
    await appendAudit(tx, { action: 'datasets.produce', accountId: context.who.account!.id, path: `/api/3/action/${action}`, record, after: { ...after, key } })
    return done
  })
}

/** A dataset of the holder's own units. */
async function ownDataset(asked: Asked, id: string): Promise<Dataset> {
  const { dataset, own } = await datasetOf(asked, id)
  if (!own) throw new ActionFailure('Authorization Error', 'Access denied: this dataset is not of a unit this key may prepare data for')
  return dataset
}

const periodOf = ({ given }: Asked): string | null => given.text('periode') ?? given.text('period') ?? extrasOf(given.structured('extras')).periode ?? null

async function changePackage(asked: Asked, action: string, partial: boolean) {
  const dataset = await ownDataset(asked, asked.given.needed('id', 'name'))
  await inOne(asked, action, async tx => {
    const done = await asked.context.ask(entryMaking).describe(tx, asked.context, dataset.id, fieldsOf(asked, partial))
    return { done, record: ['dataset', dataset.id], after: { title: done.title, access: done.access } }
  })
  return packageOf(asked, dataset.id)
}

/** Puts parts into the release of a period that is being filled; hands it on when the client says so. */
async function put(asked: Asked, action: string, dataset: Dataset, period: string | null, brought: Brought, { others = [], instead }: { others?: readonly NewResource[]; instead?: string } = {}) {
  const { context, given, around } = asked
  const { ask } = context
  return inOne(asked, action, async tx => {
    if (instead) await ask(releaseMaking).detach(tx, context, instead)
    const release = await ask(entryMaking).opened(tx, context, dataset.id, period)
    if (brought.resource.kind === 'file') await context.hands.files.keep(tx, [brought.resource.fileId])
    const ids = await ask(releaseMaking).attach(tx, context, release.id, [brought.resource, ...others], { found: brought.found, variables: dataset.variables.length === 0 ? brought.variables : undefined })
    const handed = given.flag('ajukan') ? await ask(entryMaking).submit(tx, context, release.id) : release
    const made = (await ask(entryMaking).releases({ ...context, db: tx }, dataset)).find(one => one.release.id === release.id)!.resources.find(one => one.id === ids[0])!
    return { done: resourceDict(made, dataset, handed, 0, around.origin), record: ['release', release.id], after: { dataset: dataset.id, period: release.period, added: ids, state: handed.state } }
  })
}

/** A part with its release, of the holder's own units, published or not. */
async function ownPart({ context }: Asked, id: string): Promise<{ dataset: Dataset; release: Release; resource: Resource; others: readonly Resource[] }> {
  const part = await context.ask(entryMaking).part(context, id)
  if (part) return part
  throw (await context.ask(catalogue).resourceById(context.db, id)) ? new ActionFailure('Authorization Error', 'Access denied: this resource is not of a unit this key may prepare data for') : notFound('Resource was not found.')
}

async function changePart(asked: Asked, action: string) {
  const { context, given, around } = asked
  const { ask } = context
  const { dataset, release, resource, others } = await ownPart(asked, given.needed('id'))
  const published = release.state === 'published'
  const content = asked.uploads.length > 0 || (given.has('url') && resource.kind === 'link' && given.text('url') !== resource.url)
  if (content) {
    const brought = asked.uploads.length > 0 ? await storedUpload(asked, dataset) : { resource: asLink(asked) }
    const named = { ...brought, resource: { ...brought.resource, name: given.text('name') || resource.name, description: given.has('description') ? given.text('description') : resource.description } }
    // What is published is corrected by a further version of its period, with its other parts as they are.
    return put(asked, action, dataset, release.period, named, published ? { others: others.map(again) } : { instead: resource.id })
  }
  if (published) throw invalid('upload', 'A published resource is corrected by sending its file again')
  await inOne(asked, action, async tx => {
    await ask(entryMaking).rename(tx, context, resource.id, { name: given.text('name') || undefined, description: given.text('description') ?? undefined })
    return { done: null, record: ['release', release.id], after: { renamed: resource.id } }
  })
  return resourceDict({ ...resource, name: given.text('name') || resource.name, description: given.text('description') ?? resource.description }, dataset, release, 0, around.origin)
}

/** A part as it is put into another release. */
const again = (part: Resource): NewResource => {
  const { name, description, mediaType } = part
  if (part.kind === 'table') return { kind: 'table', name, description, mediaType, table: part.table }
  return part.kind === 'file' ? { kind: 'file', name, description, mediaType, fileId: part.fileId, bytes: part.bytes ?? 0 } : { kind: 'link', name, description, mediaType, url: part.url }
}

/** What changes something: the same states as the pages, so nothing of it is public before it was checked and approved. */
export const changeActions: Actions = {
  package_create: {
    help: 'A new entry, put forward for the daftar data; with state=draft it stays a draft. Parameters: title, name, notes, owner_org, groups, tags, license_id, extras (jadwal, akses, cakupan, dasar_hukum, …).',
    keyed: true,
    async answer(asked) {
      const { context, given } = asked
      const dataset = await inOne(asked, 'package_create', async tx => {
        const made = await context.ask(entryMaking).create(tx, context, fieldsOf(asked, false), given.text('name'))
        if (given.text('state') !== 'draft') await context.ask(entryMaking).step(tx, context, made.id, 'propose')
        return { done: made, record: ['dataset', made.id], after: { title: made.title, unit: made.unitId, access: made.access } }
      })
      return packageOf(asked, dataset.id)
    },
  },
  package_update: { help: 'Describes an entry anew; what is left out takes its usual value. Parameters as for package_create, and id.', keyed: true, answer: asked => changePackage(asked, 'package_update', false) },
  package_patch: { help: 'Changes what is sent of an entry. Parameters as for package_create, and id.', keyed: true, answer: asked => changePackage(asked, 'package_patch', true) },
  package_delete: {
    help: 'Takes an entry out of the daftar data; for those who approve. Parameters: id.',
    keyed: true,
    async answer(asked) {
      const dataset = await ownDataset(asked, asked.given.needed('id'))
      await inOne(asked, 'package_delete', async tx => {
        await asked.context.ask(entryMaking).step(tx, asked.context, dataset.id, 'retire')
        return { done: null, record: ['dataset', dataset.id], after: { state: 'retired' } }
      })
      return null
    },
  },
  resource_create: {
    help: 'Adds a file (upload) or an address (url) to the release of a period that is being filled. Parameters: package_id, name, description, periode (today’s when left out), ajukan=true to hand the release on to be checked.',
    keyed: true,
    async answer(asked) {
      const dataset = await ownDataset(asked, asked.given.needed('package_id'))
      return put(asked, 'resource_create', dataset, periodOf(asked), asked.uploads.length > 0 ? await storedUpload(asked, dataset) : { resource: asLink(asked) })
    },
  },
  resource_update: { help: 'Brings a resource anew; of a published release this begins a correction. Parameters: id, upload or url, name, description.', keyed: true, answer: asked => changePart(asked, 'resource_update') },
  resource_patch: { help: 'The same as resource_update, of what is sent.', keyed: true, answer: asked => changePart(asked, 'resource_patch') },
  resource_delete: {
    help: 'Takes a resource out of a release that is not shown yet. Parameters: id.',
    keyed: true,
    async answer(asked) {
      const { release, resource } = await ownPart(asked, asked.given.needed('id'))
      if (release.state === 'published') throw invalid('id', 'A published resource stays; the walidata may withdraw its release')
      await inOne(asked, 'resource_delete', async tx => {
        await asked.context.ask(releaseMaking).detach(tx, asked.context, resource.id)
        return { done: null, record: ['release', release.id], after: { removed: resource.id } }
      })
      return null
    },
  },
}

