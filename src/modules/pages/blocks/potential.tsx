import { t } from '#platform/i18n/locale.ts'
import { Coordinates, FactList, Figure, Gallery, Stack } from '#ui/index.ts'
import { beside, choice, english, line, link, markdown, phone, point } from '#ui/part/inputs.tsx'
import { pictures } from '#ui/part/pictures.tsx'
import { photoOf } from '#ui/picture/uploaded.ts'
import { block } from './block.ts'
import { hrefOf } from './links.ts'
import { Writing, writtenIn } from './written.tsx'

const categories = { ekonomi: 'Ekonomi', wisata: 'Wisata', alam: 'Alam', budaya: 'Budaya', infrastruktur: 'Infrastruktur' }

/** One thing the place is good at or proud of. */
export const potential = block({
  kind: 'potential',
  label: 'Potensi',
  hint: 'Satu potensi dengan foto dan letaknya. Tambahkan satu bagian untuk setiap potensi.',
  parts: {
    heading: beside(line('Nama potensi', { max: 120, required: true })),
    category: choice('Bidang', categories),
    text: markdown('Penjelasan'),
    english: english(markdown('Penjelasan (Inggris)')),
    pictures: pictures('Foto', { many: true }),
    point: point('Letak'),
    contact: line('Narahubung', { max: 120 }),
    phone: phone('Telepon narahubung'),
    address: link('Alamat situs atau media sosial'),
  },
  view({ values, around, eager }) {
    const { heading, text, contact, phone, address } = values
    const [first, ...more] = values.pictures
    const facts = [
      { label: t('Letak'), value: values.point && <Coordinates {...values.point} name={heading} /> },
      { label: t('Narahubung'), value: contact && <span lang={writtenIn()}>{contact}</span> },
      { label: t('Telepon'), value: phone && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone.replaceAll(' ', '\u00a0')}</a> },
      { label: t('Tautan'), value: address && <a href={hrefOf(around, address)}>{address.replace(/^https?:\/\/|\/$/g, '')}</a> },
    ].filter(({ value }) => value)
    if (!text && !first && facts.length === 0) return null
    return (
      <Stack>
        <p class="meta"><span class="kind">{t(categories[values.category])}</span></p>
        {first && <div lang={writtenIn()}><Figure photo={photoOf(first, around.file)} caption={first.alt} loading={eager ? 'eager' : 'lazy'} /></div>}
        <Writing text={text} english={values.english} around={around} />
        {more.length > 0 && <div lang={writtenIn()}><Gallery label={t('Foto {name}', { name: heading })} photos={more.map(picture => ({ ...photoOf(picture, around.file), caption: picture.alt }))} /></div>}
        {facts.length > 0 && <FactList facts={facts} />}
      </Stack>
    )
  },
})
