import { fileSize, longDate, number } from '#platform/i18n/format.ts'
import { inReadersLanguage, t } from '#platform/i18n/locale.ts'
import type { KeptReference } from '#platform/reference/keeping.ts'
import type { Site } from '#modules/sites/contract.ts'
import { DateTime, FactList, Muted } from '#ui/index.ts'
import type { Subject } from '../store.ts'

/** What was looked at, when, and by what it was judged. */
export function AuditFacts({ subject, site, version }: { subject: Subject; site: Site | undefined; version: KeptReference | undefined }) {
  const { facts, auditedAt, url } = subject
  return (
    <FactList facts={[
      { label: t('Alamat'), value: url ? <a href={url} rel="noopener nofollow">{url}</a> : site && <a href={inReadersLanguage(`/situs/${site.slug}`)}>{site.domain ?? `/situs/${site.slug}`}</a> },
      { label: t('Diperiksa'), value: auditedAt && <DateTime at={auditedAt} as="full" /> },
      { label: t('Halaman dilihat'), value: number(facts.pages) },
      { label: t('Perubahan terakhir'), value: facts.changedOn && <DateTime at={facts.changedOn} /> },
      { label: t('Halaman depan'), value: facts.bytes !== null && <>{fileSize(facts.bytes)} {t('dalam {n} berkas', { n: number(facts.requests ?? 1) })} {!facts.whole && <Muted>{t('(bobot tanpa foto dan gaya)')}</Muted>}</> },
      { label: t('Sertifikat berlaku sampai'), value: facts.certificate?.until && <><DateTime at={facts.certificate.until} /> <Muted>{facts.certificate.host}</Muted></> },
      { label: t('Tidak dibuka karena robots.txt'), value: facts.spared ? number(facts.spared) : null },
      { label: t('Dinilai menurut'), value: version && <>{version.legalBasis} <Muted>{t('berlaku sejak {day}', { day: longDate(version.validFrom) })}{!version.verified && <>, {t('belum dicocokkan')}</>}</Muted></> },
    ]} />
  )
}
