import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { devicesOf, receivedFrom, revokeDevice } from '#platform/offline/store.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { Badge, Button, ButtonLink, DataTable, DateTime, EmptyState, Form, HiddenField, PhoneTold, Section, StateBadge, WorkLayout } from '#ui/index.ts'
import { telling } from '../contract.ts'
import { FlagWords } from '../parts/flags.tsx'
import { stateWords } from '../parts/words.ts'

/** The browsers whose signature counts as this person's, and what came from them. */
export const devicesPage = page({
  path: '/akun/perangkat',
  may: 'signed-in',
  form: z.object({ perangkat: z.uuid('Pilih dari daftar') }),
  async load({ db, who, ask }) {
    const [devices, entries] = await Promise.all([devicesOf(db, who.account!.id), receivedFrom(db, who.account!.id, 50)])
    return { devices, entries, nameOf: new Map(devices.map(({ id, name }) => [id, name])), publicKey: ask(telling).publicKey }
  },
  view: ({ data: { devices, entries, nameOf, publicKey } }) => (
    <WorkLayout
      title={t('Perangkat saya')}
      lead={t('Yang Anda tulis di ponsel atau komputer ini tanpa jaringan sampai atas nama Anda. Ponsel hilang? Cabut perangkatnya.')}
      breadcrumbs={[{ label: t('Akun saya'), href: '/akun' }, { label: t('Perangkat saya') }]}
      islands={['phone-told']}
      action={<ButtonLink href="/kotak-keluar" kind="quiet">{t('Kotak keluar')}</ButtonLink>}
    >
      <DataTable
        caption={t('Perangkat akun ini')}
        rows={devices}
        rowKey={device => device.id}
        empty={<EmptyState title={t('Belum ada perangkat')}>{t('Perangkat dikenal sendiri saat Anda pertama kali membuka halaman yang dapat dipakai tanpa jaringan.')}</EmptyState>}
        columns={[
          { label: t('Perangkat'), main: true, cell: ({ name, revokedAt }) => <>{name} {revokedAt && <Badge tone="bad">{t('Dicabut')}</Badge>}</> },
          { label: t('Dikenal sejak'), cell: device => <DateTime at={device.registeredAt} as="full" /> },
          { label: t('Terakhir mengirim'), cell: device => (device.sequence > 0 ? <DateTime at={device.seenAt} as="ago" /> : '–') },
          { label: t('Kiriman'), numeric: true, cell: device => device.sequence },
          { label: t('Tindakan'), quiet: true, cell: device => !device.revokedAt && <Form actions={<Button kind="danger" about={device.name}>{t('Cabut')}</Button>}><HiddenField name="perangkat" value={device.id} /></Form> },
        ]}
      />
      <PhoneTold publicKey={publicKey} />
      {entries.length > 0 && (
        <Section title={t('Kiriman terakhir')}>
          <DataTable
            caption={t('Yang sampai dari perangkat ini')}
            rows={entries}
            rowKey={entry => entry.id}
            columns={[
              { label: t('Ditulis menurut jam perangkat'), main: true, cell: entry => <DateTime at={entry.deviceAt} as="full" /> },
              { label: t('Jam sebenarnya'), cell: entry => <DateTime at={entry.at} as="full" /> },
              { label: t('Sampai di server'), cell: entry => <DateTime at={entry.receivedAt} as="full" /> },
              { label: t('Perangkat'), cell: entry => nameOf.get(entry.deviceId) },
              { label: t('Keadaan'), cell: ({ state, answer }) => <><StateBadge state={state} states={stateWords} /> {answer.problems?.[0] && t(answer.problems[0].message.text, answer.problems[0].message.values)}</> },
              { label: t('Catatan'), cell: entry => <FlagWords flags={entry.flags} /> },
            ]}
          />
        </Section>
      )}
    </WorkLayout>
  ),
  async act({ tx, who, input, note }) {
    if (!(await revokeDevice(tx, who.account!.id, input.perangkat))) throw new NotFound()
    note({ record: ['device', input.perangkat], after: { revoked: true } })
    return goto('/akun/perangkat', 'Perangkat dicabut. Yang dikirim dari sana mulai sekarang ditahan untuk diperiksa.')
  },
})
