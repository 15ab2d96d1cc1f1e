import { addMonths, dayIn } from '#platform/time/zone.ts'
import type { EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { agenciesOf } from './parts/here.ts'
import { closedByMonth, closingsOf } from './store.ts'

export const indicators: Indicator[] = [
  {
    code: 'presensi-bulan-ditutup',
    label: 'perangkat daerah sudah menutup presensi bulan lalu',
    inside: true,
    async measure({ db, ask, government, now }) {
      const units = await ask(unitDirectory).of(government.id)
      const agencies = agenciesOf(units, units.all.map(({ id }) => id))
      const month = addMonths(`${dayIn(now, government.zone).slice(0, 7)}-01`, -1)
      const closings = await closingsOf(db, agencies.map(({ id }) => id), month, month)
      return { value: closings.filter(({ state }) => state === 'closed').length, of: agencies.length, source: `/kerja/presensi/rekap?bulan=${month.slice(0, 7)}` }
    },
  },
]

/** Evidence that months of presence are closed electronically, month by month, without anybody in it. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'kepegawaian-rekap-presensi',
    title: 'Rekap presensi bulanan ditutup secara elektronik',
    collect: async ({ db }) =>
      (await closedByMonth(db)).map(({ month, agencies, people, changed }) => ({ at: new Date(`${month}T00:00:00Z`), text: `Presensi ${month.slice(0, 7)} ditutup di ${agencies} perangkat daerah untuk ${people} pegawai; ${changed} rekap diperbaiki sesudahnya dengan alasan tercatat`, source: '/kerja/presensi/rekap' })),
  },
]
