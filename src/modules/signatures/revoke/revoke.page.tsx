import { z } from 'zod'
import { tell } from '#platform/events/events.ts'
import { paragraphs } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import { letters, letterWithdrawn, type Letter } from '#modules/correspondence/contract.ts'
import { seats, tasks } from '#modules/inbox/contract.ts'
import { numbers } from '#modules/numbering/contract.ts'
import { Form, Notice, TextArea, WorkLayout } from '#ui/index.ts'
import { signaturesOf } from '../store.ts'

type Here = Pick<Context, 'ask' | 'who' | 'government' | 'now'> & { db: Db }

/** The position from which this person may take a signed letter back: the one that signed it, while they are in charge of it. */
export async function revokerOf(context: Here, letter: Letter): Promise<string | null> {
  if (letter.state !== 'signed' && letter.state !== 'sent') return null
  const signature = (await signaturesOf(context.db, [letter.id])).get(letter.id)
  if (!signature) return null
  return (await context.ask(seats).of(context)).some(({ postId, inCharge }) => inCharge && postId === signature.postId) ? signature.postId : null
}

const refusal = 'Surat hanya dicabut oleh pejabat yang memegang jabatan penanda tangannya.'

/** Takes a signed letter back: it stays, with its number, marked everywhere as withdrawn, and all who have it are told. */
export const revokePage = page({
  path: '/kerja/surat/:id/cabut',
  may: 'signed-in',
  form: z.object({ reason: paragraphs(5, 500, 'Tulis alasan pencabutan') }),
  async load(context) {
    const letter = await context.ask(letters).readable(context, context.params.id!)
    if (!(await revokerOf(context, letter))) throw new Refused(refusal)
    return letter
  },
  view: ({ data: letter, fields }) => (
    <WorkLayout title={t('Cabut surat')} lead={letter.subject} width="text" breadcrumbs={[{ label: t('Surat'), href: '/kerja/surat' }, { label: letter.number ?? letter.subject, href: `/kerja/surat/${letter.id}` }, { label: t('Cabut surat') }]}>
      <Notice tone="warn"><p>{t('Surat tetap tersimpan dengan nomornya, tetapi di halaman periksa dan bagi semua penerima tercatat dicabut. Ini tidak dapat dibatalkan.')}</p></Notice>
      <Form fields={fields} submit={t('Cabut surat')}>
        <TextArea field={fields('reason')} label={t('Alasan')} required />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, ask, who, params, input, note } = context
    const letter = await ask(letters).take(tx, params.id!)
    if (!letter || !(await ask(letters).visible(context, [letter.id])).has(letter.id)) throw new NotFound()
    const postId = await revokerOf({ ...context, db: tx }, letter)
    if (!postId) throw new Refused(refusal)
    const by = who.account!.id
    const matter = { kind: 'letter', id: letter.id } as const
    const number = (await ask(numbers).ofMatter(tx, [letter.id])).get(letter.id)
    if (number) await ask(numbers).cancel(tx, number.id, input.reason.slice(0, 300), by)
    await ask(letters).change(tx, letter.id, { state: 'cancelled' })
    await ask(letters).step(tx, letter.id, { event: 'Surat dicabut', by, postId, remarks: input.reason })
    await tell(tx, letterWithdrawn, { letterId: letter.id, unitId: letter.unitId })
    // Whoever got it hears of it at the desk where it lay.
    const given = (await ask(tasks).of(tx, { matter, kinds: ['incoming', 'copy'] }))
    await ask(tasks).end(tx, { matter, kinds: ['incoming', 'copy', 'send'] }, by, 'withdrawn')
    for (const { unitId } of await ask(letters).receipts(tx, letter.id)) await ask(letters).close(tx, letter.id, unitId, 'noted', by)
    const desks = new Map(given.map(task => [JSON.stringify(task.desk), task]))
    await ask(tasks).put(tx, [...desks.values()].map(({ desk, unitId, title, from, number: shown, href, confidential }) => ({
      kind: 'copy', desk, unitId, matter, title, from, number: shown, href, confidential, note: { text: 'Dicabut oleh pengirimnya: {title}', values: { title } },
    })))
    note({ record: ['letter', letter.id], before: { state: letter.state }, after: { state: 'cancelled' } })
    return goto(`/kerja/surat/${letter.id}`, 'Surat dicabut. Semua penerima diberi tahu.')
  },
})
