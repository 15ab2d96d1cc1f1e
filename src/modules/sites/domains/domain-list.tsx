import { t } from '#platform/i18n/locale.ts'
import { Badge, Button, DataTable, DateTime, EmptyState, FactList, Form, HiddenField, Section } from '#ui/index.ts'
import { patienceDays, proofName } from './domain.ts'
import type { Domain } from './store.ts'

const findings: Record<NonNullable<Domain['finding']>, string> = {
  missing: 'Catatan TXT tidak ditemukan. Perubahan DNS dapat memakan waktu beberapa jam.',
  other: 'Ada catatan TXT, tetapi isinya lain. Salin isinya tepat seperti tertulis di bawah.',
  silent: 'Server nama domain ini tidak menjawab. Coba lagi nanti.',
  elsewhere: 'Catatannya benar, tetapi domain ini sudah dipakai situs lain. Lepas dahulu di sana.',
}

/** The domains of a site, each with how it stands and the records it needs. */
export function DomainList({ domains, portal }: { domains: readonly Domain[]; portal: string }) {
  if (domains.length === 0) return <EmptyState title={t('Belum ada domain sendiri')}>{t('Tambahkan domain yang Anda kuasai. Kami tunjukkan catatan DNS yang perlu dipasang.')}</EmptyState>
  const waiting = domains.find(domain => !domain.verifiedAt)
  return <>{domains.map(domain => <OneDomain key={domain.id} domain={domain} portal={portal} next={domain === waiting} />)}</>
}

/** `next` is the one whose proof is awaited first. */
function OneDomain({ domain, portal, next }: { domain: Domain; portal: string; next: boolean }) {
  const { host, finding, failingSince, verifiedAt } = domain
  return (
    <Section title={host}>
      <FactList facts={[
        { label: t('Keadaan'), value: <StateOf domain={domain} /> },
        { label: t('Temuan'), value: finding && t(findings[finding]) },
        { label: t('Bukti hilang sejak'), value: failingSince && <><DateTime at={failingSince} />. {t('Setelah {n} hari domain ini dilepas dari situs.', { n: patienceDays })}</> },
        { label: t('Terbukti sejak'), value: verifiedAt && <DateTime at={verifiedAt} /> },
        { label: t('Terakhir diperiksa'), value: domain.checkedAt && <DateTime at={domain.checkedAt} as="full" /> },
      ]} />
      <DataTable caption={t('Catatan DNS untuk {host}', { host })} showCaption rows={[
        { type: 'TXT', name: proofName(host), value: domain.token, why: t('Bukti bahwa domain ini milik Anda; biarkan terpasang.') },
        { type: 'CNAME', name: host, value: portal, why: t('Mengantar pengunjung ke sini. Bila penyedia domain menolak CNAME, pasang catatan A ke alamat IP {portal}.', { portal }) },
      ]} rowKey={record => record.type} columns={[
        { label: t('Jenis catatan'), main: true, cell: record => record.type },
        { label: t('Nama'), cell: record => <code>{record.name}</code> },
        { label: t('Isi catatan'), cell: record => <code>{record.value}</code> },
        { label: t('Gunanya'), cell: record => record.why },
      ]} />
      <Form actions={<>
        <Button kind={next ? 'primary' : 'quiet'} name="step" value="check" about={host}>{t('Periksa sekarang')}</Button>
        <Button kind="danger" name="step" value="remove" about={host}>{t('Hapus domain')}</Button>
      </>}>
        <HiddenField name="domain" value={domain.id} />
      </Form>
    </Section>
  )
}

function StateOf({ domain: { verifiedAt, failingSince } }: { domain: Domain }) {
  if (verifiedAt && failingSince) return <Badge tone="warn">{t('Terbukti, catatannya hilang')}</Badge>
  return verifiedAt ? <Badge tone="good">{t('Terbukti')}</Badge> : <Badge tone="info">{t('Menunggu bukti')}</Badge>
}
