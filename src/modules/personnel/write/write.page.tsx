import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { covers } from '#platform/access/who.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { WorkLayout } from '#ui/index.ts'
import { fullName, type Facts } from '../employee.ts'
import { refuseWrongNumbers } from '#platform/identifiers/checks.ts'
import { maskedNik, provinceCodes } from '#platform/identifiers/nik.ts'
import { crumbsOf, fileHere, takeFile, todayOf, unitOptions } from '../parts/here.ts'
import { remember } from '../remember.ts'
import { mayManage, maySeePrivate } from '../policy.ts'
import { employeeWithin, insertEmployee, nikOf, refreshCurrent, updateEmployee } from '../store.ts'
import { factsOf, filled, form } from './content.ts'
import { EmployeeForm } from './form.tsx'

/** Only units in which the person manages staff may be chosen. */
function refuseUnit({ who }: Pick<Context, 'who'>, unitId: string): void {
  if (!covers(who.reach('personnel.manage'), { unitId })) throw new Problem('unit', 'Pilih unit dalam jangkauan Anda.')
}

/** What the audit trail remembers: never what is private, only that it changed. */
const remembered = ({ unitId, kind, status, nip, name, enteredOn, contractUntil }: Omit<Facts, 'nik'>) => ({ unitId, kind, status, nip, name, enteredOn, contractUntil })

/** Records somebody who works here. */
export const createPage = page({
  path: '/kerja/pegawai/baru',
  may: 'personnel.manage',
  form,
  load: async ({ ask, government, who }) => unitOptions(await ask(unitDirectory).of(government.id), who.reach('personnel.manage')),
  fill: (_units, { who }) => ({ kind: 'pns', unit: who.account?.unitId }),
  view: ({ data: units, fields, who }) => (
    <WorkLayout title={t('Catat pegawai')} lead={t('Riwayat pangkat, jabatan, dan pendidikan ditambahkan sesudahnya.')} width="text" breadcrumbs={crumbsOf()}>
      <EmployeeForm fields={fields} units={units} seesPrivate={who.may('personnel.read-sensitive')} maskedNik={null} />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, hands, note } = context
    refuseUnit(context, input.unit)
    const { nik = null, ...facts } = factsOf(input, null, covers(who.reach('personnel.read-sensitive'), { unitId: input.unit }))
    refuseWrongNumbers({ ...facts, nik }, await provinceCodes())
    const id = await insertEmployee(tx, hands.secret, who.reach('personnel.read'), { ...facts, nik })
    await remember(tx, [id])
    note({ record: ['employee', id], after: { ...remembered(facts), nik: nik !== null } })
    return goto(`/kerja/pegawai/${id}`, 'Pegawai dicatat. Lengkapi riwayatnya.')
  },
})

/** Changes what is written of a person; opening it is an audited act, because it shows what is private to those who may see it. */
export const editPage = page({
  path: '/kerja/pegawai/:id/ubah',
  may: 'personnel.manage',
  audited: true,
  form,
  async load(context) {
    const file = await fileHere(context, 'personnel.manage')
    if (!mayManage(context.who, file)) throw new Refused('Berkas sendiri diubah lewat usulan, yang diperiksa orang lain.')
    const nik = nikOf(context.hands.secret, file)
    return { file, units: unitOptions(await context.ask(unitDirectory).of(context.government.id), context.who.reach('personnel.manage')), masked: nik && maskedNik(nik), seesPrivate: maySeePrivate(context.who, file) }
  },
  fill: ({ file }) => filled(file),
  view: ({ data: { file, units, masked, seesPrivate }, fields }) => (
    <WorkLayout title={t('Ubah data pegawai')} lead={fullName(file)} width="text" breadcrumbs={crumbsOf(file)}>
      <EmployeeForm fields={fields} units={units} version={file.version} seesPrivate={seesPrivate} maskedNik={masked} />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, hands, note } = context
    const file = await takeFile(tx, context, input.version)
    if (input.unit !== file.unitId) refuseUnit(context, input.unit)
    const facts = factsOf(input, file, maySeePrivate(who, file))
    refuseWrongNumbers({ ...facts, nik: facts.nik ?? nikOf(hands.secret, file) }, await provinceCodes())
    await updateEmployee(tx, hands.secret, who.reach('personnel.read'), file.id, facts)
    await refreshCurrent(tx, todayOf(context), [file.id])
    await remember(tx, [file.id])
    const changed = (['birthPlace', 'religion', 'marital', 'phone', 'email', 'address', 'birthDate', 'sex'] as const).filter(key => facts[key] !== file[key])
    note({ record: ['employee', file.id], before: remembered(file), after: { ...remembered(facts), private: [...changed, ...(facts.nik ? ['nik'] : [])] } })
    const still = await employeeWithin(tx, who.reach('personnel.read'), file.id)
    return still ? goto(`/kerja/pegawai/${file.id}`, 'Data pegawai disimpan.') : goto('/kerja/pegawai', 'Data disimpan. Pegawai ini sekarang di luar jangkauan Anda.')
  },
})
