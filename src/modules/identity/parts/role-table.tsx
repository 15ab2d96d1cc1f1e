import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { DataTable, DateTime, EmptyState, type Column } from '#ui/index.ts'
import type { HeldRole } from '../manage/store.ts'

/** Roles a person holds, where and until when; `act` adds a column of acts. */
export function RoleTable({ roles, units, act }: { roles: readonly HeldRole[]; units: UnitTree; act?: (role: HeldRole) => ComponentChildren }) {
  const columns: Column<HeldRole>[] = [
    { label: t('Peran'), main: true, cell: role => <>{role.name}{role.position && <> <small>{t('dari jabatan {title}', { title: role.position })}</small></>}</> },
    { label: t('Di unit'), cell: role => units.byId(role.unitId)?.name ?? t('Unit yang sudah ditutup') },
    { label: t('Sejak'), cell: role => <DateTime at={role.from} as="short" /> },
    { label: t('Sampai'), cell: role => (role.to ? <DateTime at={role.to} as="short" /> : t('Tanpa batas')) },
  ]
  if (act) columns.push({ label: t('Tindakan'), quiet: true, cell: role => !role.position && act(role) })
  return <DataTable caption={t('Peran yang dipegang')} rows={roles} rowKey={role => role.id} columns={columns} empty={<EmptyState title={t('Belum memegang peran')}>{t('Peran diberikan oleh administrator.')}</EmptyState>} />
}
