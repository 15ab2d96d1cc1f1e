import { z } from 'zod'
import { fieldsOf, type Fields } from '#platform/forms/fields.ts'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type ActContext, type Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import { DataTable, EmptyState, Form, Section, SelectField, WorkLayout } from '#ui/index.ts'
import { bookHref, crumbsOf, home, todayOf, unitHere } from '../parts/here.ts'
import { kindName, kindOptions, kindsOn, type Kinds } from '../parts/kinds.ts'
import { mayManage } from '../policy.ts'
import { codeOf, numberingOf, type Pattern, type Rules } from '../rules.ts'
import { keepCode, keepPattern, removePattern, rulesOf } from '../store.ts'
import { wrongWith, type Scope, type Wanted } from './checking.ts'
import { PatternForm } from './form.tsx'
import { nextOf, sampleText, typedQuery, type Sampling, type TypedQuery } from './sampling.ts'

const form = z.object({
  pola: optionalLine(120),
  kode: optionalLine(40),
  seri: z.enum(['unit', 'kind', 'above', 'government'], 'Pilih serinya'),
  ulang: z.enum(['year', 'month']).default('year'),
  version: z.coerce.number().int().default(0),
  langkah: z.enum(['simpan', 'contoh', 'hapus']).default('simpan'),
})
type Input = z.output<typeof form>

interface Loaded extends Sampling {
  unit: Unit | null
  scope: Scope
  kinds: Kinds
  own: Pattern | undefined
}

async function loaded(context: Context<TypedQuery>, found: { unit: Unit | null; units: UnitTree }): Promise<Loaded> {
  const { db, query: { jenis = null } } = context
  const today = todayOf(context)
  const [rules, kinds] = await Promise.all([rulesOf(db, today), kindsOn(db, today)])
  const scope = { unitId: found.unit?.id ?? null, kind: jenis }
  return { ...found, scope, rules, kinds, today, next: await nextOf(context, found.units, scope, today), own: ownOf(rules, scope) }
}

const ownOf = (rules: Rules, { unitId, kind }: Scope) => rules.patterns.find(one => one.unitId === unitId && one.kind === kind)

/** What the form begins with: what was typed for a sample, what was set, or what counts as long as nothing is. */
function filled({ scope, rules, units, own }: Loaded, { pola, kode, seri, ulang }: TypedQuery): Record<string, unknown> {
  const root = units.all.find(unit => unit.parentId === null)!
  const counting = numberingOf(rules, units, scope.unitId ?? root.id, scope.kind)
  const shares = scope.unitId !== null && counting.series.unitId !== scope.unitId
  return {
    pola: pola ?? (own ? own.pattern : shares ? null : counting.pattern),
    seri: seri ?? own?.draws ?? (shares && units.byId(scope.unitId!)?.parentId ? 'above' : 'unit'),
    ulang: ulang ?? own?.resets ?? counting.resets,
    kode: kode ?? (scope.unitId ? codeOf(rules, units, scope.unitId) : null),
    version: own?.version ?? 0,
  }
}

const addressOf = ({ unitId, kind }: Scope): string => `${unitId ? `${home}/${unitId}` : home}/pola${kind ? `?jenis=${kind}` : ''}`

function Setting({ data, fields }: { data: Loaded; fields: Fields }) {
  const { unit, scope, kinds, rules, units, own } = data
  const [typedDraws, typedResets] = [form.shape.seri.safeParse(fields('seri').value), form.shape.ulang.safeParse(fields('ulang').value)]
  const sample = sampleText(data, scope, { pattern: fields('pola').value.trim() || null, draws: typedDraws.data ?? 'unit', resets: typedResets.data ?? 'year', code: fields('kode').value.trim() || null })
  return (
    <WorkLayout title={scope.kind ? t('Pola nomor: {kind}', { kind: kindName(kinds, scope.kind) }) : t('Pola nomor')} lead={unit?.name ?? t('Untuk semua unit yang tidak mengatur polanya sendiri.')} width="text" breadcrumbs={crumbsOf(unit ?? undefined)} islands={['number-sample']}>
      <PatternForm fields={fields} scope={scope} parent={unit?.parentId ? (units.byId(unit.parentId) ?? null) : null} version={own?.version ?? 0} removable={Boolean(own)} sample={sample} />
      <Section title={t('Pola yang diatur di sini')}>
        <DataTable caption={t('Pola yang diatur di sini')} rows={rules.patterns.filter(one => one.unitId === scope.unitId)} rowKey={one => one.id} columns={[
          { label: t('Jenis'), main: true, cell: one => <a href={addressOf(one)}>{one.kind ? kindName(kinds, one.kind) : t('Semua jenis')}</a> },
          { label: t('Pola'), cell: one => one.pattern ?? t('Pola unit induk') },
          { label: t('Nomor berikutnya'), cell: one => sampleText(data, one, { ...one, code: null }) },
        ]} empty={<EmptyState title={t('Belum ada')}>{t('Selama belum diatur, berlaku pola yang lebih umum.')}</EmptyState>} />
      </Section>
      <Section title={t('Pola untuk satu jenis naskah')}>
        <Form method="get" action={addressOf({ ...scope, kind: null })} submit={t('Atur jenis ini')}>
          <SelectField field={fieldsOf({ jenis: scope.kind })('jenis')} label={t('Jenis naskah')} options={kindOptions(kinds, scope.kind)} empty={t('Semua jenis')} />
        </Form>
      </Section>
    </WorkLayout>
  )
}

async function act(context: ActContext<TypedQuery, Input>, found: { unit: Unit | null; units: UnitTree }) {
  const { tx, input, note } = context
  const data = await loaded({ ...context, db: tx }, found)
  const { scope, own, rules, units, today } = data
  if (input.langkah === 'contoh') {
    const typed = new URLSearchParams({ ...(scope.kind ? { jenis: scope.kind } : {}), pola: input.pola ?? '', kode: input.kode ?? '', seri: input.seri, ulang: input.ulang })
    return goto(`${addressOf({ ...scope, kind: null })}?${typed}`)
  }
  if (input.version !== (own?.version ?? 0)) throw changedMeanwhile(own)
  const record: [string, string] = ['number-pattern', scope.unitId ?? context.government.id]
  if (input.langkah === 'hapus') {
    if (!own) throw new NotFound()
    const without = { ...rules, patterns: rules.patterns.filter(one => one !== own) }
    await removePattern(tx, own.id)
    note({ record, before: { kind: own.kind, pattern: own.pattern, draws: own.draws, resets: own.resets }, after: {} })
    return goto(addressOf(scope), 'Pola dihapus. Sekarang berlaku {pattern}.', { pattern: numberingOf(without, units, scope.unitId ?? units.all[0]!.id, scope.kind).pattern })
  }
  const wanted = wantedOf(data, input)
  const wrong = wrongWith(rules, units, scope, wanted, today)
  if (wrong.length > 0) throw Problem.all(wrong)
  if (!(await keepPattern(tx, { ...scope, ...wanted, version: input.version }))) throw changedMeanwhile(own)
  if (scope.unitId && scope.kind === null) await keepCode(tx, scope.unitId, wanted.code)
  note({ record, before: own && { kind: own.kind, pattern: own.pattern, draws: own.draws, resets: own.resets }, after: { kind: scope.kind, ...wanted } })
  return goto(scope.unitId ? bookHref({ unitId: scope.unitId, kind: null }) : addressOf(scope), 'Pola disimpan. Nomor yang sudah diberikan tidak berubah.')
}

const changedMeanwhile = (own: Pattern | undefined) => new Conflict('Orang lain mengubah pola ini lebih dahulu. Isian Anda masih ada di bawah. Simpan sekali lagi untuk memakai isian Anda.', { pola: own?.pattern ?? '', version: String(own?.version ?? 0) })

/** What was typed; a code that is the one made of the unit's name is not kept. */
function wantedOf({ scope, rules, units }: Loaded, { pola, seri, ulang, kode }: Input): Wanted {
  const made = scope.unitId && codeOf({ codes: new Map() }, units, scope.unitId)
  const code = scope.unitId === null ? null : scope.kind !== null ? (rules.codes.get(scope.unitId) ?? null) : kode === made ? null : kode
  return { pattern: pola, draws: fitting(scope, seri, units), resets: ulang, code }
}

/** The series that was chosen. @throws Problem for one that this place does not offer */
function fitting({ unitId, kind }: Scope, chosen: Wanted['draws'], units: UnitTree): Wanted['draws'] {
  const offered = chosen === 'unit' || (chosen === 'kind' && kind !== null) || (chosen === 'above' && unitId !== null && units.byId(unitId)?.parentId) || (chosen === 'government' && unitId === null)
  if (!offered) throw new Problem('seri', 'Pilih serinya')
  return chosen
}

/** How the numbers of one unit look, and which series they are drawn from. */
export const unitPatternPage = page({
  path: `${home}/:unit/pola`,
  may: 'numbering.manage',
  query: typedQuery,
  form,
  load: async (context): Promise<Loaded> => loaded(context, await unitHere(context, 'manage')),
  fill: (data, { query: typed }) => filled(data, typed),
  view: ({ data, fields }) => <Setting data={data} fields={fields} />,
  act: async context => act(context, await unitHere(context, 'manage')),
})

async function everywhere({ ask, government, who }: Pick<Context, 'ask' | 'government' | 'who'>): Promise<{ unit: null; units: UnitTree }> {
  if (!mayManage(who, null)) throw new Refused('Pola ini berlaku untuk seluruh pemerintah daerah; peran Anda hanya untuk sebagian unit.')
  return { unit: null, units: await ask(unitDirectory).of(government.id) }
}

/** How numbers look where a unit sets nothing of its own. */
export const governmentPatternPage = page({
  path: `${home}/pola`,
  may: 'numbering.manage',
  query: typedQuery,
  form,
  load: async (context): Promise<Loaded> => loaded(context, await everywhere(context)),
  fill: (data, { query: typed }) => filled(data, typed),
  view: ({ data, fields }) => <Setting data={data} fields={fields} />,
  act: async context => act(context, await everywhere(context)),
})
