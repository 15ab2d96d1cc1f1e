import { z } from 'zod'
import { changed } from '#platform/db/changes.ts'
import { line, mailAddress, optionalLine, several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { CheckList, Form, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { grantsTopic } from '../identify.ts'
import { inside } from '../inside.ts'
import { sendInvitation } from '../invite/invitation.ts'
import { mayAssign } from '../roles.ts'
import type { Tables } from '../tables.ts'
import { unitOptions } from './parts.tsx'
import { assignableRoles } from './policy.ts'
import { addAssignment, rolesOf, takenNames } from './store.ts'

/** An 18-digit civil servant's number, spaces allowed, or nothing. */
const optionalNip = () =>
  z.string().optional().transform(text => (text ?? '').replace(/[\s.]/g, '') || null).pipe(z.string().regex(/^\d{18}$/, 'NIP terdiri dari 18 angka').nullable())

/** Prepares an account with its roles and sends the link that takes it up. */
export const invitePage = page({
  path: '/kerja/akun/undang',
  may: 'identity.manage-accounts',
  form: z.object({
    nama: line(2, 200, 'Isi nama lengkap'),
    surel: mailAddress(),
    nip: optionalNip(),
    jabatan: optionalLine(150),
    unit: z.uuid('Pilih unit kerja'),
    peran: several(z.uuid('Pilih dari daftar')),
  }),
  async load({ db, who, ask, government }) {
    const units = await ask(unitDirectory).of(government.id)
    return { options: unitOptions(units, who.reach('identity.manage-accounts')), roles: assignableRoles(who, await rolesOf(db), units) }
  },
  view: ({ data: { options, roles }, fields }) => (
    <WorkLayout title={t('Undang orang')} lead={t('Orang itu menerima surel dengan tautan untuk membuat kata sandinya sendiri.')} breadcrumbs={[{ label: t('Akun'), href: '/kerja/akun' }, { label: t('Undang orang') }]} width="text">
      <Form fields={fields} submit={t('Kirim undangan')}>
        <TextField field={fields('nama')} label={t('Nama lengkap')} hint={t('Dengan gelar, seperti pada surat dinas.')} required />
        <TextField field={fields('surel')} label={t('Surel')} type="email" required />
        <TextField field={fields('nip')} label={t('NIP')} hint={t('Hanya untuk ASN; dapat dipakai untuk masuk.')} inputmode="numeric" width="half" />
        <TextField field={fields('jabatan')} label={t('Jabatan')} />
        <SelectField field={fields('unit')} label={t('Unit kerja')} options={options} empty={t('Pilih unit')} required />
        <CheckList field={fields('peran')} label={t('Peran di unit itu')} options={roles.map(role => ({ value: role.id, label: role.name }))} />
      </Form>
    </WorkLayout>
  ),
  async act({ tx, who, ask, government, input, request, now, note }) {
    const units = await ask(unitDirectory).of(government.id)
    if (!units.byId(input.unit) || !mayAssign(who, [], input.unit, units)) throw new Problem('unit', 'Unit ini di luar jangkauan Anda.')
    const roles = (await rolesOf(tx)).filter(role => input.peran.includes(role.id))
    const beyond = roles.find(role => !mayAssign(who, role.grants, input.unit, units))
    if (beyond || roles.length < new Set(input.peran).size) throw new Problem('peran', 'Anda tidak dapat memberi peran yang melebihi wewenang Anda sendiri.')
    const taken = await takenNames(tx, { email: input.surel, nip: input.nip })
    if (taken.email) throw new Problem('surel', 'Surel ini sudah dipakai sebuah akun.')
    if (taken.nip) throw new Problem('nip', 'NIP ini sudah dipakai sebuah akun.')
    const { id } = await tx
      .withTables<Tables>()
      .insertInto('identity.account')
      .values({ name: input.nama, email: input.surel, nip: input.nip, title: input.jabatan, unit_id: input.unit, state: 'invited' })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const role of roles) await addAssignment(tx, { accountId: id, roleId: role.id, unitId: input.unit, from: dayIn(now, government.zone), to: null, by: who.account!.id })
    await sendInvitation(tx, ask(inside).services, government, request.origin, { id, name: input.nama, email: input.surel }, who.account!.id)
    await changed(tx, grantsTopic(id))
    note({ record: ['account', id], after: { state: 'invited', unit: input.unit, roles: roles.map(role => role.code) } })
    return goto(`/kerja/akun/${id}`, 'Undangan dikirim ke {email}.', { email: input.surel })
  },
})
