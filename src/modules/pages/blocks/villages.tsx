import { inReadersLanguage, t } from '#platform/i18n/locale.ts'
import { NameList, PlaceMap } from '#ui/index.ts'
import { showing } from '../contract.ts'
import { block, heading } from './block.ts'
import { writtenIn } from './written.tsx'

/** The villages of a subdistrict, with their sites and where they are. */
export const villages = block({
  kind: 'villages',
  label: '{Desa} dan kelurahan',
  hint: 'Semua {desa} dan kelurahan di bawah unit ini dengan situs dan letaknya; terisi sendiri.',
  title: '{Desa} dan kelurahan',
  filled: true,
  parts: { heading: heading() },
  topics: ({ government }) => [`units:${government.id}`, `sites:${government.id}`],
  load: ({ ask, government }) => ask(showing).all(government.id),
  view({ data, around }) {
    const { unit, units } = around
    const below = units.children(unit.id).filter(({ kind }) => kind === 'village')
    if (below.length === 0) return null
    const entries = below.map(village => {
      const site = data.get(village.id)
      return { label: village.shortName, href: around.portal(site ? inReadersLanguage(site.base) : `/kanal/${village.slug}`), point: site?.point, led: Boolean(site) || village.channel }
    })
    const places = entries.flatMap(({ label, href, point, led }) => (point ? [{ name: label, href: led ? href : undefined, ...point }] : []))
    return (
      <div lang={writtenIn()}>
        <NameList items={entries.map(({ label, href, led }) => ({ label, href: led ? href : undefined }))} />
        {places.length > 1 && <PlaceMap label={t('Peta {desa} di {name}', { name: unit.name })} places={places} />}
      </div>
    )
  },
})
