import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import { notify } from '#platform/notifications/notifications.ts'
import type { Context, Hands } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { after, type Banner, type Content, type Event } from './banner.ts'
import { bannersTopic } from './shown-banner.ts'
import { insertBanner, insertStep, updateContent, updateState } from './store.ts'

/** What a banner needs around it, in a request as in a job. */
export type Means = Pick<Hands, 'governmentId' | 'jobs'> & Pick<Context, 'ask'>

export const keepTime = 'banners.keep-time'

/**
 * Every kept page hangs on the government's topic. The banners' own topic comes first: a page that is made between the
 * two must not be made of the banner before.
 */
const announce = (tx: Tx, governmentId: string): Promise<void> => changed(tx, bannersTopic(governmentId), `government:${governmentId}`)

async function step(tx: Tx, banner: Banner, event: Event, by: string | null, set: Omit<Parameters<typeof updateState>[2], 'state'> = {}): Promise<void> {
  const state = after(banner.state, event)
  if (state === null) throw new Error(`${event} cannot happen in ${banner.state}`)
  await updateState(tx, banner.id, { ...set, state })
  await insertStep(tx, banner.id, event, by)
}

/** Keeps a new banner as a draft. */
export async function draft(tx: Tx, content: Content, by: string | null): Promise<Banner> {
  const banner = await insertBanner(tx, content, by)
  await insertStep(tx, banner.id, 'save', by)
  return banner
}

/** Changes a banner; where it is shown it changes at once. */
export async function save(tx: Tx, { governmentId, jobs }: Means, banner: Banner, content: Content, by: string | null): Promise<Banner> {
  await updateContent(tx, banner.id, content)
  await insertStep(tx, banner.id, 'save', by)
  if (banner.state === 'scheduled') await jobs.enqueue(tx, keepTime, governmentId, {}, { at: content.startsAt ?? content.endsAt })
  if (banner.state === 'shown') {
    await jobs.enqueue(tx, keepTime, governmentId, {}, { at: content.endsAt })
    await announce(tx, governmentId)
  }
  return { ...banner, ...content, version: banner.version + 1 }
}

/** Shows a banner on every page, and tells those who answer for what the government says. */
export async function show(tx: Tx, { governmentId, jobs, ask }: Means, banner: Banner, by: string | null): Promise<void> {
  await step(tx, banner, 'show', by, { starts_at: null, shown_at: new Date() })
  await jobs.enqueue(tx, keepTime, governmentId, {}, { at: banner.endsAt })
  await announce(tx, governmentId)
  const root = (await ask(unitDirectory).of(governmentId)).all.find(unit => unit.kind === 'government')
  const watchers = root ? await ask(people).holding(tx, 'banners.see', root.id) : []
  await notify(tx, watchers.map(person => person.id).filter(id => id !== by), { text: 'Banner “{title}” tampil di semua halaman.', values: { title: banner.title }, href: '/kerja/banner' })
}

/** Shows a banner at the minute it is promised for; a job wakes up for it. */
export async function schedule(tx: Tx, { governmentId, jobs }: Means, banner: Banner, at: Date, by: string | null): Promise<void> {
  await step(tx, banner, 'schedule', by, { starts_at: at })
  await jobs.enqueue(tx, keepTime, governmentId, {}, { at })
}

/** Takes a promised banner back among the drafts. */
export const unschedule = (tx: Tx, banner: Banner, by: string | null): Promise<void> => step(tx, banner, 'unschedule', by)

/** Lets a shown banner stay until another time. */
export async function extend(tx: Tx, { governmentId, jobs }: Means, banner: Banner, until: Date, by: string | null): Promise<void> {
  await step(tx, banner, 'extend', by, { ends_at: until })
  await jobs.enqueue(tx, keepTime, governmentId, {}, { at: until })
  await announce(tx, governmentId)
}

/** Takes a banner from every page: by a person, or because its time is over. */
export async function end(tx: Tx, { governmentId }: Pick<Means, 'governmentId'>, banner: Banner, event: 'stop' | 'expire', by: string | null): Promise<void> {
  await step(tx, banner, event, by, { ended_at: new Date() })
  await announce(tx, governmentId)
}
