import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { page, type Context } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ButtonLink, DataTable, DateTime, EmptyState, StateBadge, WorkLayout } from '#ui/index.ts'
import type { Level } from '../contract.ts'
import { clockWords } from '../parts/facts.tsx'
import { stateWords } from '../parts/words.ts'
import { countWaiting, deskRequests, type DeskFilter } from '../store.ts'

const query = z.object({ sisi: z.enum(['masuk', 'keluar', 'semua', 'naik']).default('masuk').catch('masuk') })

const sides: Record<z.output<typeof query>['sisi'], Omit<DeskFilter, 'limit'>> = { masuk: { side: 'in' }, keluar: { side: 'out' }, semua: { side: 'all' }, naik: { side: 'all', open: true, level: 1 } }

/** The step of silence at which a person's turn comes; 0 for those who only answer. */
export const turnOf = (who: Context['who']): Level => (who.may('data-requests.urge') ? 1 : who.may('data-requests.settle') ? 2 : who.may('data-requests.instruct') ? 3 : 0)

/** What waits for this person: as the one asked, or because others were silent. */
export const waitingHere = ({ db, who }: Context): Promise<number> => {
  const level = turnOf(who)
  const before = level === 1 ? 'data-requests.urge' : level === 2 ? 'data-requests.settle' : 'data-requests.instruct'
  return countWaiting(db, who.reach('data-requests.answer'), who.reach(before), level)
}

/** Requests for data to one's agency and by it. */
export const listPage = page({
  path: '/kerja/permintaan-data',
  may: 'data-requests.read',
  query,
  async load(context) {
    const { db, who, ask, government, query } = context
    const [units, requests] = await Promise.all([ask(unitDirectory).of(government.id), deskRequests(db, who.reach('data-requests.read'), { ...sides[query.sisi], limit: 100 })])
    return { units, requests, today: todayOf(context) }
  },
  view({ data: { units, requests, today }, query, who }) {
    const tab = (sisi: typeof query.sisi, label: string) => ({ label, href: `/kerja/permintaan-data${sisi === 'masuk' ? '' : `?sisi=${sisi}`}`, current: query.sisi === sisi })
    return (
      <WorkLayout title={t('Permintaan data')} lead={t('Yang menunggu lebih dahulu, menurut tenggatnya.')} tabs={[tab('masuk', t('Diminta dari kita')), tab('keluar', t('Kita minta')), ...(turnOf(who) > 0 ? [tab('naik', t('Naik karena diam'))] : []), tab('semua', t('Semua'))]}
        action={who.may('data-requests.ask') && <ButtonLink href="/kerja/permintaan-data/baru">{t('Minta data')}</ButtonLink>}>
        <DataTable caption={t('Permintaan data')} rows={requests} rowKey={one => one.id} columns={[
          { label: t('Data'), main: true, cell: one => <a href={`/kerja/permintaan-data/${one.id}`}>{one.subject}</a> },
          { label: t('Nomor'), cell: one => one.code },
          { label: t('Pemohon'), cell: one => (one.unitId ? units.byId(one.unitId)?.shortName : t('Warga')) },
          { label: t('Pemegang data'), cell: one => units.byId(one.holderUnitId)?.shortName },
          { label: t('Diajukan'), cell: one => <DateTime at={one.askedOn} /> },
          { label: t('Keadaan'), cell: one => <><StateBadge state={one.state} states={stateWords} /> <small>{clockWords(one, today)}</small></> },
        ]} empty={<EmptyState title={t('Tidak ada permintaan di sini')}>{t('Permintaan dari perangkat daerah lain dan dari warga muncul di sini beserta tenggatnya.')}</EmptyState>} />
      </WorkLayout>
    )
  },
})
