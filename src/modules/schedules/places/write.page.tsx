import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import type { Area } from '#platform/geo/area.ts'
import { readCorners, writeCorners } from '#platform/geo/corners.ts'
import { line, optionalDay, optionalLine, ticked } from '#platform/forms/inputs.ts'
import { asDegrees, asWhole, type Reader } from '#platform/forms/typed.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type PageSpec } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem } from '#platform/web/problems.ts'
import { todayOf } from '#platform/time/zone.ts'
import { CheckField, DateField, Form, FormSection, HiddenField, NumberField, RadioField, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import type { Unit } from '#modules/organisation/contract.ts'
import { unitHere } from '../parts/here.ts'
import { insertPlace, placeById, updatePlace, type Place } from './store.ts'

const form = z.object({
  name: line(2, 120, 'Isi nama tempat'), address: optionalLine(200), shape: z.enum(['circle', 'polygon', 'region'], 'Pilih bentuk batas'),
  latitude: z.string().default(''), longitude: z.string().default(''), radius: z.string().default(''), corners: z.string().max(20_000, 'Paling banyak {max} huruf').default(''),
  everyone: ticked(), from: z.iso.date('Tulis hari pertama'), until: optionalDay(), version: z.coerce.number().int().default(0),
})
type Input = z.infer<typeof form>

/** What was typed, as a number; @throws Problem beside the field, saying what to write */
function number(name: string, read: Reader, typed: string, wrong: string): number {
  const reading = read(typed)
  if ('wrong' in reading) throw new Problem(name, wrong)
  if (reading.value === '') throw new Problem(name, 'Isi bagian ini.')
  return Number(reading.value)
}

const asPoint = 'Tulis koordinat seperti -6,98.'
const asRadius = 'Tulis jari-jari antara 10 dan 20.000 meter.'

function areaFrom({ shape, latitude, longitude, radius, corners }: Input): Area {
  if (shape === 'region') return { kind: 'region' }
  if (shape === 'polygon') {
    const read = readCorners(corners)
    if ('wrong' in read) throw new Problem('corners', read.wrong, read.values)
    return { kind: 'polygon', corners: read.corners }
  }
  const metres = number('radius', asWhole, radius, asRadius)
  const centre = { latitude: number('latitude', asDegrees(90), latitude, asPoint), longitude: number('longitude', asDegrees(180), longitude, asPoint) }
  if (metres < 10 || metres > 20_000) throw new Problem('radius', asRadius)
  return { kind: 'circle', centre, radius: metres }
}

function placeFrom(input: Input): Omit<Place, 'id' | 'unitId' | 'version'> {
  if (input.until && input.until < input.from) throw new Problem('until', 'Hari terakhir tidak boleh sebelum hari pertama.')
  return { name: input.name, address: input.address, area: areaFrom(input), everyone: input.everyone, from: input.from, until: input.until }
}

interface Data {
  unit: Unit
  place: Place | null
  today: string
}

type Spec<Q> = PageSpec<Q, Input, Data>

const fill = ({ place, today }: Data): Record<string, unknown> => {
  if (!place) return { shape: 'circle', radius: '100', everyone: 'on', from: today }
  const { area } = place
  return {
    name: place.name, address: place.address, shape: area.kind, everyone: place.everyone ? 'on' : undefined, from: place.from, until: place.until, version: place.version,
    ...(area.kind === 'circle' ? { latitude: area.centre.latitude, longitude: area.centre.longitude, radius: area.radius } : {}),
    ...(area.kind === 'polygon' ? { corners: writeCorners(area.corners) } : {}),
  }
}

const view: Spec<unknown>['view'] = ({ data: { unit, place }, fields }) => (
  <WorkLayout title={place ? t('Ubah tempat kerja') : t('Tambah tempat kerja')} lead={unit.name} width="text" breadcrumbs={[{ label: t('Jadwal kerja'), href: '/kerja/jadwal' }, { label: t('Jam dan tempat kerja'), href: `/kerja/jadwal/unit?unit=${unit.id}` }]}>
    <Form fields={fields} submit={t('Simpan')}>
      {place && <HiddenField name="version" value={fields('version').value} />}
      <TextField field={fields('name')} label={t('Nama tempat')} required maxlength={120} />
      <TextField field={fields('address')} label={t('Alamat')} maxlength={200} />
      <RadioField field={fields('shape')} label={t('Batas')} required options={[
        { value: 'circle', label: t('Lingkaran'), hint: t('Satu titik dengan jari-jari; cukup untuk kebanyakan kantor.') },
        { value: 'polygon', label: t('Bidang tanah'), hint: t('Titik-titik sudut, untuk tempat yang luas atau memanjang.') },
        { value: 'region', label: t('Seluruh wilayah'), hint: t('Untuk tugas lapangan di mana saja.') },
      ]} />
      <FormSection title={t('Lingkaran')} hint={t('Koordinat dapat disalin dari aplikasi peta: tekan lama pada gedungnya.')}>
        <NumberField field={fields('latitude')} label={t('Lintang')} decimal hint={t('Selatan khatulistiwa ditulis minus, seperti -6,9826.')} />
        <NumberField field={fields('longitude')} label={t('Bujur')} decimal hint={t('Seperti 109,1405.')} />
        <NumberField field={fields('radius')} label={t('Jari-jari')} suffix="m" hint={t('GPS telepon meleset 10–50 m di dalam gedung.')} />
      </FormSection>
      <FormSection title={t('Bidang tanah')} folded={fields('shape').value !== 'polygon'}>
        <TextArea field={fields('corners')} label={t('Titik sudut')} rows={6} hint={t('Satu titik tiap baris, lintang lalu bujur, berurutan mengelilingi tempat itu; atau tempelkan GeoJSON.')} />
      </FormSection>
      <CheckField field={fields('everyone')} label={t('Berlaku bagi semua pegawai unit ini dan unit di bawahnya')} hint={t('Tanpa centang hanya bagi pegawai atau unit yang ditunjuk.')} />
      <DateField field={fields('from')} label={t('Mulai')} required />
      <DateField field={fields('until')} label={t('Hari terakhir')} hint={t('Isi untuk tempat sementara.')} />
    </Form>
  </WorkLayout>
)

/** Adds a place of work to a unit. */
export const addPlacePage = page<{ unit?: string }, Input, Data>({
  path: '/kerja/jadwal/tempat/baru',
  may: 'schedules.manage',
  query: z.object({ unit: z.uuid().optional().catch(undefined) }),
  form,
  load: async context => ({ unit: (await unitHere(context, context.who.reach('schedules.manage'), context.query.unit)).unit, place: null, today: todayOf(context) }),
  fill,
  view,
  async act(context) {
    const { tx, input, who, query, note } = context
    const { unit } = await unitHere(context, who.reach('schedules.manage'), query.unit)
    const place = placeFrom(input)
    const id = await insertPlace(tx, unit.id, place, who.account!.id)
    note({ record: ['work-place', id], after: { unitId: unit.id, ...place } })
    return goto(`/kerja/jadwal/tempat/${id}`, 'Tempat kerja ditambahkan.')
  },
})

/** Changes a place; where people checked in before stays with what they did. */
export const editPlacePage = page<Record<string, string>, Input, Data>({
  path: '/kerja/jadwal/tempat/:id/ubah',
  may: 'schedules.manage',
  form,
  async load(context) {
    const place = await placeById(context.db, context.params.id ?? '')
    if (!place || !covers(context.who.reach('schedules.manage'), { unitId: place.unitId })) throw new NotFound()
    return { unit: (await unitHere(context, context.who.reach('schedules.manage'), place.unitId)).unit, place, today: todayOf(context) }
  },
  fill,
  view,
  async act({ tx, input, who, params, note }) {
    const before = await placeById(tx, params.id ?? '', true)
    if (!before || !covers(who.reach('schedules.manage'), { unitId: before.unitId })) throw new NotFound()
    if (before.version !== input.version) throw new Conflict('Tempat ini baru saja diubah orang lain. Periksa, lalu simpan lagi.', { name: before.name, version: String(before.version) })
    const place = placeFrom(input)
    await updatePlace(tx, before.id, place)
    note({ record: ['work-place', before.id], before: { ...before }, after: { ...place } })
    return goto(`/kerja/jadwal/tempat/${before.id}`, 'Tempat kerja disimpan.')
  },
})
