import { t } from '#platform/i18n/locale.ts'
import { holidaysOf } from '#platform/time/working-days.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { posts, unitDirectory } from '#modules/organisation/contract.ts'
import { addressWith, Counters, EmptyState, FilterBar, Pager, Queue, QueueKeys, WorkLayout } from '#ui/index.ts'
import { seats } from '../contract.ts'
import { scopeOf } from '../desks.ts'
import { seatName } from '../parts/seat.ts'
import { entryOf } from './entry.tsx'
import { InboxFilters } from './filter-fields.tsx'
import { counters, filterOf, listQuery } from './filters.ts'
import { counted, countTasks, listTasks } from './list-store.ts'

const pageSize = 40

/** What waits for a person, for one of their positions, or in the offices they are the secretariat of. */
export const listPage = page({
  path: '/kerja/kotak-masuk',
  may: 'signed-in',
  query: listQuery,
  async load(context) {
    const { db, query, ask, government, now, who } = context
    const today = dayIn(now, government.zone)
    const [held, units] = await Promise.all([ask(seats).of(context), ask(unitDirectory).of(government.id)])
    const scope = scopeOf(query.meja, context, held, units)
    const filter = filterOf(query, today, query.unit ? units.below(query.unit) : undefined)
    const [rows, counts, holidays] = await Promise.all([listTasks(db, scope, filter, pageSize + 1), countTasks(db, scope), holidaysOf(db, today)])
    const tasks = rows.slice(0, pageSize)
    const accounts = tasks.flatMap(({ desk, doneBy }) => [...('accountId' in desk && desk.accountId !== who.account!.id ? [desk.accountId] : []), ...(doneBy ? [doneBy] : [])])
    const positions = tasks.flatMap(({ desk }) => ('postId' in desk && !held.some(seat => seat.postId === desk.postId) ? [desk.postId] : []))
    const [names, leading] = await Promise.all([ask(people).named(db, accounts), ask(posts).inCharge(db, positions, today)])
    return { held, units, tasks, counts, holidays, today, names, leading, next: rows.length > pageSize ? tasks.at(-1)!.id : null }
  },
  view({ data: { held, units, tasks, counts, holidays, today, names, leading, next }, query, request, who }) {
    const here = addressWith(request.url, {})
    const office = query.meja === 'kantor'
    const done = query.tab === 'selesai'
    const desk = (meja: string) => addressWith('/kerja/kotak-masuk', { meja: meja === 'saya' ? null : meja, tab: done ? 'selesai' : null })
    const desks = [
      { label: t('Meja saya'), href: desk('saya'), current: query.meja === 'saya' },
      ...(held.length > 1 ? held.map(seat => ({ label: seatName(seat), href: desk(seat.postId), current: query.meja === seat.postId })) : []),
      ...(who.may('inbox.office') ? [{ label: t('Kantor'), href: desk('kantor'), current: office }] : []),
    ]
    const signing = query.tugas === 'tanda-tangan' && !done && !office && tasks.length > 0
    return (
      <WorkLayout
        title={t('Kotak masuk')}
        lead={office ? t('Yang menunggu di unit-unit kantor Anda, tanpa yang rahasia.') : t('Yang menunggu Anda, atas nama sendiri dan jabatan yang Anda pegang hari ini.')}
        tabs={[
          { label: t('Perlu tindakan'), href: addressWith(here, { tab: null, tugas: null }), current: !done },
          { label: t('Selesai'), href: addressWith(here, { tab: 'selesai', tugas: null, tenggat: null, urut: null }), current: done },
        ]}
        islands={['queue']}
      >
        {desks.length > 1 && <FilterBar quick={desks} />}
        {!done && (
          <Counters label={t('Yang menunggu')} items={counters.map(({ code, kind, unread, label }) => {
            const n = unread ? counts[kind].unread : counts[kind].open
            const current = query.tugas === code
            return { label: t(label), href: addressWith(here, { tugas: current ? null : code }), count: office ? Math.min(n, counted) : n, more: office && n > counted, current }
          })} />
        )}
        <InboxFilters query={query} units={units} reach={who.reach('inbox.office')} />
        {tasks.length === 0
          ? <EmptyState title={t('Tidak ada yang cocok')}>{done ? t('Yang sudah selesai tersimpan di sini.') : t('Tidak ada yang menunggu di sini. Surat, disposisi, dan permintaan tanda tangan muncul dengan sendirinya.')}</EmptyState>
          : <Queue label={done ? t('Selesai') : t('Perlu tindakan')} entries={tasks.map(task => entryOf(task, { today, holidays, held, units, names, leading, office }))}
              pick={signing ? { action: '/kerja/tanda-tangan', name: 'surat', button: t('Tanda tangani yang dipilih') } : undefined} />}
        <Pager newer={query.setelah ? here : null} older={next ? `${here}${here.includes('?') ? '&' : '?'}setelah=${next}` : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
        <QueueKeys />
        <p class="hint">{t('Pindah atau berhenti?')} <a href="/kerja/kotak-masuk/serah">{t('Serahkan tugas')}</a></p>
      </WorkLayout>
    )
  },
})
