import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { holidaysOf } from '#platform/time/working-days.ts'
import { goto, page, type ActContext } from '#platform/web/page.ts'
import { Conflict, NotFound, Refused } from '#platform/web/problems.ts'
import { people as accounts } from '#modules/identity/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { Actions, addressWith, Button, ButtonLink, DataTable, DateTime, Form, HiddenField, Muted, Notice, Pager, Section, StateBadge, TextField, WorkLayout } from '#ui/index.ts'
import { managesUnit, rosterHere, rosterPlanned, shiftsFor, todayOf, unitsOf } from '../parts/here.ts'
import { monthWords, printed, shiftWords, stateWords, warningWords } from '../parts/words.ts'
import { publish, tellPeople, withNeighbours, write, type Wish } from '../planning.ts'
import { cellOf, daysOfMonth, warningsOf } from '../roster.ts'
import { restRule } from '../rules.ts'
import { changesOf, deleteRoster, dutiesOf, membersOf, rosterById, type Roster } from '../store.ts'
import { cellName, readCellName, Sheet } from './sheet.tsx'

/** People on one screen: a form has so many inputs and no more. */
const pageSize = 40
const mostWarnings = 12
const mostChanges = 50

const form = z.looseObject({ langkah: z.enum(['simpan', 'terbitkan', 'hapus'], 'Pilih langkah'), version: z.coerce.number().int().default(0), reason: optionalLine(200) })
type Input = z.infer<typeof form>

/** A month of a unit's roster: the whole sheet, one person's month or one day of all, to look at or to change. */
export const rosterPage = page({
  path: '/kerja/jadwal/jaga/:id',
  may: 'signed-in',
  query: z.object({ orang: z.uuid().optional().catch(undefined), hari: z.iso.date().optional().catch(undefined), mulai: z.coerce.number().int().min(0).max(5000).catch(0).default(0) }),
  form,
  async load(context) {
    const { db, ask, query } = context
    const roster = await rosterHere(db, context)
    const days = daysOfMonth(roster.month)
    const [units, members, duties, closed, rest, changes] = await Promise.all([unitsOf(context), membersOf(db, roster.id), dutiesOf(db, roster.id), holidaysOf(db, days.at(-1)!), restRule(db, roster.month), changesOf(db, roster.id, mostChanges)])
    const ids = members.map(({ employeeId }) => employeeId)
    const [files, around, shifts, actors] = await Promise.all([
      ask(employees).byId(db, [...ids, ...changes.map(({ employeeId }) => employeeId)]), withNeighbours(db, roster, ids), shiftsFor(db, units, roster.unitId), ask(accounts).named(db, changes.flatMap(({ by }) => by ?? [])),
    ])
    const all = members.flatMap(({ employeeId }) => files.get(employeeId) ?? [])
    const shown = query.orang ? all.filter(({ id }) => id === query.orang) : query.hari ? all : all.slice(query.mulai, query.mulai + pageSize)
    if (query.orang && shown.length === 0) throw new NotFound()
    const manages = managesUnit(context, roster.unitId)
    return {
      roster, days, all, shown, duties, closed, files, actors, changes, shifts, manages, today: todayOf(context), unit: units.byId(roster.unitId),
      day: query.hari && days.includes(query.hari) ? query.hari : null, warnings: manages ? warningsOf(around, rest, days) : [],
    }
  },
  fill: ({ roster, duties, shifts }) => ({ version: roster.version, ...Object.fromEntries(duties.map(({ employeeId, day, shiftId }) => [cellName(employeeId, day), shifts.byId.get(shiftId)?.letter])) }),
  view({ data, query, fields, request: { url } }) {
    const { roster, all, shown, unit, manages, warnings, changes, files, actors, shifts, day } = data
    const here = `/kerja/jadwal/jaga/${roster.id}`
    const person = query.orang ? shown[0] : undefined
    const nameOf = (id: string) => files.get(id)?.name ?? t('Pegawai')
    const at = (from: number) => addressWith(url, { mulai: from > 0 ? String(from) : null })
    const whole = !person && !day
    const reason = roster.state === 'published' && <TextField field={fields('reason')} label={t('Alasan perubahan')} required maxlength={200} hint={t('Perlu diisi, karena jadwal ini sudah terbit.')} />
    const save = <Button kind="primary" name="langkah" value="simpan">{t('Simpan')}</Button>
    const saving = whole ? <>{reason}<Actions>{save}</Actions></> : save
    return (
      <WorkLayout title={person ? person.name : t('Jadwal jaga {month}', { month: monthWords(roster.month) })} lead={<>{person || day ? `${monthWords(roster.month)} · ` : ''}{unit?.name} <StateBadge state={roster.state} states={stateWords} /></>}
        breadcrumbs={[{ label: t('Jadwal kerja'), href: '/kerja/jadwal' }, { label: t('Jadwal jaga'), href: `/kerja/jadwal/jaga?unit=${roster.unitId}` }, ...(whole ? [] : [{ label: monthWords(roster.month), href: here }])]}
        action={manages && whole && <ButtonLink href={`${here}/giliran`} kind={all.length === 0 ? 'primary' : 'quiet'}>{t('Pegawai dan pola giliran')}</ButtonLink>} islands={manages && whole ? ['roster-grid'] : []}>
        {warnings.length > 0 && whole && (
          <Notice tone="warn" title={t('{n, plural, one {# hal} other {# hal}} perlu diperhatikan', { n: warnings.length })}>
            <ul>{warnings.slice(0, mostWarnings).map(one => <li key={`${one.employeeId} ${one.day} ${one.kind}`}>{warningWords(one, nameOf(one.employeeId))}</li>)}</ul>
            {warnings.length > mostWarnings && <p>{t('dan {n} lagi', { n: warnings.length - mostWarnings })}</p>}
          </Notice>
        )}
        <p><Muted>{shifts.all.filter(({ closed }) => !closed).map(shift => shiftWords(shift)).join(' · ')} · {t('L lepas')}</Muted></p>
        {all.length === 0 ? <Notice title={t('Belum ada pegawai di jadwal ini')}>{manages && <p>{t('Buka Pegawai dan pola giliran untuk memilih siapa yang berjaga.')}</p>}</Notice> : manages ? (
          <Form fields={fields} wide actions={whole ? roster.state === 'draft' && <Button name="langkah" value="terbitkan">{t('Simpan dan terbitkan')}</Button> : saving}>
            <HiddenField name="version" value={fields('version').value} />
            <Sheet data={data} fields={fields} person={person} here={here} saving={saving} />
            {!whole && reason}
          </Form>
        ) : <Sheet data={data} fields={null} person={person} here={here} saving={null} />}
        {whole && <Pager newer={query.mulai > 0 ? at(Math.max(0, query.mulai - pageSize)) : null} older={all.length > query.mulai + pageSize ? at(query.mulai + pageSize) : null} labels={{ newer: t('Pegawai sebelumnya'), older: t('Pegawai berikutnya') }} />}
        {changes.length > 0 && whole && (
          <Section title={t('Perubahan sesudah terbit')} id="perubahan">
            <DataTable caption={t('Perubahan sesudah terbit')} rows={changes} rowKey={one => `${one.employeeId} ${one.day} ${one.at.toISOString()}`} columns={[
              { label: t('Pegawai'), main: true, cell: one => nameOf(one.employeeId) },
              { label: t('Tanggal'), cell: one => t('{day, date, ::dMMM}', { day: printed(one.day) }) },
              { label: t('Perubahan'), cell: one => `${one.was || 'L'} → ${one.becomes || 'L'}` },
              { label: t('Alasan'), cell: one => one.reason },
              { label: t('Oleh'), cell: one => one.by && actors.get(one.by)?.name },
              { label: t('Dicatat'), cell: one => <DateTime at={one.at} as="ago" /> },
            ]} />
          </Section>
        )}
        {manages && roster.state === 'draft' && whole && <Form actions={<Button kind="danger" name="langkah" value="hapus">{t('Hapus konsep')}</Button>} />}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, who, request, note } = context
    const roster = await rosterPlanned(tx, context, true)
    const here = `/kerja/jadwal/jaga/${roster.id}`
    if (input.langkah === 'hapus') {
      if (roster.state !== 'draft') throw new Refused('Jadwal yang sudah terbit tidak dihapus.')
      await deleteRoster(tx, roster.id)
      note({ record: ['roster', roster.id], before: { unitId: roster.unitId, month: roster.month } })
      return goto(`/kerja/jadwal/jaga?unit=${roster.unitId}`, 'Konsep jadwal dihapus.')
    }
    if (input.version !== roster.version) throw new Conflict('Jadwal ini baru saja diubah orang lain. Periksa isinya, lalu simpan lagi.', { version: String(roster.version) })
    const changed = await saveCells(context, roster)
    if (input.langkah === 'terbitkan') {
      if (roster.state === 'published') throw new Refused('Jadwal ini sudah terbit.')
      await publish(tx, context, (await rosterById(tx, roster.id))!, who.account!.id)
    }
    note({ record: ['roster', roster.id], after: { step: input.langkah, month: roster.month, cells: changed, reason: input.reason } })
    const back = request.url.startsWith(here) ? request.url : here
    return input.langkah === 'terbitkan' ? goto(here, 'Jadwal jaga terbit. Pegawainya sudah diberi tahu.') : goto(back, 'Jadwal disimpan: {n} hari berubah.', { n: changed })
  },
})

/** Writes the cells that were sent; people and days that are not on the roster are passed over. */
async function saveCells(context: ActContext<unknown, Input>, roster: Roster): Promise<number> {
  const { tx, input, who } = context
  const members = new Set((await membersOf(tx, roster.id)).map(({ employeeId }) => employeeId))
  const days = new Set(daysOfMonth(roster.month))
  const wishes = Object.entries(input).flatMap(([name, typed]): Wish[] => {
    const cell = readCellName(name, roster.month)
    return cell && typeof typed === 'string' && members.has(cell.employeeId) && days.has(cell.day) ? [{ ...cell, letter: cellOf(typed), name }] : []
  })
  const { byLetter, byId } = await shiftsFor(tx, await unitsOf(context), roster.unitId)
  const before = new Map((await dutiesOf(tx, roster.id)).map(duty => [cellName(duty.employeeId, duty.day), byId.get(duty.shiftId)?.letter ?? '']))
  const touched = [...new Set(wishes.filter(({ name, letter }) => letter !== (before.get(name) ?? '')).map(({ employeeId }) => employeeId))]
  const changed = await write(tx, roster, wishes, { by: who.account!.id, reason: input.reason && input.reason.length >= 3 ? input.reason : null, byLetter, byId })
  if (roster.state === 'published' && changed > 0) await tellPeople(tx, context, touched, who.account!.id, 'Jadwal jaga Anda {month, date, ::MMMMyyyy} berubah.', roster)
  return changed
}
