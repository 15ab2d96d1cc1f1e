import { z } from 'zod'
import type { Db, Tx } from '#platform/db/database.ts'
import { line, ticked } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context, type PageSpec } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import type { Unit } from '#modules/organisation/contract.ts'
import { Button, CheckField, Form, Notice, NumberField, TextField, WorkLayout } from '#ui/index.ts'
import { managesUnit, unitsOf } from '../parts/here.ts'
import { cellOf, lengthOf, type Shift } from '../roster.ts'
import { closeShift, insertShift, isUsed, shiftById, shiftsOf, updateShift } from '../store.ts'

const clock = z.string().trim().transform(text => text.replace('.', ':').padStart(5, '0')).pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Tulis jam seperti 07.00.'))
const form = z.object({
  langkah: z.enum(['simpan', 'tutup']).catch('simpan'),
  letter: z.string('Isi kode').trim().toUpperCase().pipe(z.string().regex(/^[A-Z0-9]{1,3}$/, 'Kode terdiri atas satu sampai tiga huruf atau angka.')), name: line(2, 60, 'Isi nama sif'),
  starts: clock, ends: clock, pause: z.string().default('').transform(text => text.trim() || '0').pipe(z.string().regex(/^\d{1,3}$/, 'Tulis menit sebagai angka')).transform(Number), on_holidays: ticked(),
})
type Input = z.infer<typeof form>

interface Data {
  unit: Unit
  shift: Shift | null
  used: boolean
}

type Spec<Q> = PageSpec<Q, Input, Data>

/** A shift out of what was typed; @throws Problem where it cannot be */
function shiftFrom({ letter, name, starts, ends, pause, on_holidays: onHolidays }: Input): Omit<Shift, 'id' | 'unitId' | 'closed'> {
  if (cellOf(letter) === '') throw new Problem('letter', 'Huruf L dipakai untuk hari lepas. Pilih kode lain.')
  const minutes = lengthOf({ starts, ends }) - pause
  if (minutes < 30) throw new Problem('pause', 'Sif paling sedikit setengah jam kerja.')
  return { letter, name, starts, ends, minutes, onHolidays }
}

const fill = ({ shift }: Data): Record<string, unknown> =>
  shift ? { letter: shift.letter, name: shift.name, starts: shift.starts, ends: shift.ends, pause: lengthOf(shift) - shift.minutes, on_holidays: shift.onHolidays ? 'on' : undefined } : { pause: 0, on_holidays: 'on' }

const view: Spec<unknown>['view'] = ({ data: { unit, shift, used }, fields }) => (
  <WorkLayout title={shift ? t('Ubah sif') : t('Tambah sif')} lead={unit.name} width="text" breadcrumbs={[{ label: t('Jadwal kerja'), href: '/kerja/jadwal' }, { label: t('Jadwal jaga'), href: `/kerja/jadwal/jaga?unit=${unit.id}` }]}>
    {used && <Notice title={t('Sif ini sudah dipakai di jadwal')}><p>{t('Nama dan kelakuan di hari libur dapat diubah. Untuk jam lain, tutup sif ini dan buat yang baru; jadwal yang sudah ada tetap.')}</p></Notice>}
    <Form fields={fields} submit={t('Simpan')} actions={shift && <Button kind="danger" name="langkah" value="tutup">{t('Tutup sif')}</Button>}>
      <TextField field={fields('name')} label={t('Nama sif')} required maxlength={60} hint={t('Misalnya Pagi, Siang, Malam, atau Regu A.')} />
      <TextField field={fields('letter')} label={t('Kode')} required maxlength={3} width="short" readonly={used} hint={t('Ditulis di kotak jadwal, misalnya P. L berarti lepas.')} />
      <TextField field={fields('starts')} label={t('Mulai')} required maxlength={5} width="short" inputmode="decimal" readonly={used} hint={t('Tulis jam seperti 07.00.')} />
      <TextField field={fields('ends')} label={t('Selesai')} required maxlength={5} width="short" inputmode="decimal" readonly={used} hint={t('Jam yang sama atau lebih awal berarti hari berikutnya.')} />
      <NumberField field={fields('pause')} label={t('Istirahat')} suffix={t('menit')} required />
      <CheckField field={fields('on_holidays')} label={t('Tetap jaga di hari libur')} hint={t('Tanpa centang, pola giliran melewati hari libur.')} />
    </Form>
  </WorkLayout>
)

/** A letter stands for one shift of a unit. */
async function letterFree(tx: Tx, unitId: string, letter: string, except: string | null): Promise<void> {
  const taken = (await shiftsOf(tx, [unitId])).find(one => !one.closed && one.letter === letter && one.id !== except)
  if (taken) throw new Problem('letter', 'Kode ini sudah dipakai sif {name}.', { name: taken.name })
}

/** The unit a new shift is for. */
async function unitFor(context: Pick<Context, 'ask' | 'government' | 'who'>, asked: string | undefined): Promise<Unit> {
  const unit = (await unitsOf(context)).byId(asked ?? context.who.account!.unitId)
  if (!unit || !managesUnit(context, unit.id)) throw new NotFound()
  return unit
}

/** Adds a shift to a unit. */
export const addShiftPage = page<{ unit?: string }, Input, Data>({
  path: '/kerja/jadwal/jaga/sif/baru',
  may: 'schedules.manage',
  query: z.object({ unit: z.uuid().optional().catch(undefined) }),
  form,
  load: async context => ({ unit: await unitFor(context, context.query.unit), shift: null, used: false }),
  fill,
  view,
  async act(context) {
    const { tx, input, query, who, note } = context
    const unit = await unitFor(context, query.unit)
    const shift = shiftFrom(input)
    await letterFree(tx, unit.id, shift.letter, null)
    const id = await insertShift(tx, unit.id, shift, who.account!.id)
    note({ record: ['shift', id], after: { unitId: unit.id, ...shift } })
    return goto(`/kerja/jadwal/jaga?unit=${unit.id}`, 'Sif ditambahkan.')
  },
})

/** A shift within reach that is still worked. */
async function shiftHere(db: Db | Tx, context: Pick<Context, 'who' | 'params'>): Promise<Shift> {
  const shift = await shiftById(db, context.params.id ?? '')
  if (!shift || shift.closed || !managesUnit(context, shift.unitId)) throw new NotFound()
  return shift
}

/** Changes or closes a shift; its times only while no roster has it. */
export const editShiftPage = page<Record<string, string>, Input, Data>({
  path: '/kerja/jadwal/jaga/sif/:id',
  may: 'schedules.manage',
  form,
  async load(context) {
    const shift = await shiftHere(context.db, context)
    return { unit: (await unitsOf(context)).byId(shift.unitId)!, shift, used: await isUsed(context.db, shift.id) }
  },
  fill,
  view,
  async act(context) {
    const { tx, input, note } = context
    const before = await shiftHere(tx, context)
    const back = `/kerja/jadwal/jaga?unit=${before.unitId}`
    if (input.langkah === 'tutup') {
      await closeShift(tx, before.id)
      note({ record: ['shift', before.id], before: { ...before }, after: { closed: true } })
      return goto(back, 'Sif ditutup. Jadwal yang memakainya tetap.')
    }
    const shift = shiftFrom(input)
    const moved = shift.letter !== before.letter || shift.starts !== before.starts || shift.ends !== before.ends || shift.minutes !== before.minutes
    if (moved && (await isUsed(tx, before.id))) throw new Refused('Sif yang sudah ada di jadwal tidak berganti jam. Tutup sif ini dan buat yang baru.')
    await letterFree(tx, before.unitId, shift.letter, before.id)
    await updateShift(tx, before.id, shift)
    note({ record: ['shift', before.id], before: { ...before }, after: { ...shift } })
    return goto(back, 'Sif disimpan.')
  },
})
