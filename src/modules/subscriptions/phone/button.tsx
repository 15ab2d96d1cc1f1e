import { t } from '#platform/i18n/locale.ts'

/** Room for the button of the island `phone-news`; empty where the browser takes no web push or runs no scripts. */
export const PhoneButton = ({ publicKey }: { publicKey: string }) => (
  <span data-phone-news data-key={publicKey} data-form="langganan" data-label={t('Kabari di ponsel ini')} data-done={t('Kabar ini akan muncul di ponsel ini.')} data-manage={t('Lihat atau ubah langganan')}
    data-denied={t('Peramban ini tidak mengizinkan pemberitahuan. Izinkan lewat pengaturan situs, lalu coba lagi.')} data-failed={t('Belum berhasil. Coba lagi sebentar, atau pakai surel.')} />
)
