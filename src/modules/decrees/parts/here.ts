import { t } from '#platform/i18n/locale.ts'
import type { Context } from '#platform/web/page.ts'
import type { Crumb, Tab } from '#ui/index.ts'
import type { DecreedKind } from '#modules/workforce/contract.ts'
import { countTrouble } from '../store.ts'

const home = '/kerja/kepegawaian/surat'

/** Where one due list is. */
export const dueHref = (kind: DecreedKind): string => `/kerja/pegawai/jatuh-tempo?daftar=${kind}`

/** Pages about one decree lead back to all of them. */
export const crumbs = (): Crumb[] => [{ label: t('Pegawai'), href: '/kerja/pegawai' }, { label: t('Surat kepegawaian'), href: home }]

/** Neighbouring views of the staff, with how many decrees wait to be looked at. */
export async function staffTabs({ db, who }: Pick<Context, 'db' | 'who'>): Promise<() => Tab[]> {
  const waiting = await countTrouble(db, who)
  return () => [
    { label: t('Daftar'), href: '/kerja/pegawai' },
    { label: t('Statistik'), href: '/kerja/pegawai/statistik' },
    { label: t('Jatuh tempo'), href: '/kerja/pegawai/jatuh-tempo' },
    { label: t('Usulan'), href: '/kerja/pegawai/usulan' },
    { label: t('Surat'), href: home, current: true, count: waiting || undefined },
  ]
}
