import { t } from '#platform/i18n/locale.ts'
import type { PermissionSpec } from '#platform/web/module.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { Button, DataTable, DateTime, Form, HiddenField, StateBadge, type Column } from '#ui/index.ts'
import { stateOf, type ApiKey } from '../key.ts'

const stateWords = { active: { label: 'Berlaku', tone: 'good' }, expired: { label: 'Habis masa', tone: 'plain' }, revoked: { label: 'Dicabut', tone: 'bad' } } as const

/** Keys with what they may do, as their owners and administrators see them; a press takes one back. */
export function KeyTable({ caption, keys, permissions, units, now, ownerOf }: { caption: string; keys: readonly ApiKey[]; permissions: readonly PermissionSpec[]; units: UnitTree; now: Date; ownerOf?: (key: ApiKey) => string | undefined }) {
  const columns: Column<ApiKey>[] = [
    { label: t('Nama'), main: true, cell: key => <>{key.name} <code>{key.prefix}…</code></> },
    ...(ownerOf ? [{ label: t('Pemilik'), cell: (key: ApiKey) => ownerOf(key) }] : []),
    { label: t('Boleh'), cell: key => permissions.filter(one => key.permissions.includes(one.permission)).map(one => t(one.label)).join(', ') },
    { label: t('Untuk unit'), cell: key => (key.unitIds.length === 0 ? t('Semua unit saya') : key.unitIds.map(id => units.byId(id)?.shortName ?? '–').join(', ')) },
    { label: t('Terakhir dipakai'), cell: key => (key.lastUsedAt ? <DateTime at={key.lastUsedAt} as="ago" /> : t('Belum pernah')) },
    { label: t('Berlaku sampai'), cell: key => <DateTime at={key.expiresAt} /> },
    { label: t('Keadaan'), cell: key => <StateBadge state={stateOf(key, now)} states={stateWords} /> },
    { label: t('Tindakan'), quiet: true, cell: key => stateOf(key, now) === 'active' && <Form actions={<Button kind="danger" about={key.name}>{t('Cabut')}</Button>}><HiddenField name="kunci" value={key.id} /></Form> },
  ]
  return <DataTable caption={caption} rows={keys} rowKey={key => key.id} columns={columns} />
}
