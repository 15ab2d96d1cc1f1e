import { z } from 'zod'
import type { Fields } from '#platform/forms/fields.ts'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { Problem } from '#platform/web/problems.ts'
import type { Unit, UnitKind, UnitTree } from '#modules/organisation/contract.ts'
import type { Kind } from '#modules/publications/contract.ts'
import { SelectField, TextField } from '#ui/index.ts'
import { frequencyWords, kindWords, tidyTag } from '../choice.ts'
import type { Choice, Frequency } from '../contract.ts'

export const kindNames = Object.keys(kindWords) as Kind[]
const frequencyNames = Object.keys(frequencyWords) as Frequency[]

/** The four inputs of a choice, as forms send them. */
export const choiceInputs = {
  unit: optionalLine(80),
  jenis: z.preprocess(value => value || null, z.enum(kindNames as [Kind, ...Kind[]], 'Pilih dari daftar').nullable()),
  kecamatan: optionalLine(80),
  tagar: z.string().default('').transform(tidyTag).pipe(z.string().max(40, 'Paling banyak {max} huruf')),
}

export const frequencyInput = z.enum(frequencyNames as [Frequency, ...Frequency[]], 'Pilih dari daftar')

export type ChoiceInput = z.output<z.ZodObject<typeof choiceInputs>>

/** The same in an address, where all of it may be missing or mistyped. */
export const choiceQuery = z.object({ unit: z.string().max(80).optional(), jenis: z.enum(kindNames as [Kind, ...Kind[]]).optional(), kecamatan: z.string().max(80).optional(), tagar: z.string().max(60).optional() })

export type ChoiceQuery = z.output<typeof choiceQuery>

const districtOf = (units: UnitTree, given: string): Unit | undefined => {
  const unit = units.byRegion(given) ?? units.bySlug(given)
  return unit?.kind === 'subdistrict' && unit.regionCode ? unit : undefined
}

const channelOf = (units: UnitTree, slug: string): Unit | undefined => {
  const unit = units.bySlug(slug)
  return unit?.channel ? unit : undefined
}

/**
 * What a form chose.
 * @throws Problem when a channel or kecamatan is not on the list
 */
export function choiceFrom(input: ChoiceInput, units: UnitTree): Choice {
  const unit = input.unit === null ? null : channelOf(units, input.unit)
  const district = input.kecamatan === null ? null : districtOf(units, input.kecamatan)
  if (unit === undefined) throw new Problem('unit', 'Pilih dari daftar')
  if (district === undefined) throw new Problem('kecamatan', 'Pilih dari daftar')
  return { unitId: unit?.id ?? null, kind: input.jenis, districtCode: district?.regionCode ?? null, tag: input.tagar || null }
}

/** What an address asks for, as values of the form; unknown channels are left out. */
export const valuesFrom = (query: ChoiceQuery, units: UnitTree): Partial<Record<'unit' | 'jenis' | 'kecamatan' | 'tagar', string>> => {
  const unit = query.unit && channelOf(units, query.unit)
  const district = query.kecamatan && districtOf(units, query.kecamatan)
  const tag = query.tagar && tidyTag(query.tagar)
  return { ...(unit ? { unit: unit.slug } : {}), ...(query.jenis ? { jenis: query.jenis } : {}), ...(district ? { kecamatan: district.regionCode! } : {}), ...(tag ? { tagar: tag } : {}) }
}

const groups: { label: string; kinds: UnitKind[] }[] = [
  { label: 'Perangkat daerah', kinds: ['secretariat', 'agency', 'office', 'hospital'] },
  { label: '{Kecamatan}', kinds: ['subdistrict'] },
  { label: 'UPTD dan puskesmas', kinds: ['uptd', 'puskesmas'] },
  { label: 'Sekolah', kinds: ['school'] },
]

/** Channels by group; villages stand under their kecamatan. */
function channelOptions(units: UnitTree) {
  const named = groups.flatMap(({ label, kinds }) => units.all.filter(unit => unit.channel && kinds.includes(unit.kind)).map(unit => ({ value: unit.slug, label: unit.shortName, group: t(label) })))
  const villages = units.all
    .filter(unit => unit.kind === 'subdistrict')
    .flatMap(district => units.children(district.id).filter(unit => unit.channel && unit.kind === 'village').map(unit => ({ value: unit.slug, label: unit.shortName, group: t('{Desa} di {name}', { name: district.name }) })))
  return [...named, ...villages]
}

/** Channel, kind, kecamatan and tag; whatever stays empty means all of them. */
export function ChoiceFields({ fields, units }: { fields: Fields; units: UnitTree }) {
  const districts = units.all.filter(unit => unit.kind === 'subdistrict' && unit.regionCode)
  return (
    <>
      <SelectField field={fields('unit')} label={t('Dari kanal')} empty={t('Semua kanal')} options={channelOptions(units)} />
      <SelectField field={fields('jenis')} label={t('Jenis')} empty={t('Semua jenis')} options={kindNames.map(value => ({ value, label: t(kindWords[value]) }))} />
      {districts.length > 0 && <SelectField field={fields('kecamatan')} label={t('{Kecamatan}')} empty={t('Semua {kecamatan}')} options={districts.map(unit => ({ value: unit.regionCode!, label: unit.name }))} />}
      <TextField field={fields('tagar')} label={t('Tagar')} hint={t('Satu tagar, misalnya: banjir')} width="half" maxlength={40} />
    </>
  )
}

export const frequencyOptions = () => frequencyNames.map(value => ({ value, label: t(frequencyWords[value]) }))
