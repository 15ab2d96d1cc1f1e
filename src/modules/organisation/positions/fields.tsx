import { z } from 'zod'
import type { Db, Tx } from '#platform/db/database.ts'
import { line, optionalId, optionalLine } from '#platform/forms/inputs.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { Problem } from '#platform/web/problems.ts'
import { NumberField, SelectField, TextField, type Option } from '#ui/index.ts'
import type { Post, UnitTree } from '../contract.ts'
import { postsOf } from './store.ts'
import { echelons, postKindNames, postKinds } from './words.ts'

const whole = (min: number, max: number) => z.coerce.number('Isi dengan angka').int('Isi dengan angka bulat').min(min, 'Paling sedikit {min}').max(max, 'Paling banyak {max}')
const orNothing = <T extends z.ZodType>(schema: T) => z.preprocess(value => (typeof value === 'string' && value.trim() ? value.trim() : null), schema.nullable())

/** What a form says about a position. */
export const positionForm = {
  title: line(3, 120, 'Isi nama jabatan, paling sedikit 3 huruf'),
  post_kind: z.enum(postKindNames, 'Pilih jenis jabatan'),
  echelon: orNothing(z.enum(echelons, 'Pilih dari daftar')),
  grade: orNothing(whole(1, 17)),
  code: optionalLine(40),
  rank: whole(1, 999),
  superior: optionalId(),
}
type Input = z.output<z.ZodObject<typeof positionForm>>

/** Positions of the unit itself, of the units above it and of their secretariats: what another one may stand under. */
export const possibleSuperiors = (db: Db | Tx, units: UnitTree, unitId: string): Promise<Post[]> =>
  postsOf(db, units.ancestors(unitId).flatMap(unit => [unit.id, ...units.children(unit.id).filter(({ kind }) => kind === 'secretariat').map(one => one.id)]))

/** The form as a position; refuses a title that stands here already, and a superior that may not be one. */
export async function positionFrom(tx: Tx, units: UnitTree, unitId: string, input: Input, self?: string) {
  const posts = await possibleSuperiors(tx, units, unitId)
  const same = posts.find(post => post.unitId === unitId && post.id !== self && post.title.toLowerCase() === input.title.toLowerCase() && (post.code ?? '') === (input.code ?? ''))
  if (same) throw new Problem('title', 'Jabatan ini sudah ada di unit ini. Beri kode yang berbeda bila memang ada beberapa.')
  if (input.superior && (input.superior === self || !posts.some(post => post.id === input.superior))) throw new Problem('superior', 'Pilih dari daftar')
  return { title: input.title, kind: input.post_kind, echelon: input.echelon, grade: input.grade, code: input.code, rank: input.rank, superiorId: input.superior }
}

/** The fields of a position. */
export function PositionFields({ fields, superiors, units }: { fields: Fields; superiors: readonly Post[]; units: UnitTree }) {
  const options: Option[] = superiors.map(post => ({ value: post.id, label: post.title, group: units.byId(post.unitId)?.shortName }))
  return (
    <>
      <TextField field={fields('title')} label={t('Nama jabatan')} required maxlength={120} />
      <SelectField field={fields('post_kind')} label={t('Jenis jabatan')} empty={t('Pilih jenis jabatan')} required options={postKindNames.map(value => ({ value, label: t(postKinds[value].label) }))} />
      <SelectField field={fields('echelon')} label={t('Eselon')} empty={t('Tidak ada')} options={echelons.map(value => ({ value, label: value }))} />
      <NumberField field={fields('grade')} label={t('Kelas jabatan')} hint={t('Angka 1 sampai 17.')} />
      <SelectField field={fields('superior')} label={t('Atasan')} empty={t('Pimpinan unit')} hint={t('Biarkan “Pimpinan unit” bila langsung di bawahnya; untuk pimpinan sendiri berlaku pimpinan unit di atas.')} options={options} />
      <TextField field={fields('code')} label={t('Kode jabatan')} width="half" maxlength={40} />
      <NumberField field={fields('rank')} label={t('Urutan')} hint={t('Yang kecil tampil lebih atas: 1 untuk pimpinan.')} required />
    </>
  )
}
