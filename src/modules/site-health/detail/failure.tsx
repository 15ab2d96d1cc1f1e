import { t } from '#platform/i18n/locale.ts'
import { Notice } from '#ui/index.ts'
import type { CrawlFailure } from '../outside/crawl.ts'
import type { Subject } from '../store.ts'

const reasons: Record<CrawlFailure, string> = {
  address: 'Alamat ini tidak dapat dibuka.',
  private: 'Alamat ini menunjuk ke jaringan dalam, tidak terbuka bagi umum.',
  'unknown-host': 'Nama situs ini tidak dikenal.',
  timeout: 'Situs ini tidak menjawab dalam waktu yang wajar.',
  'too-large': 'Halaman depannya lebih dari 2 MB.',
  'too-many-redirects': 'Situs ini berputar dari satu alamat ke alamat lain.',
  unreachable: 'Situs ini tidak dapat dihubungi.',
  robots: 'robots.txt situs ini melarang pemeriksaan. Minta pengelolanya mengizinkan “Pendopo”.',
  elsewhere: 'Situs ini memindahkan pengunjung ke situs lain. Daftarkan alamat itu bila benar miliknya.',
  'not-html': 'Di alamat ini tidak ada halaman web.',
  status: 'Halaman depan menjawab dengan kesalahan.',
  busy: 'Situs ini sedang sibuk dan minta ditinggalkan. Coba lagi nanti.',
}

const cuts: Record<string, string> = {
  pages: 'Yang dilihat adalah dua puluh halaman yang paling mungkin memuat yang wajib.',
  time: 'Situs ini lambat: tidak semua halaman sempat dilihat.',
  busy: 'Situs ini minta ditinggalkan di tengah pemeriksaan; tidak semua halaman dilihat.',
}

const isReason = (reason: string): reason is CrawlFailure => reason in reasons

/** Why a visit failed or ended early. */
export function FailureNotice({ subject: { facts } }: { subject: Subject }) {
  const { failure, cut } = facts
  if (failure) return <Notice tone="bad" title={t('Halaman depan tidak dapat dilihat')}><p>{t(reasons[isReason(failure.reason) ? failure.reason : 'unreachable'])} {failure.url} {failure.status}</p></Notice>
  return cut ? <Notice><p>{t(cuts[cut] ?? '')}</p></Notice> : null
}
