import type { Fields } from '#platform/forms/fields.ts'
import type { StoredFile } from '#platform/files/files.ts'
import { t } from '#platform/i18n/locale.ts'
import { Button, DateField, FileField, Form, FormSection, HiddenField, Notice, NumberField, RadioField, SelectField, TextArea, TextField } from '#ui/index.ts'
import type { Case } from '../judge.ts'
import { isCovered, type Deputy } from '../handover.ts'
import { reckon } from '../parts/reckon.ts'
import type { Company } from '../parts/case.ts'
import { groundName } from '../parts/words.ts'
import { askedIn, deputyField } from './content.ts'

interface Props {
  fields: Fields
  about: Case
  company: Company
  kept: StoredFile[]
  /** Whether a paper is stored with the draft. */
  paper: boolean
  version?: number
}

/** The form of a request: days and what they come to, why, who stands in, where the person is meanwhile. */
export function RequestForm({ fields, about, company, kept, paper, version }: Props) {
  const { kind } = about
  const months = kind.count === 'months'
  return (
    <Form fields={fields} multipart id="permohonan" actions={
      <>
        <Button kind="primary" name="next" value="send">{t('Kirim permohonan')}</Button>
        <Button name="next" value="keep">{t('Hitung dan simpan konsep')}</Button>
      </>
    }>
      {version !== undefined && <HiddenField name="version" value={fields('version').value || String(version)} />}
      {kind.grounds.length > 0 && <RadioField field={fields('ground')} label={t('Alasan menurut aturan')} required options={kind.grounds.map(ground => ({ value: ground.code, label: groundName(kind, ground) }))} />}
      {kind.births !== null && <NumberField field={fields('birth')} label={t('Kelahiran anak ke-')} required />}
      <DateField field={fields('from')} label={t('Hari pertama')} required />
      <DateField field={fields('until')} label={t('Hari terakhir')} hint={months ? t('Kosongkan untuk yang paling lama.') : t('Kosongkan untuk satu hari.')} />
      <Reckoned fields={fields} about={about} company={company} paper={paper || kept.length > 0} />
      <TextArea field={fields('reason')} label={t('Keperluan')} hint={t('Hanya dibaca Anda, yang memutuskan, dan pengelola kepegawaian.')} rows={3} maxlength={1000} required={kind.grounds.length === 0} />
      {(kind.papers.length > 0 || kind.grounds.some(ground => ground.papers?.length)) && (
        <FileField field={fields('paper')} label={t('Surat bukti')} required={kind.papers[0]?.from === 1 && !paper} hint={paper ? t('Sudah ada. Pilih berkas hanya untuk menggantinya.') : t('PDF atau foto, paling besar 5 MB. Disimpan tersandi; setiap pembukaan tercatat.')} accept=".pdf,image/*" kept={kept.map(file => ({ id: file.id, name: file.name, size: file.bytes }))} />
      )}
      {company.handings.length > 0 && (
        <FormSection title={t('Pelaksana harian')} hint={t('Selama Anda cuti jabatan Anda dipegang Plh.; surat dan persetujuan sampai kepadanya.')}>
          {company.handings.map(handing => {
            const { post, deputies, standIn } = handing
            const span = askedIn(fields, about, true)
            if (standIn && (!span || isCovered(handing, span))) return <Notice key={post.id}>{t('{name} sudah menjadi Plh. {title}.', { name: standIn.name, title: post.title })}</Notice>
            return <SelectField key={post.id} field={fields(deputyField(post.id))} label={t('Plh. {title}', { title: post.title })} required={deputies.length > 0} empty={t('Pilih orangnya')} options={deputies.map(optionOf)} />
          })}
        </FormSection>
      )}
      <FormSection title={t('Selama cuti')}>
        <TextField field={fields('address')} label={t('Alamat')} required maxlength={300} autocomplete="off" />
        <TextField field={fields('phone')} label={t('Telepon')} required type="tel" inputmode="tel" width="half" maxlength={40} autocomplete="tel" />
      </FormSection>
    </Form>
  )
}

const optionOf = ({ employee, neighbour }: Deputy) => ({ value: employee.id, label: [employee.name, employee.position].filter(Boolean).join(' – '), group: neighbour ? t('Unit lain di kantor ini') : t('Unit ini dan di bawahnya') })

/** What the typed days come to; the script beside this form renews it as they change. */
function Reckoned({ fields, about, company, paper }: Pick<Props, 'fields' | 'about' | 'company' | 'paper'>) {
  const asked = askedIn(fields, about, paper)
  const found = asked && reckon(asked, about, company)
  return (
    <div data-reckoning={`/api/cuti/hitung?jenis=${about.kind.code}${about.id ? `&permohonan=${about.id}` : ''}`} aria-live="polite" hidden={!found}>
      {found && <Notice title={t('Hitungan')}>{found.lines.map(line => <p key={line}>{line}</p>)}</Notice>}
      {found && found.warnings.length > 0 && <Notice tone="warn">{found.warnings.map(line => <p key={line}>{line}</p>)}</Notice>}
      {found && fields.errors.length === 0 && found.findings.length > 0 && <Notice tone="bad" title={t('Belum dapat dikirim')}>{found.findings.map(({ message }) => <p key={message.text}>{t(message.text, message.values)}</p>)}</Notice>}
    </div>
  )
}
