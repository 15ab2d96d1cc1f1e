import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { addMonths, dayIn } from '#platform/time/zone.ts'
import { goto, page, type ActContext, type Context, type Goto } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ErrorSummary, FilterBar, Pager, WorkLayout, addressWith } from '#ui/index.ts'
import { brokenMentions, countDay, countMentions, mentionWithin, setIgnored } from '../store.ts'
import { countReviews, reviewsDue, setReview } from '../tended/kinds.ts'
import { LinkTable } from './link-table.tsx'
import { ReviewTable } from './review-table.tsx'

const query = z.object({
  daftar: z.enum(['tinjauan', 'tautan']).default('tinjauan'),
  milik: z.enum(['saya', 'semua', 'diabaikan']).default('saya'),
  setelah: z.string().max(80).optional(),
})
type Query = z.output<typeof query>

const steps = z.discriminatedUnion('langkah', [
  z.object({ langkah: z.literal('benar'), halaman: z.uuid('Pilih dari daftar') }),
  z.object({ langkah: z.enum(['periksa', 'pulihkan']), halaman: z.uuid('Pilih dari daftar'), tautan: z.uuid('Pilih dari daftar') }),
])

/** Months until a page found right is looked at again. */
const nextReview = 6
/** Days before its date from which a page is listed. */
const ahead = 14
const pageSize = 30

/** Last day of which reviews are listed today. */
const horizon = (now: Date, zone: string) => dayIn(new Date(now.getTime() + ahead * 86_400_000), zone)

/** How much waits: pages to review and links to mend, of one owner or within the whole reach. */
export async function waiting({ db, who, ask, now, government }: Pick<Context, 'db' | 'who' | 'ask' | 'now' | 'government'>, owner?: string): Promise<{ reviews: number; links: number }> {
  const reach = who.reach('upkeep.see')
  const here = { db, ask, governmentId: government.id }
  const [reviews, links] = await Promise.all([countReviews(here, reach, { until: horizon(now, government.zone), owner }), countMentions(db, reach, { owner, ignored: false })])
  return { reviews, links }
}

async function read({ db, who, ask, query, now, government }: Context<Query>) {
  const reach = who.reach('upkeep.see')
  const owner = query.milik === 'saya' ? who.account!.id : undefined
  const ignored = query.milik === 'diabaikan'
  const common = { owner, after: query.setelah, limit: pageSize }
  const [units, counts, reviews, links] = await Promise.all([
    ask(unitDirectory).of(government.id),
    waiting({ db, who, ask, now, government }, owner),
    query.daftar === 'tinjauan' ? reviewsDue({ db, ask, governmentId: government.id }, reach, { ...common, until: horizon(now, government.zone) }) : null,
    query.daftar === 'tautan' ? brokenMentions(db, reach, { ...common, ignored }) : null,
  ])
  const owners = [...(reviews?.items.map(item => item.pageOwner) ?? []), ...(links?.items.map(item => item.ownerId) ?? [])].filter(id => id !== null)
  return { units, counts, reviews, links, names: await ask(people).named(db, [...new Set(owners)]), today: dayIn(now, government.zone) }
}

/** What an owner looks after: pages past their date, and links that lead nowhere; each row offers the act itself. */
export const upkeepPage = page({
  path: '/kerja/perawatan',
  may: 'upkeep.see',
  query,
  form: steps,
  load: read,
  view({ data, query, fields, request }) {
    const { units, counts, reviews, links, names, today } = data
    const own = query.milik === 'saya'
    const at = (changes: Record<string, string | null>) => addressWith(request.url, changes)
    const views: [Query['milik'], string][] = [['saya', 'Halaman saya'], ['semua', 'Semua dalam jangkauan saya'], ...(query.daftar === 'tautan' ? [['diabaikan', 'Yang diabaikan'] as [Query['milik'], string]] : [])]
    const next = reviews?.next ?? links?.next
    return (
      <WorkLayout title={t('Perawatan')} lead={t('Halaman yang perlu ditinjau lagi, dan tautan yang tidak lagi terbuka.')}
        tabs={[
          { label: t('Perlu ditinjau'), href: addressWith('/kerja/perawatan', { milik: query.milik === 'semua' ? 'semua' : null }), count: counts.reviews, current: query.daftar === 'tinjauan' },
          { label: t('Tautan rusak'), href: addressWith('/kerja/perawatan', { daftar: 'tautan', milik: query.milik === 'semua' ? 'semua' : null }), count: counts.links, current: query.daftar === 'tautan' },
        ]}>
        <ErrorSummary fields={fields} />
        <FilterBar quick={views.map(([value, label]) => ({ label: t(label), href: at({ milik: value === 'saya' ? null : value }), current: query.milik === value }))} />
        {reviews && <ReviewTable items={reviews.items} {...{ units, names, today, own }} all={at({ milik: 'semua' })} />}
        {links && <LinkTable items={links.items} {...{ units, names, own }} ignored={query.milik === 'diabaikan'} all={at({ milik: 'semua' })} />}
        <Pager newer={query.setelah ? at({}) : null} older={next ? withMark(at({}), next) : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
  act,
})

const withMark = (address: string, mark: string) => `${address}${address.includes('?') ? '&' : '?'}setelah=${encodeURIComponent(mark)}`

async function act({ tx, who, ask, input, note, now, government, hands, request }: ActContext<Query, z.output<typeof steps>>): Promise<Goto> {
  const reach = who.reach('upkeep.see')
  const back = addressWith(request.url, {})
  if (input.langkah === 'benar') {
    const today = dayIn(now, government.zone)
    const on = addMonths(today, nextReview)
    const page = await setReview({ db: tx, ask, governmentId: government.id }, reach, input.halaman, on)
    if (!page) throw new NotFound()
    await countDay(tx, today, { reviewed: 1 })
    note({ record: [page.kind, input.halaman], before: { reviewOn: page.before }, after: { reviewOn: on } })
    return goto(back, '“{title}” masih benar. Ditinjau lagi dalam {n} bulan.', { title: page.title, n: nextReview })
  }
  const mention = await mentionWithin(tx, reach, input.halaman, input.tautan)
  if (!mention) throw new NotFound()
  if (input.langkah === 'pulihkan') {
    await setIgnored(tx, mention.pageId, mention.linkId, null, null)
    note({ record: ['link', mention.linkId], before: { ignored: mention.ignoredReason }, after: {} })
    return goto(back, 'Tautan ini diperiksa lagi seperti yang lain.')
  }
  await hands.jobs.enqueue(tx, 'upkeep.check-one', hands.governmentId, { link: mention.linkId }, { key: mention.linkId })
  note({ record: ['link', mention.linkId] })
  return goto(back, 'Tautan ini sedang diperiksa. Muat ulang halaman sebentar lagi.')
}
