import type { Reach, Who } from '#platform/access/who.ts'
import { t } from '#platform/i18n/locale.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import type { Option, StateWords, Tab } from '#ui/index.ts'
import type { AccountState } from './store.ts'

export const accountStates: StateWords<AccountState> = {
  invited: { label: 'Diundang', tone: 'info' },
  active: { label: 'Aktif', tone: 'good' },
  inactive: { label: 'Nonaktif', tone: 'plain' },
}

/** Units within a reach to choose from, under the part of the government they belong to. */
export function unitOptions(units: UnitTree, reach: Reach | null): Option[] {
  return units.all
    .filter(unit => reach?.government || reach?.units.has(unit.id))
    .map(unit => {
      const [, part] = units.ancestors(unit.id)
      return { value: unit.id, label: unit.name, group: part && part.id !== unit.id ? part.name : undefined }
    })
    .sort((a, b) => (a.group ?? '').localeCompare(b.group ?? '') || a.label.localeCompare(b.label))
}

/** Accounts and roles stand beside each other for whoever may see both. */
export const manageTabs = (who: Who): Tab[] => [
  ...(who.may('identity.manage-accounts') ? [{ label: t('Akun'), href: '/kerja/akun' }] : []),
  ...(who.may('identity.manage-roles') ? [{ label: t('Peran'), href: '/kerja/peran' }] : []),
]
