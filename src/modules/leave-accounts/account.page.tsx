import { z } from 'zod'
import { line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { covers, type Who } from '#platform/access/who.ts'
import { Button, DataTable, DateTime, FactList, Form, Notice, NumberField, RadioField, Section, TextField, WorkLayout } from '#ui/index.ts'
import { BalanceTable } from './balance.tsx'
import { accounts } from './contract.ts'
import { todayOf } from './listed.ts'
import { adjustmentsOf, deleteAdjustment, writeAdjustments, type Adjustment } from './store.ts'

const kinds = ['left', 'used', 'deferred'] as const satisfies Adjustment['kind'][]

const adjustmentWords: Record<Adjustment['kind'], { label: string; hint: string }> = {
  left: { label: 'Sisa awal', hint: 'Hari yang belum dipakai dari hak satu tahun, sebelum dicatat di Pendopo.' },
  used: { label: 'Sudah dipakai', hint: 'Hari yang dipakai dengan surat cuti di luar Pendopo.' },
  deferred: { label: 'Ditangguhkan tertulis', hint: 'Hari yang ditangguhkan pejabat yang berwenang; dibawa penuh ke tahun berikutnya.' },
}

// What is left empty is no nought: it would be kept as one.
const whole = (most: number, message: string) => z.string().trim().regex(/^\d+$/, message).transform(Number).pipe(z.number().max(most, 'Terlalu besar; periksa lagi.'))

const form = z.object({
  step: z.enum(['write', 'delete'], 'Pilih langkah'),
  entry: z.uuid().optional(),
  kind: z.enum(kinds, 'Pilih yang dicatat').optional(),
  year: whole(2200, 'Tulis tahunnya, misalnya 2025').optional(),
  days: whole(60, 'Tulis jumlah hari kerjanya').optional(),
  basis: z.string().optional().transform(text => (text ?? '').trim()).pipe(line(0, 300, '')),
})

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** Whether somebody keeps this account: never their own. */
const mayKeep = ({ account }: Who, employee: Employee): boolean => employee.accountId === null || employee.accountId !== account?.id

/** Somebody within the reach of an officer; a stranger's answers as if there were none. */
async function employeeHere(db: Db | Tx, { who, ask, params }: Pick<Context, 'who' | 'ask' | 'params'>): Promise<Employee> {
  const id = params.employee ?? ''
  const employee = /^[0-9a-f-]{36}$/.test(id) ? (await ask(employees).byId(db, [id])).get(id) : undefined
  if (!employee || !covers(who.reach('leave.manage'), { unitId: employee.unitId })) throw new NotFound()
  return employee
}

/** Somebody's annual leave line by line, and what an officer writes about it. Opening it is an audited act. */
export const accountPage = page({
  path: '/kerja/cuti/sisa/:employee',
  may: 'leave.manage',
  audited: true,
  form,
  async load(context) {
    const { db, ask, government } = context
    const employee = await employeeHere(db, context)
    const today = todayOf(context)
    const [found, entries, units] = await Promise.all([ask(accounts).of(db, [employee], today), adjustmentsOf(db, [employee.id]), ask(unitDirectory).of(government.id)])
    const names = await ask(people).named(db, entries.flatMap(one => one.by ?? []))
    return { employee, today, account: found.get(employee.id)!, entries, names, unit: units.byId(employee.unitId)?.name, keeps: mayKeep(context.who, employee) }
  },
  fill: ({ today }) => ({ kind: 'left', year: yearOf(today) - 1 }),
  view({ data: { employee, today, account, entries, names, unit, keeps }, fields }) {
    const years = account.years(Math.max(yearOf(today), account.lastYear ?? 0)).toReversed()
    return (
      <WorkLayout title={employee.name} lead={t('Cuti tahunan, dihitung dari yang tercatat.')} breadcrumbs={[{ label: t('Cuti'), href: '/cuti' }, { label: t('Sisa cuti pegawai'), href: '/kerja/cuti/sisa' }]}>
        <FactList facts={[{ label: t('NIP'), value: employee.nip }, { label: t('Jabatan'), value: employee.position }, { label: t('Unit kerja'), value: unit }, { label: t('Mulai bekerja'), value: employee.enteredOn && <DateTime at={employee.enteredOn} /> }, { label: t('Dasar hukum'), value: account.quota?.legalBasis }]} />
        {years.length === 0 && <Notice tone="warn">{t('Hak cuti tahunan untuk jenis pegawai ini belum ditetapkan dalam data rujukan leave-quota.')}</Notice>}
        {years.map(balance => <Section key={balance.year} title={String(balance.year)}><BalanceTable balance={balance} account={account} /></Section>)}
        {entries.length > 0 && (
          <Section title={t('Catatan pengelola kepegawaian')}>
            <DataTable caption={t('Catatan pengelola kepegawaian')} rows={entries} rowKey={one => one.id} columns={[
              { label: t('Yang dicatat'), main: true, cell: one => t(adjustmentWords[one.kind].label) },
              { label: t('Tahun'), cell: one => one.year },
              { label: t('Hari kerja'), numeric: true, cell: one => one.days },
              { label: t('Dasar'), cell: one => one.basis },
              { label: t('Dicatat'), cell: one => <><DateTime at={one.at} as="short" /> {names.get(one.by ?? '')?.name}</> },
              ...(keeps ? [{ label: t('Hapus'), quiet: true, cell: (one: Adjustment) => <Form><input type="hidden" name="entry" value={one.id} /><Button kind="plain" name="step" value="delete" about={t(adjustmentWords[one.kind].label)}>{t('Hapus')}</Button></Form> }] : []),
            ]} />
          </Section>
        )}
        {keeps && (
          <Section title={t('Catat')}>
            <Form fields={fields} actions={<Button kind="primary" name="step" value="write">{t('Simpan catatan')}</Button>}>
              <RadioField field={fields('kind')} label={t('Yang dicatat')} required options={kinds.map(value => ({ value, label: t(adjustmentWords[value].label), hint: t(adjustmentWords[value].hint) }))} />
              <NumberField field={fields('year')} label={t('Hak tahun')} required />
              <NumberField field={fields('days')} label={t('Hari kerja')} required />
              <TextField field={fields('basis')} label={t('Nomor surat atau keterangan')} hint={t('Wajib untuk yang ditangguhkan.')} maxlength={300} />
            </Form>
          </Section>
        )}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, ask, input, note } = context
    const employee = await employeeHere(tx, context)
    if (!mayKeep(who, employee)) throw new Refused('Catatan cuti sendiri ditulis pengelola kepegawaian lain.')
    const here = `/kerja/cuti/sisa/${employee.id}`
    if (input.step === 'delete') {
      if (!input.entry || !(await deleteAdjustment(tx, employee.id, input.entry))) throw new NotFound()
      note({ record: ['leave-account', employee.id], before: { entry: input.entry } })
      return goto(here, 'Catatan dihapus.')
    }
    const { kind, year, days, basis } = input
    if (!kind || year === undefined || days === undefined) throw Problem.all([...(kind ? [] : ['kind']), ...(year === undefined ? ['year'] : []), ...(days === undefined ? ['days'] : [])].map(name => ({ name, message: { text: 'Isi bagian ini.' } })))
    const quota = (await ask(accounts).of(tx, [employee], todayOf(context))).get(employee.id)?.quota
    const thisYear = yearOf(todayOf(context))
    if (year < thisYear - 3 || year > thisYear) throw new Problem('year', 'Tulis tahun antara {from} dan {until}.', { from: String(thisYear - 3), until: String(thisYear) })
    if (kind === 'left' && year === thisYear) throw new Problem('year', 'Sisa awal hanya untuk tahun yang sudah lewat. Untuk tahun ini catat yang sudah dipakai.')
    if (kind !== 'used' && quota && days > quota.days) throw new Problem('days', 'Hak setahun hanya {most} hari kerja.', { most: quota.days })
    if (kind === 'deferred' && basis.length < 3) throw new Problem('basis', 'Tulis nomor surat penangguhan.')
    await writeAdjustments(tx, [{ employeeId: employee.id, year, kind, days, basis, by: who.account!.id }])
    note({ record: ['leave-account', employee.id], after: { kind, year, days, basis } })
    return goto(here, 'Catatan disimpan.')
  },
})
