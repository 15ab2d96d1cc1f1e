import { t } from '#platform/i18n/locale.ts'
import type { Surroundings } from '#platform/web/exchange.ts'
import { BareLayout, ButtonLink } from '#ui/index.ts'

/** What went wrong, in a sentence, and what to do next. */
export const failure: Surroundings['views']['failure'] = (kind, detail) => {
  const reason = detail && t(detail.text, detail.values)
  if (kind === 'not-found')
    return (
      <BareLayout title={t('Halaman tidak ditemukan')} lead={reason ?? t('Alamatnya mungkin salah tulis, atau isinya sudah dipindahkan.')}>
        <p><ButtonLink href="/">{t('Ke beranda')}</ButtonLink></p>
      </BareLayout>
    )
  if (kind === 'refused')
    return (
      <BareLayout title={t('Anda tidak berwenang')} lead={reason ?? t('Mintalah hak akses kepada administrator unit Anda.')}>
        <p><ButtonLink href="/kerja">{t('Ke ruang kerja')}</ButtonLink></p>
      </BareLayout>
    )
  if (kind === 'too-many') return <BareLayout title={t('Terlalu sering')} lead={reason} />
  if (kind === 'bad-request')
    return (
      <BareLayout title={t('Permintaan ini tidak dapat diproses')} lead={reason ?? t('Kembali ke halaman sebelumnya dan coba lagi.')}>
        <p><ButtonLink href="/">{t('Ke beranda')}</ButtonLink></p>
      </BareLayout>
    )
  return <BareLayout title={t('Ada gangguan')} lead={t('Kesalahan ini di pihak kami dan sudah tercatat. Coba lagi sebentar.')} />
}
