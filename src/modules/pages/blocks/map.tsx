import { t } from '#platform/i18n/locale.ts'
import { PlaceMap } from '#ui/index.ts'
import { beside, line, point } from '#ui/part/inputs.tsx'
import { rows } from '#ui/part/rows.tsx'
import { showing } from '../contract.ts'
import { block, heading } from './block.ts'
import { writtenIn } from './written.tsx'

/** Where the unit and other places are. */
export const map = block({
  kind: 'map',
  label: 'Peta',
  hint: 'Letak kantor dan tempat lain, digambar tanpa memuat peta dari luar.',
  title: 'Letak',
  parts: {
    heading: heading(),
    name: beside(line('Nama tempat', { max: 80, hint: 'Bila kosong, nama unit ini.' })),
    point: point('Letak'),
    places: rows('Tempat lain', {
      max: 40,
      columns: {
        name: { label: 'Nama tempat', required: true, max: 80 },
        latitude: { label: 'Lintang', as: 'latitude', required: true },
        longitude: { label: 'Bujur', as: 'longitude', required: true },
        note: { label: 'Keterangan', max: 120 },
      },
    }),
  },
  topics: ({ government }) => [`sites:${government.id}`],
  /** Without a place of its own it shows where the site says it is. */
  load: async ({ ask, government, unit }, values) => values.point ?? (values.places.length > 0 ? null : ((await ask(showing).all(government.id)).get(unit.id)?.point ?? null)),
  view({ values, data, around }) {
    const main = data ? [{ name: values.name || around.unit.name, note: around.unit.address ?? undefined, ...data }] : []
    const others = values.places.filter(({ latitude, longitude }) => latitude && longitude).map(({ name, note, latitude, longitude }) => ({ name, note, latitude: Number(latitude), longitude: Number(longitude) }))
    const places = [...main, ...others]
    return places.length > 0 ? <PlaceMap label={t('Peta letak {name}', { name: places[0]!.name })} places={places} lang={writtenIn()} /> : null
  },
})
