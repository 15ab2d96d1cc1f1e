import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import { seats, tasks, type Task } from '#modules/inbox/contract.ts'
import { Form, RadioField, TextField, WorkLayout } from '#ui/index.ts'
import { letters } from '../contract.ts'
import { saidTitle, titleOf } from '../letter.ts'
import { readable } from '../letters.ts'

/** Open tasks that this person may end by saying that nothing more is to be done: at their positions, or at an office they keep. */
export async function closable({ ask, who, db, government, now }: Pick<Context, 'ask' | 'who' | 'government' | 'now' | 'db'>, on: Db | Tx, id: string): Promise<Task[]> {
  const open = (await ask(tasks).of(on, { matter: { kind: 'letter', id }, kinds: ['incoming'] })).filter(({ doneAt }) => doneAt === null)
  if (open.length === 0) return []
  const held = new Set((await ask(seats).of({ db, who, government, now })).map(({ postId }) => postId))
  const reach = who.reach('correspondence.office')
  return open.filter(({ desk }) => ('postId' in desk ? held.has(desk.postId) : 'officeId' in desk ? Boolean(reach?.government || reach?.units.has(desk.officeId)) : desk.accountId === who.account?.id))
}

/** Says that a letter that came in needs nothing more. */
export const closePage = page({
  path: '/kerja/surat/:id/selesai',
  may: 'signed-in',
  form: z.object({ outcome: z.enum(['done', 'noted'], 'Pilih apa yang sudah dilakukan'), remarks: optionalLine(500) }),
  async load(context) {
    const letter = await readable(context, context.params.id!)
    if ((await closable(context, context.db, letter.id)).length === 0) throw new Refused('Surat ini tidak menunggu tindakan Anda.')
    return letter
  },
  view: ({ data: letter, fields }) => (
    <WorkLayout title={t('Selesaikan surat')} lead={saidTitle(titleOf(letter))} width="text" breadcrumbs={[{ label: t('Surat'), href: '/kerja/surat' }, { label: letter.number ?? t('Surat'), href: `/kerja/surat/${letter.id}` }, { label: t('Selesaikan surat') }]}>
      <Form fields={fields} submit={t('Selesaikan')}>
        <RadioField field={fields('outcome')} label={t('Yang sudah dilakukan')} required options={[{ value: 'done', label: t('Sudah ditindaklanjuti') }, { value: 'noted', label: t('Cukup diketahui') }]} />
        <TextField field={fields('remarks')} label={t('Keterangan')} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, ask, who, params, input, note } = context
    const letter = await ask(letters).take(tx, params.id!)
    if (!letter || !(await ask(letters).visible(context, [letter.id])).has(letter.id)) throw new NotFound()
    const open = await closable(context, tx, letter.id)
    if (open.length === 0) throw new Refused('Surat ini tidak menunggu tindakan Anda.')
    const by = who.account!.id
    for (const task of open) {
      await ask(tasks).end(tx, { matter: task.matter, kinds: ['incoming'], desk: task.desk }, by, input.outcome)
      await ask(letters).close(tx, letter.id, task.unitId, input.outcome, by)
    }
    const post = open.flatMap(({ desk }) => ('postId' in desk ? [desk.postId] : []))[0]
    await ask(letters).step(tx, letter.id, { event: input.outcome === 'done' ? 'Surat selesai ditindaklanjuti' : 'Surat cukup diketahui', by, postId: post ?? null, remarks: input.remarks })
    note({ record: ['letter', letter.id], after: { outcome: input.outcome } })
    return goto(`/kerja/surat/${letter.id}`, 'Surat diselesaikan.')
  },
})
