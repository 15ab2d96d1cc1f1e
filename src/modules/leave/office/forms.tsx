import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { Button, DateField, Form, FormSection, HiddenField, RadioField, Section, TextArea } from '#ui/index.ts'
import { isDecisive, type Kind, type Request } from '../leave.ts'
import { verdictWords } from '../parts/words.ts'
import { verdictsFor } from '../policy.ts'

interface DecisionProps {
  fields: Fields
  request: Request
  kind: Kind
}

/** The boxes of the official form, with other days where there is to be a change. */
export function DecisionForm({ fields, request, kind }: DecisionProps) {
  const decisive = isDecisive(request)
  const changing = fields('verdict').value === 'change' || fields('from').error !== null || fields('until').error !== null || fields('from').value !== request.from || fields('until').value !== request.until
  return (
    <Section title={decisive ? t('Keputusan Anda') : t('Pertimbangan Anda')}>
      <Form fields={fields} actions={<Button kind="primary" name="step" value="decide">{decisive ? t('Putuskan') : t('Teruskan')}</Button>}>
        <HiddenField name="version" value={fields('version').value} />
        <RadioField field={fields('verdict')} label={decisive ? t('Keputusan') : t('Pertimbangan')} required options={verdictsFor(request, kind).map(value => ({ value, label: t(verdictWords[value].label), hint: value === 'defer' && !kind.deferrable ? t('Ada kepentingan dinas yang mendesak.') : t(verdictWords[value].hint) }))} />
        <FormSection title={t('Tanggal pengganti')} folded={!changing}>
          <DateField field={fields('from')} label={t('Hari pertama')} />
          <DateField field={fields('until')} label={t('Hari terakhir')} />
        </FormSection>
        <TextArea field={fields('remarks')} label={t('Alasan atau catatan')} hint={t('Wajib diisi kecuali disetujui.')} rows={3} maxlength={1000} />
      </Form>
    </Section>
  )
}

/** Calls a person back, or gives up leave that has not begun. */
export function OversightForms({ fields, request, mayRecall, mayCancel }: { fields: Fields; request: Request; mayRecall: boolean; mayCancel: boolean }) {
  if (mayRecall)
    return (
      <Section title={t('Panggil kembali')}>
        <Form fields={fields} actions={<Button kind="danger" name="step" value="recall">{t('Panggil kembali')}</Button>}>
          <DateField field={fields('last')} label={t('Hari terakhir cuti')} hint={t('Hari sesudahnya dikembalikan ke sisa cuti pegawai.')} min={request.from} max={request.until} required />
          <TextArea field={fields('remarks')} label={t('Alasan')} rows={2} maxlength={1000} required />
        </Form>
      </Section>
    )
  return mayCancel ? (
    <Section title={t('Batalkan cuti')}>
      <Form fields={fields} actions={<Button kind="danger" name="step" value="cancel">{t('Batalkan cuti')}</Button>}>
        <TextArea field={fields('remarks')} label={t('Alasan')} rows={2} maxlength={1000} required />
      </Form>
    </Section>
  ) : null
}
