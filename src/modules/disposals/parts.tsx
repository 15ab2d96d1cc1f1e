import type { Who } from '#platform/access/who.ts'
import type { StoredFile } from '#platform/files/files.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { Button, CheckField, DataTable, DateField, DateTime, FileField, Form, Section, TextField, type Column } from '#ui/index.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { finalWords, maturityWords, type DisposalKind } from '#modules/archives/contract.ts'
import { may as mayDo } from './policy.ts'
import { yearsOf, type Entry, type Proposal, type ProposalEvent } from './proposal.ts'
import { verdictWords } from './words.ts'

const facts = (kind: DisposalKind): Column<Entry>[] => [
  { label: t('Nomor berkas'), cell: ({ facts: one }) => one.number },
  { label: t('Uraian berkas'), main: true, cell: ({ facts: one, dossierId }) => <a href={`/kerja/arsip/${dossierId}`}>{one.title}</a> },
  { label: t('Kode klasifikasi'), cell: ({ facts: one }) => one.code },
  { label: t('Kurun waktu'), cell: ({ facts: one }) => yearsOf(one) },
  { label: t('Jumlah'), numeric: true, cell: ({ facts: one }) => String(one.items) },
  { label: t('Asli/kopi'), cell: ({ facts: one }) => t(maturityWords[one.maturity]) },
  { label: kind === 'move' ? t('Inaktif mulai') : t('Masa simpan habis'), cell: ({ facts: one }) => <DateTime at={kind === 'move' ? one.inactiveOn : one.dueOn} as="short" /> },
  { label: t('Nasib akhir'), cell: ({ facts: one }) => t(finalWords[one.final]) },
]

/** What stands on a proposal, with what the assessment said of it. */
export const Entries = ({ entries, kind }: { entries: readonly Entry[]; kind: DisposalKind }) => (
  <DataTable caption={t('Berkas yang diusulkan')} rows={entries} rowKey={({ dossierId }) => dossierId} columns={[...facts(kind), ...(entries.some(({ verdict }) => verdict) ? [{ label: t('Penilaian'), cell: ({ verdict }: Entry) => verdict && t(verdictWords[verdict]) }] : [])]} />
)

/** The same for paper, in as few columns as it has room for. */
export const PrintedEntries = ({ entries, kind }: { entries: readonly Entry[]; kind: DisposalKind }) => (
  <DataTable caption={t('Berkas yang diusulkan')} rows={entries} rowKey={({ dossierId }) => dossierId} columns={[
    { label: t('Nomor berkas'), cell: ({ facts: one }) => one.number },
    { label: t('Uraian berkas'), main: true, cell: ({ facts: one }) => <>{one.title} <small>{[one.code, yearsOf(one)].join(' · ')}</small></> },
    { label: t('Jumlah'), cell: ({ facts: one }) => `${one.items} ${t(maturityWords[one.maturity]).toLowerCase()}` },
    { label: kind === 'move' ? t('Inaktif mulai') : t('Masa simpan habis'), cell: ({ facts: one }) => <DateTime at={kind === 'move' ? one.inactiveOn : one.dueOn} as="short" /> },
    { label: t('Nasib akhir'), cell: ({ facts: one, verdict }) => <>{t(finalWords[one.final])} {verdict && verdict !== 'agreed' && <small>{t(verdictWords[verdict])}</small>}</> },
  ]} />
)

interface StepsProps {
  proposal: Proposal
  entries: readonly Entry[]
  who: Who
  units: UnitTree
  fields: Fields
  kept: Record<string, StoredFile[]>
  today: string
}

/** The next step of a proposal, for whoever may take it. */
export function Steps({ proposal, entries, who, units, fields, kept, today }: StepsProps) {
  const may = (event: ProposalEvent) => mayDo(who, event, proposal, units)
  const remarks = <TextField field={fields('remarks')} label={t('Catatan')} maxlength={500} />
  const reject = may('reject') && <Button name="step" value="reject">{t('Tolak')}</Button>
  if (may('propose')) return <Form fields={fields} actions={<><Button kind="primary" name="step" value="propose">{t('Usulkan')}</Button><Button name="step" value="cancel">{t('Batalkan usul')}</Button></>} />
  if (may('assess'))
    return (
      <Section title={t('Penilaian')}>
        <Form fields={fields} wide actions={<><Button kind="primary" name="step" value="assess">{t('Selesai menilai')}</Button>{reject}</>}>
          <p>{t('Tandai yang menyimpang dari usul; yang lain dinilai sesuai usul.')}</p>
          <DataTable caption={t('Penilaian')} rows={entries} rowKey={({ dossierId }) => dossierId} columns={[
            ...facts(proposal.kind),
            { label: t('Penilaian'), cell: ({ dossierId, facts: one }) => (
              <>
                <CheckField field={fields('retained')} id={`f-retained-${dossierId}`} value={dossierId} label={t('Tetap disimpan')} />
                {proposal.kind === 'destroy' && one.final === 'dinilai-kembali' && <CheckField field={fields('permanent')} id={`f-permanent-${dossierId}`} value={dossierId} label={t('Dinilai permanen')} />}
              </>
            ) },
          ]} />
          {remarks}
        </Form>
      </Section>
    )
  if (may('approve')) return <Form fields={fields} actions={<><Button kind="primary" name="step" value="approve">{t('Setujui')}</Button>{reject}</>}>{remarks}</Form>
  if (may('carry-out'))
    return (
      <Section title={t('Laksanakan dengan berita acara')}>
        <Form fields={fields} multipart actions={<Button kind={proposal.kind === 'destroy' ? 'danger' : 'primary'} name="step" value="carry-out">{t('Laksanakan')}</Button>}>
          {proposal.kind === 'destroy' && <p>{t('Isi berkas dihapus dan tidak dapat kembali; uraiannya tetap.')}</p>}
          <TextField field={fields('number')} label={t('Nomor berita acara')} required maxlength={100} />
          <DateField field={fields('on')} label={t('Tanggal berita acara')} max={today} required />
          <FileField field={fields('minutes')} label={t('Berita acara yang ditandatangani')} accept=".pdf" required kept={(kept.minutes ?? []).map(({ id, name, bytes }) => ({ id, name, size: bytes }))} />
        </Form>
      </Section>
    )
  if (may('withdraw')) return <Form fields={fields} actions={<Button name="step" value="withdraw">{t('Tarik kembali')}</Button>} />
  return reject ? <Form fields={fields} actions={reject}>{remarks}</Form> : null
}
