import { addDays, todayOf } from '#platform/time/zone.ts'
import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { line, optionalDay, optionalId } from '#platform/forms/inputs.ts'
import { centreOf } from '#platform/geo/area.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type ActContext, type Context } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { Badge, Button, ButtonLink, DataTable, DateField, EmptyState, FactList, Form, PlaceMap, Section, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { isOverlap, notOneself, peopleOf } from '../parts/here.ts'
import { unitOptions } from '../parts/units.ts'
import { areaWords, spanWords } from '../parts/words.ts'
import { deletePlace, endPermit, insertPermit, permitsOf, placeById, type Place } from './store.ts'

const form = z.object({
  langkah: z.enum(['beri', 'akhiri', 'hapus'], 'Pilih langkah'), permit: optionalId(), employee: optionalId(), unit: optionalId(), from: optionalDay(), until: optionalDay(), basis: z.string().optional(),
})

/** A place within reach; others' answer as if there were none. */
async function placeHere(db: Db | Tx, { who, params }: Pick<Context, 'who' | 'params'>, lock = false): Promise<Place> {
  const place = await placeById(db, params.id ?? '', lock)
  if (!place || !covers(who.reach('schedules.read'), { unitId: place.unitId })) throw new NotFound()
  return place
}

/** One place: where it is, and to whom it was given besides. */
export const placePage = page({
  path: '/kerja/jadwal/tempat/:id',
  may: 'schedules.read',
  form,
  async load(context) {
    const { db, ask, government, who } = context
    const place = await placeHere(db, context)
    const units = await ask(unitDirectory).of(government.id)
    const reach = who.reach('schedules.manage')
    const permits = await permitsOf(db, place.id)
    const manages = covers(reach, { unitId: place.unitId })
    const [people, choice] = await Promise.all([ask(employees).byId(db, permits.flatMap(({ employeeId }) => employeeId ?? [])), manages ? peopleOf(db, context, units.below(place.unitId)) : []])
    return { place, units, permits, people, choice, manages, today: todayOf(context), within: (id: string) => covers(reach, { unitId: id }) }
  },
  fill: ({ today }) => ({ from: today }),
  view({ data: { place, units, permits, people, choice, manages, today, within }, fields }) {
    const centre = centreOf(place.area)
    const unit = units.byId(place.unitId)
    return (
      <WorkLayout title={place.name} lead={unit?.name} breadcrumbs={[{ label: t('Jadwal kerja'), href: '/kerja/jadwal' }, { label: t('Jam dan tempat kerja'), href: `/kerja/jadwal/unit?unit=${place.unitId}` }]}
        action={manages && <ButtonLink href={`/kerja/jadwal/tempat/${place.id}/ubah`} kind="quiet">{t('Ubah')}</ButtonLink>}>
        <FactList facts={[
          { label: t('Alamat'), value: place.address },
          { label: t('Batas'), value: areaWords(place.area) },
          { label: t('Berlaku'), value: spanWords(place) },
          { label: t('Untuk'), value: place.everyone ? t('semua pegawai {unit} dan unit di bawahnya', { unit: unit?.name ?? '' }) : t('yang ditunjuk saja') },
        ]} />
        {centre && <PlaceMap label={t('Letak {place}', { place: place.name })} places={[{ ...centre, name: place.name, note: areaWords(place.area) }]} />}
        <Section title={t('Ditunjuk bertugas di sini')} id="ditunjuk">
          <DataTable caption={t('Ditunjuk bertugas di sini')} rows={permits} rowKey={permit => permit.id} columns={[
            { label: t('Pegawai atau unit'), main: true, cell: permit => (permit.employeeId ? people.get(permit.employeeId)?.name ?? t('Pegawai') : units.byId(permit.unitId ?? '')?.name) },
            { label: t('Berlaku'), cell: permit => <>{spanWords(permit)} {permit.until !== null && permit.until < today && <Badge>{t('Selesai')}</Badge>}</> },
            { label: t('Dasar'), cell: permit => permit.basis },
            { label: t('Tindakan'), quiet: true, cell: permit => manages && (permit.until === null || permit.until >= today) && <Form actions={<Button name="permit" value={permit.id} about={permit.basis}>{t('Akhiri')}</Button>}><input type="hidden" name="langkah" value="akhiri" /></Form> },
          ]} empty={<EmptyState title={t('Belum ada yang ditunjuk')}>{manages && t('Tunjuk pegawai atau unit lain yang bertugas di tempat ini, misalnya dengan surat tugas.')}</EmptyState>} />
        </Section>
        {manages && (
          <Section title={t('Tunjuk pegawai atau unit')}>
            <Form fields={fields} actions={<Button kind="primary" name="langkah" value="beri">{t('Tunjuk')}</Button>}>
              <SelectField field={fields('employee')} label={t('Pegawai')} empty={t('Pilih pegawai')} options={choice.map(({ id, name }) => ({ value: id, label: name }))} />
              <SelectField field={fields('unit')} label={t('atau unit')} empty={t('Pilih unit')} options={unitOptions(units, within)} />
              <DateField field={fields('from')} label={t('Mulai')} required />
              <DateField field={fields('until')} label={t('Hari terakhir')} />
              <TextField field={fields('basis')} label={t('Dasar')} required maxlength={200} hint={t('Nomor surat tugas, atau alasannya.')} />
            </Form>
            {place.from > today && <Form actions={<Button kind="danger" name="langkah" value="hapus">{t('Hapus tempat')}</Button>} />}
          </Section>
        )}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, who, note } = context
    const place = await placeHere(tx, context, true)
    if (!covers(who.reach('schedules.manage'), { unitId: place.unitId })) throw new Refused()
    const today = todayOf(context)
    const here = `/kerja/jadwal/tempat/${place.id}`
    if (input.langkah === 'hapus') {
      if (place.from <= today) throw new Refused('Tempat yang sudah berlaku tidak dihapus; tulis hari terakhirnya.')
      await deletePlace(tx, place.id)
      note({ record: ['work-place', place.id], before: { ...place } })
      return goto(`/kerja/jadwal/unit?unit=${place.unitId}`, 'Tempat dihapus.')
    }
    if (input.langkah === 'akhiri') {
      const permit = (await permitsOf(tx, place.id)).find(({ id }) => id === input.permit)
      if (!permit) throw new NotFound()
      // Who was there today already keeps today.
      await endPermit(tx, permit.id, permit.from < today ? addDays(today, -1) : today)
      note({ record: ['work-place', place.id], before: { ...permit }, after: { ended: today } })
      return goto(here, 'Penunjukan diakhiri.')
    }
    return give(context, place, here)
  },
})

/** Gives a place to one person or one unit within reach. */
async function give(context: ActContext<unknown, z.infer<typeof form>>, place: Place, here: string) {
  const { tx, input, who, ask, note } = context
  const reach = who.reach('schedules.manage')
  if ((input.employee === null) === (input.unit === null)) throw new Problem('employee', 'Pilih satu pegawai atau satu unit.')
  const basis = line(3, 200, 'Tulis nomor surat tugas atau alasannya').safeParse(input.basis ?? '')
  if (!basis.success) throw new Problem('basis', 'Tulis nomor surat tugas atau alasannya')
  if (!input.from) throw new Problem('from', 'Tulis hari pertama')
  if (input.until && input.until < input.from) throw new Problem('until', 'Hari terakhir tidak boleh sebelum hari pertama.')
  const employee = input.employee ? (await ask(employees).byId(tx, [input.employee])).get(input.employee) : null
  if (employee === undefined || !covers(reach, { unitId: employee?.unitId ?? input.unit })) throw new NotFound()
  notOneself(employee, context, 'employee')
  const permit = { placeId: place.id, unitId: input.unit, employeeId: input.employee, from: input.from, until: input.until, basis: basis.data }
  await insertPermit(tx, { ...permit, by: who.account!.id }).catch((error: unknown) => {
    if (isOverlap(error)) throw new Problem('from', 'Pada hari-hari itu tempat ini sudah diberikan kepadanya.')
    throw error
  })
  note({ record: ['work-place', place.id], after: permit })
  return goto(here, 'Penunjukan dicatat.')
}
