import { z } from 'zod'
import { asAddress } from '#platform/forms/typed.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Elsewhere, Problem } from '#platform/web/problems.ts'
import { proving } from '#modules/identity/contract.ts'
import { BareLayout, Form, Notice, PasskeyButton, PasswordField, Stack, TextField } from '#ui/index.ts'
import { confirmation } from '../contract.ts'
import { minutesOf } from '../recent.ts'

/** Where it goes on: a path of this installation and nothing else, else the desk. */
export function wayOn(typed: string | undefined): string {
  const reading = asAddress(typed ?? '')
  return 'value' in reading && reading.value.startsWith('/') && !/^\/konfirmasi(?![\w-])/.test(reading.value) ? reading.value : '/kerja'
}

/** Asks for the second factor once more, before what is secret or cannot be taken back. */
export const confirmPage = page({
  path: '/konfirmasi',
  may: 'signed-in',
  query: z.object({ lanjut: z.string().max(2000).optional() }),
  form: z.object({ bukti: z.string('Isi dahulu').trim().min(1, 'Isi dahulu').max(500, 'Paling banyak {max} huruf') }),
  async load(context) {
    const { db, who, ask, query } = context
    if (await ask(confirmation).isFresh(context)) throw new Elsewhere(wayOn(query.lanjut))
    const [means, minutes] = await Promise.all([ask(proving).means(db, who.account!.id), minutesOf(db, context)])
    return { ...means, minutes, on: wayOn(query.lanjut) }
  },
  view({ data: { asks, passkey, minutes, on }, fields }) {
    return (
      <BareLayout
        title={t('Konfirmasi diri Anda')}
        lead={t('Yang akan Anda buka rahasia atau tidak dapat dibatalkan. Tunjukkan sekali lagi bahwa ini Anda; setelah itu berlaku {n} menit di peramban ini.', { n: minutes })}
        islands={passkey ? ['passkey'] : []}
      >
        <Stack>
          {asks === 'code' && (
            <Form fields={fields} submit={t('Lanjutkan')}>
              <TextField field={fields('bukti')} label={t('Kode')} hint={t('Enam angka dari aplikasi autentikator, atau salah satu kode pemulihan.')} autocomplete="one-time-code" width="half" spellcheck={false} required />
            </Form>
          )}
          {asks === 'password' && (
            <>
              <Notice tone="warn"><p>{t('Akun ini belum punya langkah kedua. Di pemasangan percobaan ini kata sandi cukup; di pemasangan sungguhan langkah kedua wajib.')}</p></Notice>
              <Form fields={fields} submit={t('Lanjutkan')}>
                <PasswordField field={fields('bukti')} label={t('Kata sandi')} required />
              </Form>
            </>
          )}
          {!asks && !passkey && <Notice tone="warn" title={t('Pasang langkah kedua dahulu')}><p>{t('Surat rahasia dan tindakan berat hanya terbuka dengan aplikasi autentikator atau kunci sandi.')}</p></Notice>}
          {passkey && <PasskeyButton act="sign-in" back={on} label={t('Pakai kunci sandi')} failed={t('Kunci sandi tidak dikenali. Coba lagi.')} />}
          {asks !== 'code' && <p><a href="/akun/keamanan">{t('Pasang langkah kedua')}</a></p>}
        </Stack>
      </BareLayout>
    )
  },
  async before(context) {
    const { ask, input, db, who } = context
    const { asks } = await ask(proving).means(db, who.account!.id)
    if (!asks) throw new Problem('', 'Pasang langkah kedua dahulu, lalu kembali ke halaman ini.')
    if (!(await ask(proving).prove(context, input.bukti))) throw new Problem('bukti', asks === 'code' ? 'Kode tidak cocok. Pakai kode yang sedang tampil di aplikasi.' : 'Kata sandi tidak cocok.')
    return asks
  },
  async act({ query, who, prepared, note }) {
    note({ record: ['account', who.account!.id], after: { confirmed: prepared } })
    return goto(wayOn(query.lanjut))
  },
})
