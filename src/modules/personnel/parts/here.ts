import type { Permission, Reach } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Refused } from '#platform/web/problems.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import type { Crumb, Option } from '#ui/index.ts'
import { fullName, type File } from '../employee.ts'
import { mayManage } from '../policy.ts'
import { employeeWithin } from '../store.ts'

/** The file a page is about, within the reach of its permission; a stranger's answers as if there were none. */
export async function fileHere({ db, who, params }: Pick<Context, 'db' | 'who' | 'params'>, permission: Permission): Promise<File> {
  const file = await employeeWithin(db, who.reach(permission), params.id ?? '')
  if (!file) throw new NotFound()
  return file
}

/** Takes a file for changing it, as it was when the form was opened. */
export async function takeFile(tx: Tx, { who, params }: Pick<Context, 'who' | 'params'>, version?: number): Promise<File> {
  const file = await employeeWithin(tx, who.reach('personnel.manage'), params.id ?? '', true)
  if (!file) throw new NotFound()
  if (!mayManage(who, file)) throw new Refused('Berkas sendiri diubah lewat usulan, yang diperiksa orang lain.')
  if (version !== undefined && version !== file.version) throw new Conflict('Orang lain mengubah berkas ini sementara Anda mengisi. Periksa lagi isinya, lalu simpan.', { version: String(file.version) })
  return file
}

/** Today where the government is. */
export const todayOf = ({ now, government }: Pick<Context, 'now' | 'government'>): string => dayIn(now, government.zone)

/** Pages about a person lead back to the list and to the person. */
export const crumbsOf = (file?: File): Crumb[] => [{ label: t('Pegawai'), href: '/kerja/pegawai' }, ...(file ? [{ label: fullName(file), href: `/kerja/pegawai/${file.id}` }] : [])]

/** Units within a reach to choose from, under the part of the government they belong to. */
export function unitOptions(units: UnitTree, reach: Reach | null): Option[] {
  return units.all
    .filter(unit => reach?.government || reach?.units.has(unit.id))
    .map(unit => {
      const [, part] = units.ancestors(unit.id)
      return { value: unit.id, label: unit.name, group: part && part.id !== unit.id ? part.name : undefined }
    })
    .toSorted((a, b) => (a.group ?? '').localeCompare(b.group ?? '') || a.label.localeCompare(b.label))
}
