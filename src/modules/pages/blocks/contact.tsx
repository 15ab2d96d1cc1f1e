import { t } from '#platform/i18n/locale.ts'
import { FactList } from '#ui/index.ts'
import { line, link, phone } from '#ui/part/inputs.tsx'
import { rows } from '#ui/part/rows.tsx'
import { block, heading } from './block.ts'
import { hrefOf } from './links.ts'
import { writtenIn } from './written.tsx'

const dialled = (number: string) => number.replace(/[^+\d]/g, '')
/** WhatsApp wants the country's number instead of the leading nought. */
const chat = (number: string) => `https://wa.me/${dialled(number).replace(/^\+/, '').replace(/^0/, '62')}`

/** How the unit is reached: its address from the organisation, and what people add. */
export const contact = block({
  kind: 'contact',
  label: 'Kontak',
  hint: 'Alamat, telepon, dan surel unit terisi sendiri; tambahkan jam layanan dan kanal aduan.',
  title: 'Kontak',
  filled: true,
  parts: {
    heading: heading(),
    hours: rows('Jam layanan', { max: 14, columns: { days: { label: 'Hari', required: true, max: 60 }, hours: { label: 'Jam', required: true, max: 60 }, note: { label: 'Keterangan' } } }),
    whatsapp: phone('Nomor WhatsApp'),
    complaints: link('Alamat kanal aduan'),
    complaintsLabel: line('Nama kanal aduan', { max: 80, hint: 'Misalnya SP4N-LAPOR!' }),
  },
  topics: ({ government }) => [`units:${government.id}`],
  view({ values, around }) {
    const { address, phone: telephone, email } = around.unit
    const facts = [
      { label: t('Alamat'), value: address && <span lang={writtenIn()}>{address}</span> },
      { label: t('Telepon'), value: telephone && <a href={`tel:${dialled(telephone)}`}>{telephone.replaceAll(' ', '\u00a0')}</a> },
      { label: t('Surel'), value: email && <a href={`mailto:${email}`}>{email}</a> },
      { label: t('WhatsApp'), value: values.whatsapp && <a href={chat(values.whatsapp)}>{values.whatsapp.replaceAll(' ', '\u00a0')}</a> },
      { label: t('Aduan'), value: values.complaints && <a href={hrefOf(around, values.complaints)}>{values.complaintsLabel || values.complaints}</a> },
      { label: t('Jam layanan'), value: values.hours.length > 0 && <ul lang={writtenIn()}>{values.hours.map(({ days, hours, note }) => <li key={days + hours}>{days}: {hours}{note && `, ${note}`}</li>)}</ul> },
    ]
    return facts.some(({ value }) => value) ? <FactList facts={facts} /> : null
  },
})
