import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { paragraphs, line } from '#platform/forms/inputs.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { Badge, Button, ButtonLink, DataTable, DateTime, EmptyState, Form, HiddenField, Notice, Section, SelectField, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import { browsers as browserPort, type SharedBrowser } from '#modules/attendance/contract.ts'

const permission = 'attendance.manage'
/** Days of check-ins looked at. */
const span = 60
const most = 200
/** People named of one browser. */
const namedMost = 5

/** Shared browsers all of whose people are within the officer's reach. */
async function browsersHere(db: Db | Tx, { who, ask, now }: Pick<Context, 'who' | 'ask' | 'now'>): Promise<SharedBrowser[]> {
  const reach = who.reach(permission)
  const may = (unitId: string) => covers(reach, { unitId })
  return (await ask(browserPort).shared(db, new Date(now.getTime() - span * 86_400_000), most)).filter(one => one.people.every(({ unitId }) => may(unitId)) && (one.unitId === null || may(one.unitId)))
}

const form = z.object({ perangkat: z.uuid('Pilih dari daftar'), langkah: z.enum(['tandai', 'akhiri'], 'Pilih langkah'), name: z.string().trim().default(''), unit: z.string().default(''), reason: z.string().trim().default('') })
const mark = z.object({ name: line(2, 100, 'Beri nama, misalnya Tablet loket'), unit: z.uuid('Pilih unitnya'), reason: paragraphs(5, 500, 'Tulis alasannya, paling sedikit 5 huruf') })

/** Phones and tablets in which several people check in: an officer says which of them stand in an office. */
export const officeDevicesPage = page({
  path: '/kerja/perangkat/kantor',
  may: permission,
  query: z.object({ perangkat: z.uuid().optional().catch(undefined) }),
  form,
  async load(context) {
    const { db, ask, government, who, query } = context
    const browsers = await browsersHere(db, context)
    const units = await ask(unitDirectory).of(government.id)
    const [staff, officers] = await Promise.all([ask(employees).byId(db, browsers.flatMap(one => one.people.map(({ employeeId }) => employeeId))), ask(people).named(db, browsers.flatMap(({ markedBy }) => markedBy ?? []))])
    return { browsers, units, staff, officers, chosen: browsers.find(({ deviceIds, officeId }) => deviceIds.includes(query.perangkat ?? '') && officeId === null), choice: units.all.filter(({ id }) => covers(who.reach(permission), { unitId: id })) }
  },
  view({ data: { browsers, units, staff, officers, chosen, choice }, fields }) {
    const names = (one: SharedBrowser) => {
      const all = [...new Set(one.people.map(({ employeeId }) => employeeId))].map(id => staff.get(id)?.name ?? t('Pegawai'))
      return all.length > namedMost ? t('{names}, dan {n} lagi', { names: all.slice(0, namedMost).join(', '), n: all.length - namedMost }) : all.join(', ')
    }
    return (
      <WorkLayout title={t('Perangkat kantor')} lead={t('Ponsel dan tablet yang dipakai presensi beberapa orang. Yang memang milik kantor ditandai, supaya tidak dicurigai sebagai titip absen.')} breadcrumbs={[{ label: t('Presensi pegawai'), href: '/kerja/presensi' }, { label: t('Perlu dilihat'), href: '/kerja/presensi/tinjau' }]}>
        {chosen && (
          <Section title={t('Tandai sebagai perangkat kantor')}>
            <Notice><p>{t('Dipakai {names}. Sesudah ditandai, presensi beberapa orang dari perangkat ini tidak lagi menurunkan keyakinan. Tanda ini tercatat dengan nama Anda.', { names: names(chosen) })}</p></Notice>
            <Form fields={fields} actions={<Button kind="primary" name="langkah" value="tandai">{t('Tandai')}</Button>}>
              <HiddenField name="perangkat" value={chosen.deviceId} />
              <TextField field={fields('name')} label={t('Nama perangkat')} required maxlength={100} placeholder={t('Tablet loket')} />
              <SelectField field={fields('unit')} label={t('Unit tempatnya')} required empty={t('Pilih unit')} options={choice.map(({ id, name }) => ({ value: id, label: name }))} />
              <TextArea field={fields('reason')} label={t('Alasan')} required rows={2} maxlength={500} />
            </Form>
          </Section>
        )}
        <DataTable caption={t('Perangkat yang dipakai beberapa orang')} rows={browsers} rowKey={({ deviceId }) => deviceId} columns={[
          { label: t('Dipakai oleh'), main: true, cell: names },
          { label: t('Jumlah orang'), numeric: true, cell: one => number(new Set(one.people.map(({ employeeId }) => employeeId)).size) },
          { label: t('Terakhir'), cell: ({ lastAt }) => <DateTime at={lastAt} as="ago" /> },
          { label: t('Perangkat kantor'), cell: one => (one.officeId ? <><Badge tone="good">{one.name}</Badge> <small>{[units.byId(one.unitId!)?.shortName, one.reason, officers.get(one.markedBy ?? '')?.name].filter(Boolean).join(', ')}</small></> : '–') },
          { label: t('Langkah'), quiet: true, cell: one => (one.officeId ? <Form><HiddenField name="perangkat" value={one.deviceId} /><Button kind="plain" name="langkah" value="akhiri" about={one.name ?? undefined}>{t('Akhiri tanda')}</Button></Form> : <ButtonLink kind="plain" href={`/kerja/perangkat/kantor?perangkat=${one.deviceId}`}>{t('Tandai')}</ButtonLink>) },
        ]} empty={<EmptyState title={t('Tidak ada perangkat yang dipakai bersama')}>{t('Setiap orang presensi dari peramban sendiri dalam {n} hari terakhir.', { n: span })}</EmptyState>} />
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, who, ask, note } = context
    const browser = (await browsersHere(tx, context)).find(({ deviceIds }) => deviceIds.includes(input.perangkat))
    if (!browser) throw new NotFound()
    const by = who.account!.id
    if (input.langkah === 'akhiri') {
      if (!browser.officeId || !(await ask(browserPort).end(tx, browser.officeId, by))) throw new Conflict('Tanda ini sudah diakhiri.')
      note({ record: ['office-device', browser.officeId], before: { office: true }, after: { office: false } })
      return goto('/kerja/perangkat/kantor', 'Tanda perangkat kantor diakhiri.')
    }
    const marked = mark.safeParse(input)
    if (!marked.success) throw Problem.all(marked.error.issues.map(({ path, message }) => ({ name: String(path[0]), message: { text: message } })))
    const { name, unit, reason } = marked.data
    if (!covers(who.reach(permission), { unitId: unit })) throw new Problem('unit', 'Pilih unitnya')
    const id = await ask(browserPort).mark(tx, browser.deviceId, { name, unitId: unit, reason, by })
    if (!id) throw new Conflict('Perangkat ini sudah ditandai.')
    note({ record: ['office-device', id], after: { name, unit, reason, people: browser.people.length } })
    return goto('/kerja/perangkat/kantor', 'Perangkat ditandai sebagai perangkat kantor.')
  },
})
