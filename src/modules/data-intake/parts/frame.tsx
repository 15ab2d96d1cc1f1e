import { t } from '#platform/i18n/locale.ts'
import type { Dataset, Release } from '#modules/datasets/contract.ts'

/** The way to what is put into a release. */
export const releaseCrumbs = (dataset: Dataset, release: Release, here: string) => [
  { label: t('Data'), href: '/kerja/data' }, { label: dataset.title, href: `/kerja/data/${dataset.id}` }, { label: t('Rilis {period}', { period: release.period }), href: `/kerja/data/rilis/${release.id}` }, { label: here },
]

/** What can be put into a release. */
export const uploadTabs = (releaseId: string) => [{ label: t('Tabel'), href: `/kerja/data/rilis/${releaseId}/unggah` }, { label: t('Dokumen'), href: `/kerja/data/rilis/${releaseId}/dokumen` }]
