import { fieldsOf, type Fields } from '#platform/forms/fields.ts'
import { shortDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { Button, CheckChips, DateField, Disclosure, Form, FormSection, HiddenField, LeadChoice, Muted, Section, Stack, TextArea } from '#ui/index.ts'
import { capacityOf } from '../parts/words.ts'
import { said, saidAll } from '../instructions.ts'
import type { Standing } from '../policy.ts'
import type { Candidate } from '../recipients.ts'
import { filledFrom, touches, type DisposeOffer, type Preset } from './offer.ts'

const day = (on: string): string => shortDate(new Date(`${on}T05:00:00Z`))

/** The fields of a disposition, in the order of the paper: to whom, what, until when. */
export function DisposeFields({ about, fields }: { about: DisposeOffer; fields: Fields }) {
  const { standings, offer: { usual, others, found, chosen }, words, choices, today, units } = about
  const option = ({ postId, title, name, unitId }: Candidate) => ({ value: postId, label: title, hint: [name ?? t('Belum ada pejabat'), placeOf(units, unitId)].filter(Boolean).join(' · ') })
  const people = { field: fields('kepada'), lead: fields('penanggung'), leadLabel: t('Penanggung jawab') }
  return (
    <>
      <HiddenField name="sebagai" value={standings[0]!.key} />
      <LeadChoice {...people} label={t('Kepada')} options={[...found, ...chosen, ...usual.filter(one => !found.some(({ postId }) => postId === one.postId))].map(option)} />
      {others.length > 0 && (
        <FormSection title={t('Penerima lain ({n})', { n: others.length })} folded={!touches(fields, others)}>
          <LeadChoice {...people} label={t('Kepada juga')} id="lain" options={others.filter(one => !found.some(({ postId }) => postId === one.postId)).map(option)} />
        </FormSection>
      )}
      <CheckChips field={fields('arahan')} label={t('Arahan')} options={words.map(word => ({ value: word.code, label: said(word) }))} />
      <CheckChips field={fields('batas')} label={t('Batas waktu')} single required options={[
        ...choices.map(({ days, on }) => ({ value: String(days), label: days === 0 ? t('Hari ini') : t('{n} hari kerja · {day}', { n: days, day: day(on) }) })),
        { value: 'tanggal', label: t('Tanggal lain'), more: <DateField field={fields('batas_pada')} label={t('Tanggal batas waktu')} min={today} required /> },
        { value: 'tanpa', label: t('Tanpa batas waktu') },
      ]} />
      <TextArea field={fields('catatan')} label={t('Catatan')} rows={3} maxlength={2000} />
    </>
  )
}

/** For whom somebody with several positions acts. */
export const standingLabel = ({ seat, received, task }: Standing): string => [capacityOf(seat), received ? t('meneruskan disposisi {from}', { from: task.from }) : t('surat masuk')].join(' · ')

/** The unit a position stands in, short, for where several units are mixed. */
const placeOf = (units: UnitTree, unitId: string): string | undefined => units.byId(unitId)?.shortName

const presetLabel = ({ instructions, to }: Preset, about: DisposeOffer): string => {
  const [first, ...rest] = to
  const words = saidAll(instructions, about.words).join(', ')
  return rest.length === 0 ? `${words}: ${first!.title}` : t('{words}: {title} dan {n} lainnya', { words, title: first!.title, n: rest.length })
}

/** Dispositions of one tap: what this position did last, and those right below it. */
function Presets({ about }: { about: DisposeOffer }) {
  if (about.presets.length === 0) return null
  return (
    <Form action={`/kerja/surat/${about.letterId}/disposisi`} actions={about.presets.map((preset, i) => <Button key={preset.value} kind={i === 0 ? 'primary' : 'quiet'} name="pola" value={preset.value}>{presetLabel(preset, about)}</Button>)}>
      <HiddenField name="sebagai" value={about.standings[0]!.key} />
    </Form>
  )
}

/** Disposing on the page of the letter itself: one tap for what is usual, the whole form folded below; all of it once the letter is off the desk. */
export function DisposeForm({ about }: { about: DisposeOffer }) {
  const fields = fieldsOf(filledFrom(about))
  const whole = (
    <>
      <Form action={`/kerja/surat/${about.letterId}/disposisi`} submit={t('Kirim disposisi')}><DisposeFields about={about} fields={fields} /></Form>
      <p><a href={`/kerja/surat/${about.letterId}/disposisi`}>{t('Cari penerima lain')}</a></p>
    </>
  )
  return (
    <Section title={t('Disposisi')} id="disposisi">
      {about.waits ? (
        <Stack>
          <Presets about={about} />
          {about.proposed && about.presets.length > 0 && <p><Muted>{t('Dengan satu ketuk, batas waktunya {day}.', { day: day(about.proposed) })}</Muted></p>}
          <Disclosure title={t('Disposisi lain')}>{whole}</Disclosure>
        </Stack>
      ) : (
        <Disclosure title={t('Disposisi lagi')}>{whole}</Disclosure>
      )}
    </Section>
  )
}
