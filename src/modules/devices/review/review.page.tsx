import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { t } from '#platform/i18n/locale.ts'
import { markReviewed, receivedById, unreviewed } from '#platform/offline/store.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { Button, DataTable, DateTime, EmptyState, Form, HiddenField, StateBadge, WorkLayout } from '#ui/index.ts'
import { FlagWords } from '../parts/flags.tsx'
import { stateWords } from '../parts/words.ts'

const permission = 'devices.review'

/** Whether somebody's entries are within the person's reach, by the account's id. */
async function within({ ask, db, who }: Pick<Context, 'ask' | 'db' | 'who'>, accountIds: readonly string[]) {
  const named = await ask(people).named(db, [...new Set(accountIds)])
  const reach = who.reach(permission)
  return new Map([...named].filter(([, { unitId }]) => covers(reach, { unitId })))
}

/** Entries whose chain or time is odd, and those of revoked devices: taken, and looked at by somebody. */
export const reviewPage = page({
  path: '/kerja/perangkat',
  may: permission,
  form: z.object({ kiriman: z.uuid('Pilih dari daftar') }),
  async load(context) {
    const entries = await unreviewed(context.db, 300)
    const seen = await within(context, entries.map(entry => entry.accountId))
    return entries.flatMap(entry => {
      const person = seen.get(entry.accountId)
      return person ? [{ ...entry, name: person.name }] : []
    })
  },
  view: ({ data: entries }) => (
    <WorkLayout title={t('Kiriman yang perlu dilihat')} lead={t('Kiriman luring yang urutan atau jamnya janggal, dan yang datang dari perangkat yang sudah dicabut. Tidak ada yang hilang; pastikan wajar.')}>
      <DataTable
        caption={t('Kiriman yang perlu dilihat')}
        rows={entries}
        rowKey={entry => entry.id}
        empty={<EmptyState title={t('Tidak ada yang janggal')}>{t('Semua kiriman luring datang berurutan dan jamnya wajar.')}</EmptyState>}
        columns={[
          { label: t('Nama'), main: true, cell: entry => entry.name },
          { label: t('Halaman'), cell: entry => entry.path.split('?')[0] },
          { label: t('Jam perangkat'), cell: entry => <DateTime at={entry.deviceAt} as="full" /> },
          { label: t('Jam sebenarnya'), cell: entry => <DateTime at={entry.at} as="full" /> },
          { label: t('Sampai di server'), cell: entry => <DateTime at={entry.receivedAt} as="full" /> },
          { label: t('Keadaan'), cell: entry => <StateBadge state={entry.state} states={stateWords} /> },
          { label: t('Yang janggal'), cell: entry => (entry.state === 'held' && entry.answer.text ? t(entry.answer.text) : <FlagWords flags={entry.flags} />) },
          { label: t('Tindakan'), quiet: true, cell: entry => <Form actions={<Button about={entry.name}>{t('Sudah dilihat')}</Button>}><HiddenField name="kiriman" value={entry.id} /></Form> },
        ]}
      />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, note } = context
    const entry = await receivedById(tx, input.kiriman)
    if (!entry || !(await within({ ...context, db: tx }, [entry.accountId])).has(entry.accountId)) throw new NotFound()
    await markReviewed(tx, entry.id, who.account!.id)
    note({ record: ['device-entry', entry.id], after: { reviewed: true } })
    return goto('/kerja/perangkat', 'Dicatat sudah dilihat.')
  },
})
