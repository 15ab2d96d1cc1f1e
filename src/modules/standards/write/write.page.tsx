import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { codeLists } from '#modules/code-lists/contract.ts'
import { unitDirectory, type Unit } from '#modules/organisation/contract.ts'
import { WorkLayout } from '#ui/index.ts'
import type { Content } from '../concept.ts'
import { propose, save } from '../lifecycle.ts'
import { listToday, meansOf, standardHere, take } from '../parts/here.ts'
import { validVersion } from '../store.ts'
import { contentOf, filled, form, type Choices } from './content.ts'
import { StandardForm } from './form.tsx'

/** Kinds of units that produce data in their own name. */
const producing: readonly Unit['kind'][] = ['secretariat', 'agency', 'office', 'hospital', 'subdistrict', 'government']

async function choicesFor(context: Pick<Context, 'db' | 'ask'>): Promise<Choices> {
  const [themes, measures, units, lists] = await Promise.all([listToday(context, 'tema-data'), listToday(context, 'ukuran'), listToday(context, 'satuan'), context.ask(codeLists).codeLists(context.db)])
  return { themes, measures, units, lists }
}

/** Units in whose name the person may propose: the own agency first. */
async function officesOf({ ask, government, who }: Pick<Context, 'ask' | 'government' | 'who'>): Promise<Unit[]> {
  const units = await ask(unitDirectory).of(government.id)
  const reach = who.reach('standards.propose')
  const own = units.ancestors(who.account!.unitId).findLast(unit => producing.includes(unit.kind)) ?? units.byId(who.account!.unitId)
  const reached = units.all.filter(unit => (producing.includes(unit.kind) || unit.id === who.account!.unitId) && covers(reach, { unitId: unit.id }))
  return reached.toSorted((a, b) => Number(b === own) - Number(a === own))
}

/** What the audit trail remembers. */
const facts = ({ name, concept, definition, classifications, measure, unit, reference, theme }: Content) => ({ name, concept, definition, classifications: classifications.map(({ label }) => label).join(', '), measure, unit, reference, theme })

/** Proposes a standard, or a newer version of a valid one. */
export const proposePage = page({
  path: '/kerja/standar-data/usul',
  may: 'standards.propose',
  query: z.object({ dari: z.string().max(90).optional().catch(undefined) }),
  form,
  async load(context) {
    const earlier = context.query.dari ? await validVersion(context.db, context.query.dari) : null
    if (context.query.dari && !earlier) throw new NotFound()
    const [choices, offices] = await Promise.all([choicesFor(context), officesOf(context)])
    if (offices.length === 0) throw new Refused('Peran Anda tidak mencakup unit yang dapat mengusulkan standar data.')
    return { earlier, choices, offices }
  },
  fill: ({ earlier, offices }) => ({ as: offices[0]?.id, ...(earlier && { ...filled(earlier), reason: null }) }),
  view: ({ data: { earlier, choices, offices }, fields }) => (
    <WorkLayout title={earlier ? t('Usulkan versi baru') : t('Usulkan standar data')} width="text"
      lead={earlier ? t('Versi {n} dari “{name}” tetap berlaku sampai versi baru ditetapkan.', { n: earlier.version, name: earlier.name }) : t('Diperiksa walidata atau pembina data, lalu ditetapkan untuk dipakai semua produsen data.')}
      breadcrumbs={[{ label: t('Standar data'), href: '/kerja/standar-data' }]}>
      <StandardForm fields={fields} choices={choices} offices={offices} newer={earlier !== null} submit={t('Kirim usulan')} />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, query, note } = context
    const earlier = query.dari ? await validVersion(tx, query.dari) : null
    if (query.dari && !earlier) throw new NotFound()
    const offices = await officesOf(context)
    const office = input.as === undefined ? offices[0] : offices.find(({ id }) => id === input.as)
    if (!office) throw new Problem('as', 'Pilih unit')
    const content = await contentOf(tx, input, await choicesFor(context), earlier, earlier !== null)
    const standard = await propose(tx, meansOf(context), content, { unitId: office.id, by: who.account!.id, of: earlier?.slug ?? null })
    note({ record: ['standard', standard.id], after: { ...facts(content), version: standard.version, step: 'propose' } })
    return goto(`/kerja/standar-data/${standard.id}`, 'Usulan terkirim dan menunggu diperiksa.')
  },
})

/** Changes a proposal; one that was sent back is proposed again. */
export const editPage = page({
  path: '/kerja/standar-data/:id/ubah',
  may: 'standards.propose',
  form,
  async load(context) {
    return { standard: await standardHere(context, context.params.id!, 'save'), choices: await choicesFor(context) }
  },
  fill: ({ standard }) => filled(standard),
  view: ({ data: { standard, choices }, fields }) => (
    <WorkLayout title={t('Ubah usulan')} lead={standard.state === 'returned' && t('Setelah disimpan, usulan ini diperiksa lagi.')} width="text"
      breadcrumbs={[{ label: t('Standar data'), href: '/kerja/standar-data' }, { label: standard.name, href: `/kerja/standar-data/${standard.id}` }]}>
      <StandardForm fields={fields} choices={choices} offices={[]} newer={standard.version > 1} stamp={standard.stamp} submit={standard.state === 'returned' ? t('Kirim lagi') : t('Simpan')} />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, params, note } = context
    const standard = await take(tx, who, params.id!, 'save', input.version)
    const content = await contentOf(tx, input, await choicesFor(context), standard, standard.version > 1)
    await save(tx, meansOf(context), standard, content, who.account!.id)
    note({ record: ['standard', standard.id], before: facts(standard), after: { ...facts(content), step: 'save' } })
    return goto(`/kerja/standar-data/${standard.id}`, standard.state === 'returned' ? 'Usulan terkirim lagi dan menunggu diperiksa.' : 'Perubahan tersimpan.')
  },
})
