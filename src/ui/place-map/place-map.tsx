import { number } from '#platform/i18n/format.ts'
import { locale, t } from '#platform/i18n/locale.ts'
import { type Degrees, sheetOf } from './projection.ts'

export interface Place extends Degrees {
  name: string
  note?: string
  href?: string
}

export interface PlaceMapProps {
  places: Place[]
  /** What it is a map of. */
  label: string
  /** Language of the names, when it is not the page's. */
  lang?: string
}

/** Where places are: a drawn sheet with scale and north, and a list with coordinates that leads to a real map. */
export function PlaceMap({ places, label, lang }: PlaceMapProps) {
  if (places.length === 0) return null
  const sheet = sheetOf(places, { width: 320, height: 220, margin: 46, least: 2 })
  const { width, height, scale } = sheet
  return (
    <div class="place-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <path class="grid-lines" d={[...sheet.meridians.map(({ x }) => `M${fine(x)} 0V${height}`), ...sheet.parallels.map(({ y }) => `M0 ${fine(y)}H${width}`)].join('')} />
        {sheet.meridians.filter(({ x }) => x < width - 60).map(({ x, degrees }) => <text key={degrees} x={fine(x + 3)} y={11}>{eastOf(degrees)}</text>)}
        {sheet.parallels.filter(({ y }) => y > 28).map(({ y, degrees }) => <text key={degrees} x={3} y={fine(y - 3)}>{northOf(degrees)}</text>)}
        <path class="marks" d={`M12 ${height - 16}v5h${fine(scale.length)}v-5M${width - 16} ${height - 10}v-19m-5 6 5-7 5 7`} />
        <text x={fine(18 + scale.length)} y={height - 9}>{scale.metres < 1000 ? `${number(scale.metres)} m` : `${number(scale.metres / 1000)} km`}</text>
        <text x={width - 33} y={height - 11}>{t('U')}</text>
        {places.map((place, i) => {
          const { x, y } = sheet.at(place)
          return (
            <g key={i}>
              <circle cx={fine(x)} cy={fine(y)} r={places.length > 1 ? 9 : 6} />
              {places.length > 1 && <text class="number" x={fine(x)} y={fine(y + 3.5)}>{i + 1}</text>}
            </g>
          )
        })}
      </svg>
      <ol class={places.length > 1 ? 'numbered' : undefined}>
        {places.map((place, i) => (
          <li key={i}>
            {place.href ? <a href={place.href} lang={lang}>{place.name}</a> : <b lang={lang}>{place.name}</b>}
            {place.note && <span lang={lang}> {place.note}</span>}
            {' '}<Coordinates {...place} />
          </li>
        ))}
      </ol>
    </div>
  )
}

/** A point in words; leads to OpenStreetMap. */
export function Coordinates({ latitude, longitude, name }: Degrees & { name?: string }) {
  return (
    <a class="coordinates" href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`} rel="noopener">
      {northOf(latitude)}, {eastOf(longitude)}<span class="hidden-text"> {name ? t('{name} di OpenStreetMap', { name }) : t('di OpenStreetMap')}</span>
    </a>
  )
}

const fine = (place: number) => Math.round(place * 10) / 10
/** All digits there are: the third decimal is already a hundred metres. */
const digits = (degrees: number) => (locale().language === 'id' ? String(Math.abs(degrees)).replace('.', ',') : String(Math.abs(degrees)))
const northOf = (degrees: number) => (degrees < 0 ? t('{n}° LS', { n: digits(degrees) }) : t('{n}° LU', { n: digits(degrees) }))
const eastOf = (degrees: number) => (degrees < 0 ? t('{n}° BB', { n: digits(degrees) }) : t('{n}° BT', { n: digits(degrees) }))
