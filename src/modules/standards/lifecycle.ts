import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { index, unindex } from '#platform/search/search.ts'
import type { Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { after, type Content, type Event, type Standard } from './concept.ts'
import { conceptReplaced } from './contract.ts'
import { insertStandard, insertStep, updateContent, updateState, validVersion, versionsOf } from './store.ts'

/** What a standard needs around it, in a request as elsewhere. */
export type Means = { governmentId: string } & Pick<Context, 'ask'>

/** Topic of all public pages of standards and code lists of a government. */
export const standardsTopic = (governmentId: string): string => `standards:${governmentId}`

async function step(tx: Tx, standard: Standard, event: Event, by: string | null, { remarks, ...set }: { remarks?: string } & Omit<Parameters<typeof updateState>[2], 'state'> = {}): Promise<void> {
  const state = after(standard.state, event)
  if (state === null) throw new Error(`${event} cannot happen in ${standard.state}`)
  await updateState(tx, standard.id, { ...set, state })
  await insertStep(tx, standard.id, event, by, remarks ?? null)
}

/** Proposes a standard, or a newer version of a valid one, and tells those who review unless it is one of many. */
export async function propose(tx: Tx, means: Means, content: Content, { unitId, by, of, quiet = false }: { unitId: string; by: string | null; of: string | null; quiet?: boolean }): Promise<Standard> {
  const earlier = of === null ? null : await validVersion(tx, of, true)
  if (of !== null && !earlier) throw new Problem('', 'Standar ini tidak berlaku lagi, jadi tidak dapat diberi versi baru.')
  const waiting = of === null ? undefined : (await versionsOf(tx, of)).find(({ state }) => ['proposed', 'returned', 'reviewed'].includes(state))
  if (waiting) throw new Problem('', 'Versi {n} dari standar ini masih dalam proses. Selesaikan dahulu versi itu.', { n: waiting.version })
  const standard = await insertStandard(tx, content, { unitId, by, earlier })
  await insertStep(tx, standard.id, 'propose', by)
  if (!quiet) await tellReviewers(tx, means, standard, by)
  return standard
}

/** Changes a proposal; one that was sent back is proposed again. */
export async function save(tx: Tx, means: Means, standard: Standard, content: Content, by: string | null): Promise<void> {
  await updateContent(tx, standard.id, content)
  await step(tx, standard, 'save', by)
  if (standard.state === 'returned') await tellReviewers(tx, means, { ...standard, name: content.name }, by)
}

/** Says that a proposal is in order. */
export const review = (tx: Tx, standard: Standard, by: string | null): Promise<void> => step(tx, standard, 'review', by, { reviewed_by: by })

/** Sends a proposal back with what is to be changed. */
export async function sendBack(tx: Tx, standard: Standard, remarks: string, by: string | null): Promise<void> {
  await step(tx, standard, 'return', by, { remarks, reviewed_by: null })
  if (standard.proposedBy && standard.proposedBy !== by) await notify(tx, [standard.proposedBy], { text: 'Usulan standar data “{name}” dikembalikan dengan catatan.', values: { name: standard.name }, href: `/kerja/standar-data/${standard.id}` })
}

/** Takes a proposal back. */
export const withdraw = (tx: Tx, standard: Standard, by: string | null): Promise<void> => step(tx, standard, 'withdraw', by)

/** Makes a version valid from a day on; it takes the place of the one before. */
export async function establish(tx: Tx, { governmentId }: Means, standard: Standard, day: string, by: string | null): Promise<void> {
  const earlier = await validVersion(tx, standard.slug, true)
  if (earlier) {
    if (earlier.validFrom !== null && day <= earlier.validFrom) throw new Problem('day', 'Versi sebelumnya berlaku sejak {day}. Pilih hari sesudahnya.', { day: earlier.validFrom })
    await step(tx, earlier, 'replace', by, { valid_to: day })
    await unindex(tx, 'standard', earlier.id)
    await tell(tx, conceptReplaced, { earlierId: earlier.id, laterId: standard.id, slug: standard.slug })
  }
  await step(tx, standard, 'establish', by, { valid_from: day })
  await index(tx, {
    kind: 'standard', id: standard.id, sort: null, title: standard.name, summary: standard.definition, body: `${standard.concept} ${standard.measure} ${standard.unit}`,
    href: `/data/standar/${standard.slug}`, unitId: standard.unitId, districtCode: null, at: new Date(), permission: null,
  })
  await changed(tx, standardsTopic(governmentId))
  if (standard.proposedBy && standard.proposedBy !== by) await notify(tx, [standard.proposedBy], { text: 'Standar data “{name}” ditetapkan.', values: { name: standard.name }, href: `/data/standar/${standard.slug}` })
}

/** Ends a standard without a newer version. */
export async function retire(tx: Tx, { governmentId }: Means, standard: Standard, remarks: string, today: string, by: string | null): Promise<void> {
  await step(tx, standard, 'retire', by, { remarks, valid_to: standard.validFrom !== null && standard.validFrom > today ? standard.validFrom : today })
  await unindex(tx, 'standard', standard.id)
  await changed(tx, standardsTopic(governmentId))
}

async function tellReviewers(tx: Tx, { governmentId, ask }: Means, standard: Pick<Standard, 'id' | 'name'>, by: string | null): Promise<void> {
  const root = (await ask(unitDirectory).of(governmentId)).all.find(unit => unit.parentId === null)
  const reviewers = root ? await ask(people).holding(tx, 'standards.review', root.id) : []
  await notify(tx, reviewers.map(person => person.id).filter(id => id !== by), { text: 'Usulan standar data “{name}” menunggu diperiksa.', values: { name: standard.name }, href: `/kerja/standar-data/${standard.id}` })
}
