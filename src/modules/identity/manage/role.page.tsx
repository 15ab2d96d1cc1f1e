import { z } from 'zod'
import { reachKinds, type RoleGrant } from '#platform/access/role-templates.ts'
import type { ReachKind } from '#platform/access/who.ts'
import { changed } from '#platform/db/changes.ts'
import { line, ticked } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { Button, CheckField, FactList, Form, FormSection, HiddenField, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { roleCatalogue } from '../contract.ts'
import { rolesTopic } from '../identify.ts'
import { mayEditRoles, mayPutIntoRole } from '../roles.ts'
import type { Tables } from '../tables.ts'
import { holdersByRole, rolesOf, writeGrants, type Role } from './store.ts'

const reachWords: Record<ReachKind, string> = {
  own: 'Buatannya sendiri',
  unit: 'Unitnya',
  'unit-and-below': 'Unitnya dan semua di bawahnya',
  government: 'Seluruh pemerintah daerah',
  'governments-below': 'Juga pemerintah daerah di bawahnya',
}

const inputOf = (permission: string) => `jangkauan.${permission}`

/** Permissions nobody can take out of the administrators' role: the last door must stay open. */
const indispensable = ['identity.manage-accounts', 'identity.manage-roles']

/** One role: its name, and how far each permission reaches from the unit it is held in. */
export const rolePage = page({
  path: '/kerja/peran/:id',
  may: 'identity.manage-roles',
  form: z.looseObject({ nama: line(2, 100, 'Isi nama peran'), kuat: ticked(), version: z.coerce.number().int(), langkah: z.enum(['simpan', 'hapus']).default('simpan') }),
  async load({ db, ask, params }) {
    const role = (await rolesOf(db)).find(one => one.id === params.id)
    if (!role) throw new NotFound()
    return { role, holders: (await holdersByRole(db)).get(role.id) ?? 0, permissions: ask(roleCatalogue).permissions }
  },
  fill: ({ role }) => ({ nama: role.name, kuat: role.strong ? 'on' : '', version: role.version, ...Object.fromEntries(role.grants.map(grant => [inputOf(grant.permission), grant.reach])) }),
  view({ data: { role, holders, permissions }, fields, who }) {
    const breadcrumbs = [{ label: t('Peran'), href: '/kerja/peran' }, { label: role.name }]
    const lead = t('{n, plural, =0 {Belum ada yang memegang} other {# orang memegang}} peran ini.', { n: holders })
    if (!mayEditRoles(who))
      return (
        <WorkLayout title={role.name} lead={lead} breadcrumbs={breadcrumbs} width="text">
          <FactList facts={permissions.map(({ permission, label }) => ({ label: t(label), value: reachIn(role, permission) && t(reachWords[reachIn(role, permission)!]) }))} />
        </WorkLayout>
      )
    return (
      <WorkLayout title={role.name} lead={lead} breadcrumbs={breadcrumbs} width="text">
        <Form fields={fields} actions={<><Button kind="primary" name="langkah" value="simpan">{t('Simpan')}</Button>{holders === 0 && <Button kind="danger" name="langkah" value="hapus">{t('Hapus peran')}</Button>}</>}>
          <HiddenField name="version" value={fields('version').value} />
          <TextField field={fields('nama')} label={t('Nama peran')} width="half" required />
          <CheckField field={fields('kuat')} label={t('Pemegang wajib memakai langkah kedua saat masuk')} />
          <FormSection title={t('Wewenang')} hint={t('Anda hanya dapat memasukkan wewenang yang Anda pegang sendiri untuk seluruh pemerintah daerah.')}>
            {permissions.map(({ permission, label }) => (
              <SelectField
                key={permission}
                field={fields(inputOf(permission))}
                label={t(label)}
                required
                empty={t('Tidak')}
                options={reachKinds.filter(reach => reach === reachIn(role, permission) || mayPutIntoRole(who, { permission, reach })).map(reach => ({ value: reach, label: t(reachWords[reach]) }))}
              />
            ))}
          </FormSection>
        </Form>
      </WorkLayout>
    )
  },
  async act({ tx, who, ask, params, input, government, note }) {
    const role = (await rolesOf(tx)).find(one => one.id === params.id)
    if (!role) throw new NotFound()
    if (!mayEditRoles(who)) throw new Refused('Peran berlaku untuk seluruh pemerintah daerah; yang mengubahnya perlu wewenang seluas itu.')
    const tables = tx.withTables<Tables>()
    if (input.langkah === 'hapus') {
      const used = await tables.selectFrom('identity.assignment').select('id').where('role_id', '=', role.id).limit(1).executeTakeFirst()
      if (used || role.code === 'administrator') throw new Problem('', 'Peran yang pernah dipegang tidak dapat dihapus, karena riwayatnya tetap harus terbaca.')
      await tables.deleteFrom('identity.role').where('id', '=', role.id).execute()
      note({ record: ['role', role.id], before: { name: role.name }, after: {} })
      return goto('/kerja/peran', 'Peran dihapus.')
    }
    if (input.version !== role.version) throw stale(role)
    const grants = chosen(input, ask(roleCatalogue).permissions.map(spec => spec.permission), role)
    for (const grant of grants)
      if (reachIn(role, grant.permission) !== grant.reach && !mayPutIntoRole(who, grant)) throw new Problem(inputOf(grant.permission), 'Wewenang ini melebihi yang Anda pegang sendiri.')
    if (role.code === 'administrator')
      for (const permission of indispensable)
        if (grants.find(grant => grant.permission === permission)?.reach !== reachIn(role, permission)) throw new Problem(inputOf(permission), 'Peran administrator harus tetap dapat mengelola akun dan peran.')
    const { numUpdatedRows } = await tables.updateTable('identity.role').set({ name: input.nama, strong: input.kuat, version: role.version + 1 }).where('id', '=', role.id).where('version', '=', role.version).executeTakeFirstOrThrow()
    if (!numUpdatedRows) throw stale(role)
    await writeGrants(tx, role.id, grants)
    await changed(tx, rolesTopic(government.id))
    note({ record: ['role', role.id], before: { name: role.name, strong: role.strong, ...asFacts(role.grants) }, after: { name: input.nama, strong: input.kuat, ...asFacts(grants) } })
    return goto(`/kerja/peran/${role.id}`, 'Peran disimpan.')
  },
})

const stale = (role: Role) => new Conflict('Orang lain mengubah peran ini sementara Anda mengisi. Bandingkan, lalu simpan lagi.', { version: String(role.version), nama: role.name })

const reachIn = (role: Pick<Role, 'grants'>, permission: string): ReachKind | undefined => role.grants.find(grant => grant.permission === permission)?.reach

const asFacts = (grants: readonly RoleGrant[]) => Object.fromEntries(grants.map(grant => [grant.permission, grant.reach]))

/** The grants the form asks for; those of modules no longer installed stay as they were. */
function chosen(input: Record<string, unknown>, known: readonly RoleGrant['permission'][], role: Role): RoleGrant[] {
  const wanted = known.flatMap((permission): RoleGrant[] => {
    const reach = input[inputOf(permission)]
    if (reach === undefined || reach === '') return []
    if (!reachKinds.includes(reach as ReachKind)) throw new Problem(inputOf(permission), 'Pilih dari daftar')
    return [{ permission, reach: reach as ReachKind }]
  })
  return [...wanted, ...role.grants.filter(grant => !known.includes(grant.permission))]
}
