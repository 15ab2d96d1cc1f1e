import { t } from '#platform/i18n/locale.ts'
import { Gallery } from '#ui/index.ts'
import { pictures } from '#ui/part/pictures.tsx'
import { photoOf } from '#ui/picture/uploaded.ts'
import { block, heading } from './block.ts'
import { writtenIn } from './written.tsx'

/** Photos with what they show. */
export const gallery = block({
  kind: 'gallery',
  label: 'Galeri foto',
  hint: 'Beberapa foto dengan keterangannya.',
  title: 'Galeri',
  parts: { heading: heading(), pictures: pictures('Foto', { many: true }) },
  view: ({ values, around, eager }) =>
    values.pictures.length > 0 ? <div lang={writtenIn()}><Gallery label={t('Foto')} eager={eager} photos={values.pictures.map(picture => ({ ...photoOf(picture, around.file), caption: picture.alt }))} /></div> : null,
})
