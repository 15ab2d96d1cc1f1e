import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type ActContext } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { addressWith, Button, DataTable, DateTime, EmptyState, FilterBar, Form, HiddenField, Pager, RadioField } from '#ui/index.ts'
import type { Row } from '../comparison.ts'
import type { Source } from '../contract.ts'
import { decide, part } from '../deciding.ts'
import { ComparisonFrame } from '../parts/frame.tsx'
import { addressOf, comparisonWithSources, takeManaged } from '../parts/here.ts'
import { reasonWords } from '../parts/words.ts'
import { mayManage } from '../policy.ts'
import { progressOf } from '../store/comparisons.ts'
import { pairPage, questionPage, type Pair } from '../store/pairs.ts'
import { rowsByIds } from '../store/rows.ts'

const shown = { questions: 10, pairs: 30 } as const
const kept = { pasti: 'sure', dipastikan: 'confirmed', bukan: 'rejected' } as const

const query = z.object({ keadaan: z.enum(['pasti', 'dipastikan', 'bukan']).optional().catch(undefined), setelah: z.string().max(80).regex(/^[0-9a-f.-]+$/).optional().catch(undefined) })
type Query = z.output<typeof query>

const form = z.looseObject({ step: z.enum(['simpan', 'tarik', 'pisah'], 'Pilih langkah').default('simpan'), pair: z.string().optional() })
type Input = z.output<typeof form>

const isId = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f-]{36}$/.test(text)

/** Rows whose like a person has to confirm, several at a time; and what was matched, with why. */
export const pairsPage = page({
  path: '/kerja/rekonsiliasi/:id/padanan',
  may: 'reconciliation.see',
  query,
  form,
  async load(context) {
    const { db, query: { keadaan, setelah }, ask } = context
    const { comparison, sources } = await comparisonWithSources(context)
    const after = keadaan || isId(setelah) ? setelah : undefined
    const found = keadaan ? await pairPage(db, comparison.id, kept[keadaan], { after, limit: shown.pairs }) : await questionPage(db, comparison.id, { after, limit: shown.questions })
    const [rows, progress, names] = await Promise.all([rowsByIds(db, found.pairs.flatMap(({ leftId, rightId }) => [leftId, rightId])), progressOf(db, comparison.id), ask(people).named(db, found.pairs.flatMap(pair => pair.decidedBy ?? []))])
    return { comparison, sources, progress, rows, names, ...found }
  },
  view({ data: { comparison, sources, progress, rows, names, pairs, next }, fields, who, query: { keadaan, setelah }, request }) {
    const here = `${addressOf(comparison)}/padanan`
    const manages = mayManage(who, comparison) && comparison.state === 'open'
    const view = (label: string, value?: string) => ({ label, href: value ? `${here}?keadaan=${value}` : here, current: keadaan === value })
    return (
      <ComparisonFrame comparison={comparison} progress={progress} here="pairs" title={t('Padanan')} lead={t('Yang kodenya sama, atau yang namanya persis sama dan tidak ada kembarannya, dipadankan sendiri. Selebihnya Anda yang memastikan.')}>
        <FilterBar quick={[view(t('Menunggu jawaban')), view(t('Pasti'), 'pasti'), view(t('Dipastikan orang'), 'dipastikan'), view(t('Bukan yang sama'), 'bukan')]} />
        {keadaan
          ? <Decided pairs={pairs} rows={rows} sources={sources} manages={manages} nameOf={id => names.get(id ?? '')?.name ?? ''} />
          : pairs.length === 0
            ? <EmptyState title={t('Tidak ada yang perlu dipastikan')}>{t('Semua baris sudah berpadanan, atau memang hanya ada di satu sumber.')}</EmptyState>
            : (
              <Form fields={fields} submit={manages ? t('Simpan jawaban') : undefined}>
                {[...Map.groupBy(pairs, pair => pair.rightId)].map(([rightId, among]) => {
                  const row = rows.get(rightId)!
                  return (
                    <RadioField key={rightId} field={fields(`p_${rightId}`)} label={nameOf(row, sources)} hint={t('Sama dengan yang mana?')} required options={[
                      ...among.map(pair => ({ value: pair.leftId, label: nameOf(rows.get(pair.leftId)!, sources), hint: whyOf(pair) })),
                      { value: 'bukan', label: t('Bukan salah satunya') },
                    ]} />
                  )
                })}
              </Form>
            )}
        <Pager newer={setelah ? addressWith(request.url, {}) : null} older={next && addressWith(request.url, { setelah: next })} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </ComparisonFrame>
    )
  },
  async act(context) {
    const { input, request } = context
    return input.step === 'simpan' ? answered(context) : parted(context, input.step === 'tarik' ? 'undo' : 'reject', request.url)
  },
})

async function answered(context: ActContext<Query, Input>) {
  const { tx, who, input, note } = context
  const comparison = await takeManaged(tx, context)
  const answers = Object.entries(input).flatMap(([name, value]) => (name.startsWith('p_') && isId(name.slice(2)) && (isId(value) || value === 'bukan') ? [{ rightId: name.slice(2), leftId: value === 'bukan' ? null : String(value) }] : []))
  if (answers.length === 0) throw new Problem('', 'Jawab paling sedikit satu baris.')
  // More than one page holds comes from no form of ours.
  if (answers.length > shown.questions * 2) throw new Problem('', 'Terlalu banyak jawaban sekaligus.')
  for (const { rightId, leftId } of answers) await decide(tx, comparison, rightId, leftId, who.account!.id)
  note({ record: ['reconciliation', comparison.id], after: { answers } })
  return goto(`${addressOf(comparison)}/padanan`, '{n, plural, one {# jawaban} other {# jawaban}} disimpan.', { n: answers.length })
}

async function parted(context: ActContext<Query, Input>, event: 'undo' | 'reject', back: string) {
  const { tx, who, input, note } = context
  const comparison = await takeManaged(tx, context)
  const [leftId, rightId] = (input.pair ?? '').split('.')
  if (!isId(leftId) || !isId(rightId)) throw new Problem('', 'Pilih dari daftar')
  await part(tx, comparison, { leftId, rightId }, event, who.account!.id)
  note({ record: ['reconciliation', comparison.id], after: { [event]: { leftId, rightId } } })
  return goto(back, event === 'undo' ? 'Jawaban ditarik; barisnya ditanyakan lagi.' : 'Dipisahkan. Keduanya kini berdiri sendiri.')
}

const sourceOf = (row: Row, sources: readonly Source[]) => sources.find(({ id }) => id === row.sourceId)?.label ?? ''
const nameOf = (row: Row, sources: readonly Source[]) => [row.name, row.code, row.place, sourceOf(row, sources)].filter(text => text !== '').join(' · ')

/** Why two rows may be the same, and what speaks against it. */
function whyOf({ score, reasons }: Pick<Pair, 'score' | 'reasons'>): string {
  const said = (against: boolean) => reasons.filter(reason => Boolean(reasonWords[reason].against) === against).map(reason => t(reasonWords[reason].label)).join(', ')
  const [speaks, doubts] = [said(false), said(true)]
  return [t('Kemiripan {share}', { share: `${Math.round(score * 100)}%` }), speaks, doubts && t('tetapi {doubts}', { doubts })].filter(Boolean).join('; ')
}

function Decided({ pairs, rows, sources, manages, nameOf: personOf }: { pairs: readonly Pair[]; rows: ReadonlyMap<string, Row>; sources: readonly Source[]; manages: boolean; nameOf: (id: string | null) => string }) {
  const sure = pairs[0]?.state === 'sure'
  const table = (
    <DataTable caption={t('Padanan')} rows={pairs} rowKey={pair => pair.leftId + pair.rightId} empty={<EmptyState title={t('Belum ada')}>{t('Padanan muncul setelah berkas dari dua sumber dibawa masuk.')}</EmptyState>} columns={[
      { label: t('Baris'), main: true, cell: pair => <>{nameOf(rows.get(pair.rightId)!, sources)}<small>{nameOf(rows.get(pair.leftId)!, sources)}</small></> },
      { label: t('Alasan'), cell: whyOf },
      { label: t('Oleh'), cell: pair => pair.decidedBy && pair.decidedAt && <>{personOf(pair.decidedBy)}, <DateTime at={pair.decidedAt} as="short" /></> },
      ...(manages ? [{ label: t('Tindakan'), quiet: true, cell: (pair: Pair) => <Button kind="plain" name="pair" value={`${pair.leftId}.${pair.rightId}`} about={rows.get(pair.rightId)!.name}>{sure ? t('Pisahkan') : t('Tarik')}</Button> }] : []),
    ]} />
  )
  return manages && pairs.length > 0 ? <Form wide><HiddenField name="step" value={sure ? 'pisah' : 'tarik'} />{table}</Form> : table
}
