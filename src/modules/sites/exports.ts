import { sql } from 'kysely'
import type { EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { dayIn } from '#platform/time/zone.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { siteDirectory } from './contract.ts'
import { tables } from './store.ts'

export const indicators: Indicator[] = [
  {
    code: 'situs-terbit',
    label: 'perangkat daerah, {kecamatan}, {desa}, dan sekolah punya situs sendiri',
    async measure({ government, ask }) {
      const [units, sites] = await Promise.all([ask(unitDirectory).of(government.id), ask(siteDirectory).of(government.id)])
      return { value: sites.all.filter(site => site.published).length, of: units.all.filter(unit => unit.channel).length, source: '/situs' }
    },
  },
  {
    code: 'desa-menampilkan-potensi',
    label: '{desa} menampilkan potensinya di situs',
    async measure({ db, government, ask }) {
      const [units, blocks] = await Promise.all([ask(unitDirectory).of(government.id), ask(pagesPort).blocks(db, ['potential'])])
      const showing = new Set(blocks.map(({ unitId }) => unitId).filter(id => units.byId(id)?.kind === 'village'))
      return { value: showing.size, of: units.all.filter(unit => unit.kind === 'village').length, source: '/situs' }
    },
  },
]

/** Evidence that agencies have their own sites under the government's domain, month by month. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'situs-perangkat-daerah',
    title: 'Situs resmi perangkat daerah pada subdomain pemerintah daerah',
    async collect({ db, government }) {
      const rows = await tables(db)
        .selectFrom('sites.site')
        .select([sql<Date>`date_trunc('month', published_at)`.as('month'), eb => eb.fn.countAll<bigint>().as('n')])
        .where('published', '=', true)
        .where('published_at', 'is not', null)
        .groupBy('month')
        .orderBy('month')
        .execute()
      return rows.map(row => ({ at: row.month, text: `${row.n} situs mulai terbit pada ${dayIn(row.month, government.zone).slice(0, 7)}`, source: '/situs' }))
    },
  },
]
