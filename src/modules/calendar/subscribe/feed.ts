import { createHash } from 'node:crypto'
import { z } from 'zod'
import { beginAttempt, networkOf } from '#platform/access/attempts.ts'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { localeOf } from '#platform/web/render.ts'
import { invitations } from '#modules/correspondence/contract.ts'
import { people } from '#modules/identity/contract.ts'
import { posts } from '#modules/organisation/contract.ts'
import { calendarOf } from '../event/calendar.ts'
import { markUsed, subscriptionWith, type Subscription } from '../store.ts'

/** What a calendar holds: the last three months and two years to come. */
const span = { back: 92, ahead: 732 }
const most = 2000
const day = 86_400_000

/** Wrong secrets one network may send before it has to wait, in seconds. */
const patience = { free: 20, first: 30, most: 3600 }

/** Whose secret it is, and how they are written to. Somebody whose account was closed has no calendar. */
async function subscriber({ db, ask, query, request, hands }: Context<{ token: string }>): Promise<{ subscription: Subscription; language: 'id' | 'en' }> {
  const subscription = query.token ? await subscriptionWith(db, query.token) : null
  const active = subscription && (await ask(people).addresses(db, [subscription.accountId])).get(subscription.accountId)
  if (subscription && active) return { subscription, language: active.language }
  await beginAttempt(db, hands.secret, [{ key: `calendar ${networkOf(request.ip)}`, patience }])
  throw new NotFound()
}

/** The meetings of one person, for programs that know the secret address. It is written into no log. */
export const feed = resource({
  path: '/kalender.ics',
  may: 'public',
  query: z.object({ token: z.string().regex(/^[\w-]{43}$/).catch('') }),
  async load(context: Context<{ token: string }>) {
    const { db, ask, government, now, request, place } = context
    const { subscription, language } = await subscriber(context)
    const { accountId } = subscription
    const held = await ask(posts).heldBy(db, { accountId }, dayIn(now, government.zone))
    const found = await ask(invitations).of(db, [{ accountId }, ...held.map(({ postId }) => ({ postId }))], { from: new Date(now.getTime() - span.back * day), to: new Date(now.getTime() + span.ahead * day) }, most)
    await markUsed(db, subscription, now)
    const body = withLocale(localeOf({ government, language }, now), () => calendarOf(found, { name: t('Agenda rapat {government}', { government: government.name }), zone: government.zone, origin: place.portal || request.origin }))
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
    const headers = { ETag: etag, 'Cache-Control': 'private, max-age=300', 'Content-Disposition': 'inline; filename="kalender.ics"', 'X-Robots-Tag': 'noindex' }
    const type = 'text/calendar; charset=utf-8'
    return matches(request.headers.get('if-none-match'), etag) ? { status: 304, type, body: '', headers } : { type, body, headers }
  },
})

/** Whether a program has these bytes already; a proxy that compresses weakens the tag. */
const matches = (sent: string | null, etag: string): boolean => (sent ?? '').split(',').some(one => one.trim().replace(/^W\//, '') === etag)
