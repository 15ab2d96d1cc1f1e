import { t } from '#platform/i18n/locale.ts'
import { Button, DataTable, DateTime, EmptyState, Form, HiddenField, OpenSeal, SealForm, Section, type Seal } from '#ui/index.ts'
import type { OwnKey } from './seals.ts'

const unable = () => t('Peramban atau kunci sandi ini tidak dapat menyimpan passphrase. Ketik passphrase seperti biasa.')
const stopped = () => t('Kunci sandi tidak dipakai. Coba lagi, atau ketik passphrase.')

/** Signs with a passkey, beside the form where the passphrase is typed; nothing for those who tied none to it. */
export const SignWithKey = ({ seals }: { seals: readonly Seal[] }) => (
  <OpenSeal seals={seals} into="passphrase" label={t('Tanda tangani dengan kunci sandi')} unable={unable()} stopped={stopped()} spoilt={t('Ikatan ini tidak dapat dibuka lagi. Ketik passphrase, lalu ikat ulang di Sertifikat saya.')} />
)

/** Passkeys under which the passphrase is sealed, and the form that seals it under one more. */
export const KeysSection = ({ keys, fresh }: { keys: readonly OwnKey[]; fresh: boolean }) => (
  <Section title={t('Tanda tangan dengan kunci sandi')} id="kunci-sandi">
    <p>{t('Passphrase diikat di peramban Anda dengan kunci sandi (passkey). Sesudah itu sidik jari, wajah, atau PIN perangkat cukup untuk menandatangani. Yang disimpan di sini hanya bentuk tersandinya, yang tidak dapat dibuka tanpa kunci sandi itu.')}</p>
    {keys.length === 0 ? <EmptyState title={t('Belum ada kunci sandi')}><a href="/akun/keamanan">{t('Tambahkan di Keamanan')}</a></EmptyState> : (
      <>
        <DataTable
          caption={t('Kunci sandi')}
          rows={keys}
          rowKey={({ id }) => id}
          columns={[
            { label: t('Nama'), main: true, cell: ({ name }) => name ?? t('Kunci sandi') },
            { label: t('Diikat'), cell: ({ seal }) => (seal ? <DateTime at={seal.sealedAt} /> : t('Belum')) },
            { label: t('Tindakan'), quiet: true, cell: ({ id, name, seal }) => seal && <Form actions={<Button name="langkah" value="lepas" about={name ?? ''}>{t('Lepas')}</Button>}><HiddenField name="kunci" value={id} /></Form> },
          ]}
          empty={null}
        />
        {fresh ? (
          <SealForm credentialIds={keys.map(({ credentialId }) => credentialId)} label={t('Passphrase sekarang')} hint={t('Diketik satu kali. Yang dikirim hanya hasil penyandiannya.')} submit={t('Ikat dengan kunci sandi')} unable={unable()} stopped={stopped()}>
            <HiddenField name="langkah" value="ikat" />
          </SealForm>
        ) : <p>{t('Untuk mengikat, konfirmasi diri Anda dahulu.')}</p>}
      </>
    )}
  </Section>
)
