import type { z } from 'zod'
import { changed } from '#platform/db/changes.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { dayIn } from '#platform/time/zone.ts'
import { goto, type ActContext, type Goto } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { forgetDevices } from '../devices.ts'
import { grantsTopic } from '../identify.ts'
import { inside } from '../inside.ts'
import { sendInvitation } from '../invite/invitation.ts'
import { mayAssign } from '../roles.ts'
import { endSessions } from '../store.ts'
import type { Tables } from '../tables.ts'
import type { accountSteps } from './account.page.tsx'
import { mayManage } from './policy.ts'
import { accountWithin, addAssignment, endAssignment, heldRoles, rolesOf } from './store.ts'

type Step = z.output<typeof accountSteps>

/** Carries out one step on an account. Every step asks the same policy as the buttons of the page. */
export async function changeAccount(context: ActContext<unknown, Step>): Promise<Goto> {
  const { tx, who, ask, government, params, input, now, note } = context
  const account = await accountWithin(tx, who.reach('identity.manage-accounts'), params.id ?? '')
  if (!account) throw new NotFound()
  const [held, roles, units] = [await heldRoles({ ...context, db: tx }, account.id), await rolesOf(tx), await ask(unitDirectory).of(government.id)]
  const tables = tx.withTables<Tables>()
  const here = `/kerja/akun/${account.id}`
  const record: [string, string] = ['account', account.id]

  if (input.langkah === 'beri') {
    const role = roles.find(one => one.id === input.peran)
    if (account.id === who.account!.id) throw new Refused('Peran Anda diatur oleh administrator lain.')
    if (!role || !units.byId(input.unit) || !mayAssign(who, role.grants, input.unit, units)) throw new Problem('peran', 'Anda tidak dapat memberi peran yang melebihi wewenang Anda sendiri.')
    if (input.sampai && input.sampai < input.mulai) throw new Problem('sampai', 'Tanggal akhir mendahului tanggal mulai.')
    const added = await addAssignment(tx, { accountId: account.id, roleId: role.id, unitId: input.unit, from: input.mulai, to: input.sampai, by: who.account!.id })
    if (!added) throw new Problem('peran', 'Peran ini sudah dipegang di unit itu pada tanggal tersebut.')
    await notify(tx, [account.id], { text: 'Anda menerima peran {role} di {unit}.', values: { role: role.name, unit: units.byId(input.unit)!.name }, href: '/akun' })
    await changed(tx, grantsTopic(account.id))
    note({ record, after: { role: role.code, unit: input.unit, from: input.mulai, to: input.sampai } })
    return goto(here, 'Peran diberikan.')
  }

  if (!mayManage(who, account.id, held, roles, units)) throw new Refused('Orang ini memegang wewenang di luar jangkauan Anda.')

  if (input.langkah === 'cabut') {
    const one = held.find(role => role.id === input.pegangan && !role.position)
    if (!one) throw new Problem('', 'Peran ini sudah tidak dipegang.')
    await endAssignment(tx, one.id, dayIn(now, government.zone))
    await notify(tx, [account.id], { text: 'Peran {role} di {unit} sudah berakhir.', values: { role: one.name, unit: units.byId(one.unitId)?.name ?? '' }, href: '/akun' })
    await changed(tx, grantsTopic(account.id))
    note({ record, before: { role: one.name, unit: one.unitId }, after: {} })
    return goto(here, 'Peran dicabut.')
  }

  if (input.langkah === 'undang') {
    if (account.state !== 'invited') throw new Problem('', 'Akun ini sudah dipakai; undangan tidak diperlukan lagi.')
    await sendInvitation(tx, ask(inside).services, government, context.request.origin, account, who.account!.id)
    note({ record, after: { invitation: 'sent again' } })
    return goto(here, 'Undangan dikirim ke {email}.', { email: account.email })
  }

  if (input.langkah === 'lepas-langkah-kedua') {
    await tables.deleteFrom('identity.two_factor').where('account_id', '=', account.id).execute()
    await tables.deleteFrom('identity.passkey').where('account_id', '=', account.id).execute()
    await tables.updateTable('identity.account').set({ two_factor_enabled: false, updated_at: new Date() }).where('id', '=', account.id).execute()
    // Whoever holds the lost phone may hold a session too.
    await endSessions(tx, account.id)
    await forgetDevices(tx, account.id)
    note({ record, before: { secondFactor: true }, after: { secondFactor: false } })
    return goto(here, 'Langkah kedua dilepas dan semua sesi diakhiri.')
  }

  const known = await tables.selectFrom('identity.credential').select('id').where('account_id', '=', account.id).executeTakeFirst()
  const state = input.langkah === 'nonaktifkan' ? 'inactive' : known ? 'active' : 'invited'
  await tables.updateTable('identity.account').set({ state, updated_at: new Date() }).where('id', '=', account.id).execute()
  if (state === 'inactive') {
    await endSessions(tx, account.id)
    await forgetDevices(tx, account.id)
  }
  await changed(tx, grantsTopic(account.id))
  note({ record, before: { state: account.state }, after: { state } })
  return goto(here, state === 'inactive' ? 'Akun dinonaktifkan dan semua sesinya diakhiri.' : 'Akun aktif lagi.')
}
