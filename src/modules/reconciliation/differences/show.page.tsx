import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Button, DataTable, DateTime, FactList, Form, Muted, Notice, Pager, RadioField, Section, StateBadge, TextArea, TextField, Timeline, WorkLayout } from '#ui/index.ts'
import type { Source } from '../contract.ts'
import { addressOf } from '../parts/here.ts'
import { differenceWords, eventText, fieldText, saidText } from '../parts/words.ts'
import { maySettle } from '../policy.ts'
import { settle, unsettle } from '../settling.ts'
import { differenceAfter } from '../states.ts'
import { comparisonWithin, sourcesOf, stepsOf } from '../store/comparisons.ts'
import { differenceById, pageOfDifferences, takeDifferences, type Choice, type Difference } from '../store/differences.ts'
import { rowsOfItems } from '../store/rows.ts'
import { choiceOf, isValue } from './choosing.ts'

async function differenceHere({ db, who, params }: Pick<Context, 'db' | 'who' | 'params'>) {
  const difference = await differenceById(db, params.difference!)
  const comparison = difference && (await comparisonWithin(db, who.reach('reconciliation.see'), difference.comparisonId))
  if (!difference || !comparison) throw new NotFound()
  return { difference, comparison, sources: await sourcesOf(db, comparison.id) }
}

/** One difference: what each source says, how it is settled, and everything that was decided about it. */
export const differencePage = page({
  path: '/kerja/rekonsiliasi/perbedaan/:difference',
  may: 'reconciliation.see',
  form: z.object({ step: z.enum(['putuskan', 'tarik'], 'Pilih langkah'), choice: z.string().default(''), value: z.string().default(''), why: z.string().trim().max(500, 'Paling banyak {max} huruf').default('') }),
  async load(context) {
    const found = await differenceHere(context)
    const next = pageOfDifferences(context.db, { comparisonId: found.comparison.id, states: ['open', 'asked'], after: found.difference.id, limit: 1 }, context.who.reach('reconciliation.settle'))
    const [rows, steps, units, { items: [following] }] = await Promise.all([rowsOfItems(context.db, [found.difference.itemId]), stepsOf(context.db, found.difference.id), context.ask(unitDirectory).of(context.government.id), next])
    return { ...found, rows, steps, units, following, names: await context.ask(people).named(context.db, [...steps.flatMap(step => step.by ?? []), ...(found.difference.settledBy ? [found.difference.settledBy] : [])]) }
  },
  view({ data: { difference, comparison, sources, rows, steps, units, names, following }, fields, who }) {
    const { field, title, state, values, choice } = difference
    const mine = maySettle(who, difference) && comparison.state === 'open'
    const said = sources.filter(({ id }) => id in values)
    return (
      <WorkLayout title={`${title}: ${fieldText(comparison, field)}`} lead={<StateBadge state={state} states={differenceWords} />} breadcrumbs={[{ label: t('Rekonsiliasi'), href: '/kerja/rekonsiliasi' }, { label: comparison.title, href: addressOf(comparison) }, { label: t('Perbedaan'), href: `${addressOf(comparison)}/perbedaan` }]}>
        <DataTable caption={t('Kata setiap sumber')} rows={said} rowKey={source => source.id} columns={[
          { label: t('Sumber'), main: true, cell: source => <>{source.label}<small>{source.system}</small></> },
          { label: fieldText(comparison, field), cell: source => <>{saidText(field, values[source.id]!.text)}{values[source.id]!.value === null && <Muted> {t('tidak sesuai jenis kolomnya')}</Muted>}</> },
          { label: t('Baris di berkas'), cell: source => rows.filter(row => row.sourceId === source.id).map(row => row.line).join(', ') || '–' },
          { label: t('Per tanggal'), cell: source => source.asOf && <DateTime at={source.asOf} as="short" /> },
        ]} />
        <FactList facts={[
          { label: t('Yang memutuskan'), value: units.byId(difference.ownerId)?.name },
          { label: t('Paling lambat'), value: difference.dueOn && state !== 'settled' && <DateTime at={difference.dueOn} as="full" /> },
          { label: t('Keputusan'), value: choice && choiceText(choice, difference, sources) },
          { label: t('Alasan'), value: difference.why },
          { label: t('Diputuskan oleh'), value: difference.settledBy && names.get(difference.settledBy)?.name },
        ]} />
        {mine && differenceAfter(state, 'settle') && (
          <Form fields={fields} actions={<Button kind="primary" name="step" value="putuskan">{t('Putuskan')}</Button>}>
            <RadioField field={fields('choice')} label={t('Yang berlaku')} required options={[
              ...said.filter(({ id }) => !isValue(difference) || values[id]!.text !== '').map(({ id, label }) => ({ value: `source:${id}`, label: saidText(field, values[id]!.text), hint: t('Kata {source}', { source: label }) })),
              ...(isValue(difference) ? [{ value: 'value', label: t('Nilai lain, saya isi sendiri') }] : []),
              { value: 'both', label: t('Keduanya benar'), hint: t('Misalnya karena tanggalnya berbeda; keduanya tetap ditunjukkan.') },
            ]} />
            {isValue(difference) && <TextField field={fields('value')} label={t('Nilai lain')} maxlength={300} />}
            <TextArea field={fields('why')} label={t('Alasan')} rows={2} maxlength={500} />
          </Form>
        )}
        {mine && differenceAfter(state, 'undo') && <Form fields={fields} actions={<Actions><Button name="step" value="tarik">{t('Tarik keputusan')}</Button></Actions>} />}
        {!mine && (state === 'open' || state === 'asked') && <Notice><p>{t('Diputuskan oleh {unit}.', { unit: units.byId(difference.ownerId)?.name ?? '' })}</p></Notice>}
        {steps.length > 0 && <Section title={t('Riwayat')}><Timeline items={steps.map(step => ({ title: eventText(step.event), at: step.at, who: names.get(step.by ?? '')?.name ?? t('Sistem'), body: [isChoice(step.detail.choice) ? choiceText(step.detail.choice, difference, sources) : '', step.why ?? ''].filter(Boolean).join(' – ') || null }))} /></Section>}
        <Pager older={following && `/kerja/rekonsiliasi/perbedaan/${following.id}`} labels={{ newer: '', older: t('Perbedaan berikutnya') }} />
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, note } = context
    const { difference: seen, comparison, sources } = await differenceHere({ ...context, db: tx })
    const [difference] = await takeDifferences(tx, [seen.id])
    const here = `/kerja/rekonsiliasi/perbedaan/${seen.id}`
    const record: [string, string] = ['reconciliation-difference', seen.id]
    if (!difference || !maySettle(who, difference)) throw new Refused('Perbedaan ini diputuskan unit lain.')
    if (input.step === 'tarik') {
      if (comparison.state === 'finished') throw new Refused('Rekonsiliasi ini sudah diselesaikan. Buka lagi untuk mengubahnya.')
      await unsettle(tx, who.account!.id, difference)
      note({ record, before: { choice: difference.choice, why: difference.why }, after: { state: 'open' } })
      return goto(here, 'Keputusan ditarik. Perbedaan ini terbuka lagi.')
    }
    const choice = choiceOf(input.choice, isValue(difference) ? input.value : '', sources)
    await settle(tx, who, comparison, [difference.id], { choice, why: input.why || null })
    note({ record, before: { state: difference.state, values: difference.values }, after: { choice, why: input.why } })
    return goto(here, 'Diputuskan.')
  },
})

const isChoice = (value: unknown): value is Choice => typeof value === 'object' && value !== null && 'kind' in value

/** How something was settled, in words. */
function choiceText(choice: Choice, { field, values }: Pick<Difference, 'field' | 'values'>, sources: readonly Source[]): string {
  if (choice.kind === 'both') return t('Keduanya benar')
  if (choice.kind === 'value') return choice.text
  const label = sources.find(({ id }) => id === choice.sourceId)?.label ?? ''
  return t('{value}, kata {source}', { value: saidText(field, values[choice.sourceId]?.text ?? ''), source: label })
}
