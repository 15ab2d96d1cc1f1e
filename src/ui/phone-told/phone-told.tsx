import { t } from '#platform/i18n/locale.ts'

/** A button that lets this browser be told of what is for its person. Drawn by the `phone-told` script; nothing without it. */
export const PhoneTold = ({ publicKey }: { publicKey: string }) => (
  <div data-phone-told={publicKey} data-words={JSON.stringify({ label: t('Beri tahu saya di perangkat ini'), done: t('Panggilan untuk Anda akan muncul di perangkat ini.'), denied: t('Peramban ini tidak mengizinkan pemberitahuan. Izinkan lewat pengaturan situs, lalu coba lagi.'), failed: t('Belum berhasil. Coba lagi sebentar.') })} />
)
