import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { optionalLine, ticked } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type ActContext } from '#platform/web/page.ts'
import { Conflict, Problem } from '#platform/web/problems.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { CheckField, DateField, Form, FormSection, Grid, HiddenField, Notice, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { rosterPlanned, shiftsFor, unitsOf } from '../parts/here.ts'
import { monthWords, shiftWords } from '../parts/words.ts'
import { fillCycle, tellJoined } from '../planning.ts'
import { daysOfMonth, readCycle, type Member } from '../roster.ts'
import { dutiesOf, membersOf, rosterById, setMembers, touchRoster, type Roster } from '../store.ts'

/** People of a unit to choose from. */
const mostPeople = 400
/** Places in a cycle offered where none was written yet. */
const plainLength = 8

const form = z.looseObject({ cycle: optionalLine(120), from: z.string().default(''), nip: optionalLine(30), spread: ticked(), reason: optionalLine(200), version: z.coerce.number().int().default(0) })
type Input = z.infer<typeof form>

/** Who is on a roster and where in the cycle they begin; fills the month with the cycle. */
export const turnsPage = page({
  path: '/kerja/jadwal/jaga/:id/giliran',
  may: 'schedules.manage',
  form,
  async load(context) {
    const { db, ask } = context
    const roster = await rosterPlanned(db, context)
    const units = await unitsOf(context)
    const [members, duties, serving, shifts] = await Promise.all([membersOf(db, roster.id), dutiesOf(db, roster.id), ask(employees).serving(db, units.below(roster.unitId), mostPeople), shiftsFor(db, units, roster.unitId)])
    const known = await ask(employees).byId(db, members.map(({ employeeId }) => employeeId))
    // Those on the roster first, in its order; then the others by name.
    const people = [...members.flatMap(({ employeeId }) => known.get(employeeId) ?? []), ...serving.filter(({ id }) => !known.has(id))]
    return { roster, filled: duties.length > 0, unit: units.byId(roster.unitId), members, people, shifts: [...shifts.byLetter.values()] }
  },
  fill: ({ roster, members, shifts, filled }) => ({
    version: roster.version, cycle: roster.cycle ?? (shifts.length > 0 ? [...shifts.flatMap(({ letter }) => [letter, letter]), 'L', 'L'].join('-') : ''), from: roster.state === 'draft' && !filled ? roster.month : '',
    ...Object.fromEntries(members.map(({ employeeId, turn }) => [`g.${employeeId}`, String(turn)])),
  }),
  view({ data: { roster, unit, people, shifts }, fields }) {
    const cycle = readCycle(fields('cycle').value)
    const places = Array.from({ length: Math.max(cycle.length, plainLength) }, (_, i) => ({ value: String(i), label: cycle[i] === undefined ? t('Giliran ke-{n}', { n: i + 1 }) : t('Giliran ke-{n}: {letter}', { n: i + 1, letter: cycle[i] || 'L' }) }))
    const days = daysOfMonth(roster.month)
    return (
      <WorkLayout title={t('Pegawai dan pola giliran')} lead={`${unit?.name ?? ''} · ${monthWords(roster.month)}`} breadcrumbs={[{ label: t('Jadwal kerja'), href: '/kerja/jadwal' }, { label: t('Jadwal jaga'), href: `/kerja/jadwal/jaga?unit=${roster.unitId}` }, { label: monthWords(roster.month), href: `/kerja/jadwal/jaga/${roster.id}` }]}>
        <Form fields={fields} submit={t('Simpan')} wide>
          <HiddenField name="version" value={fields('version').value} />
          <FormSection title={t('Pola giliran')} hint={shifts.map(shift => shiftWords(shift)).join(' · ')}>
            <TextField field={fields('cycle')} label={t('Urutan sif')} maxlength={120} width="half" hint={t('Misalnya P-P-S-S-M-M-L-L; L berarti lepas. Kosongkan untuk mengisi jadwal dengan tangan.')} />
            <DateField field={fields('from')} label={t('Isi jadwal mulai')} min={days[0]} max={days.at(-1)} hint={t('Hari sebelumnya tidak diubah. Kosongkan bila isi jadwal tetap.')} />
            <CheckField field={fields('spread')} label={t('Bagi giliran merata menurut urutan di bawah')} />
          </FormSection>
          <FormSection title={t('Pegawai yang berjaga')} hint={t('Giliran adalah tempat seseorang dalam pola pada hari pertama bulan itu.')}>
            {people.length === 0 && <Notice title={t('Unit ini belum punya pegawai')} />}
            <Grid>{people.map(({ id, name }) => <SelectField key={id} field={fields(`g.${id}`)} label={name} required empty={t('Tidak ikut')} options={places} />)}</Grid>
            <TextField field={fields('nip')} label={t('Tambah pegawai dari unit lain')} width="half" maxlength={30} inputmode="numeric" hint={t('Tulis NIP-nya.')} />
          </FormSection>
          {roster.state === 'published' && <TextField field={fields('reason')} label={t('Alasan perubahan')} required maxlength={200} hint={t('Perlu diisi, karena jadwal ini sudah terbit.')} />}
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, who, note } = context
    const roster = await rosterPlanned(tx, context, true)
    if (input.version !== roster.version) throw new Conflict('Jadwal ini baru saja diubah orang lain. Periksa isinya, lalu simpan lagi.', { version: String(roster.version) })
    const reason = input.reason && input.reason.length >= 3 ? input.reason : null
    const units = await unitsOf(context)
    const { byLetter, byId } = await shiftsFor(tx, units, roster.unitId)
    const cycle = readCycle(input.cycle ?? '')
    const unknown = cycle.find(letter => letter !== '' && !byLetter.has(letter))
    if (unknown !== undefined) throw new Problem('cycle', 'Kode {letter} tidak dikenal. Pakai kode sif, atau L untuk lepas.', { letter: unknown })
    if (input.from !== '' && !daysOfMonth(roster.month).includes(input.from)) throw new Problem('from', 'Pilih hari di bulan jadwal ini.')
    const members = await chosen(context, roster, Math.max(1, cycle.length))
    const before = await membersOf(tx, roster.id)
    const gone = before.filter(({ employeeId }) => !members.some(one => one.employeeId === employeeId))
    // People on a published roster know their days: they are taken off them one by one, with the reason.
    if (roster.state === 'published' && gone.length > 0) throw new Problem('reason', 'Jadwal ini sudah terbit. Kosongkan hari-hari pegawai itu di jadwal, dengan alasannya.')
    const joined = members.filter(({ employeeId }) => !before.some(one => one.employeeId === employeeId)).map(({ employeeId }) => employeeId)
    if (roster.state === 'published' && joined.length > 0 && !reason) throw new Problem('reason', 'Jadwal ini sudah terbit. Tulis alasan perubahannya.')
    await setMembers(tx, roster.id, members)
    if (roster.state === 'published') await tellJoined(tx, context, roster, joined, who.account!.id)
    const changed = cycle.length > 0 && input.from !== '' ? await fillCycle(tx, (await rosterById(tx, roster.id))!, input.cycle!, input.from, { by: who.account!.id, reason, byLetter, byId }) : 0
    await touchRoster(tx, roster.id)
    note({ record: ['roster', roster.id], before: { members: before.length }, after: { members: members.length, cycle: input.cycle, from: input.from, cells: changed, reason } })
    return goto(`/kerja/jadwal/jaga/${roster.id}`, 'Jadwal disimpan: {n} hari berubah.', { n: changed })
  },
})

/** Who was chosen, in the order of the form; those not on the roster must be within reach. */
async function chosen({ tx, input, who, ask }: ActContext<unknown, Input>, roster: Roster, length: number): Promise<Member[]> {
  const wanted = Object.entries(input).flatMap(([name, typed]): Member[] => {
    const [, employeeId] = /^g\.([0-9a-f-]{36})$/.exec(name) ?? []
    return employeeId && typeof typed === 'string' && /^\d{1,2}$/.test(typed) ? [{ employeeId, turn: Number(typed) % length }] : []
  })
  const reach = who.reach('schedules.manage')
  const within = (one: Employee | undefined) => covers(reach, { unitId: one?.unitId ?? null })
  if (input.nip) {
    const found = (await ask(employees).search(tx, input.nip)).find(({ nip }) => nip === input.nip?.replace(/\s/g, ''))
    if (!found || !within(found)) throw new Problem('nip', 'Tidak ada pegawai dengan NIP ini dalam jangkauan Anda.')
    if (!wanted.some(({ employeeId }) => employeeId === found.id)) wanted.push({ employeeId: found.id, turn: 0 })
  }
  const already = new Set((await membersOf(tx, roster.id)).map(({ employeeId }) => employeeId))
  const files = await ask(employees).byId(tx, wanted.map(({ employeeId }) => employeeId))
  const allowed = wanted.filter(({ employeeId }) => already.has(employeeId) || within(files.get(employeeId)))
  return input.spread ? allowed.map((one, i) => ({ ...one, turn: Math.floor((i * length) / allowed.length) % length })) : allowed
}
