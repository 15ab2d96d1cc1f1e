import { t } from '#platform/i18n/locale.ts'
import type { Context } from '#platform/web/page.ts'
import type { Tab } from '#ui/index.ts'
import { countProposals } from '../records-store.ts'

/** Neighbouring views of the staff; proposals are for those who decide them. */
export async function personnelTabs({ db, who }: Pick<Context, 'db' | 'who'>): Promise<(current?: 'list') => Tab[]> {
  const officer = who.may('personnel.manage')
  const waiting = officer ? await countProposals(db, who) : 0
  return current => [
    { label: t('Daftar'), href: '/kerja/pegawai', current: current === 'list' || undefined },
    { label: t('Statistik'), href: '/kerja/pegawai/statistik' },
    { label: t('Jatuh tempo'), href: '/kerja/pegawai/jatuh-tempo' },
    ...(officer ? [{ label: t('Usulan'), href: '/kerja/pegawai/usulan', count: waiting }, { label: t('Surat'), href: '/kerja/kepegawaian/surat' }] : []),
  ]
}
