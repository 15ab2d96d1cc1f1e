import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { pushTo } from '#platform/push/people.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { ButtonLink, DataTable, DateTime, EmptyState, Form, RadioField, Section, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { membersOf } from '../lists/lists.page.tsx'
import { listById, listsOf } from '../lists/store.ts'
import { insertCall, latestCalls } from '../store.ts'
import { textTo } from '../texting.ts'
import { kindWords } from '../words.ts'

const permission = 'roll-calls.call'
/** People one call reaches. */
const most = 5000
const limits = ['5', '10', '15', '30', '60'] as const

async function unitsOf({ ask, who, government }: Pick<Context, 'ask' | 'who' | 'government'>) {
  const units = await ask(unitDirectory).of(government.id)
  const reach = who.reach(permission)
  const own = who.account!.unitId
  return { units, callable: units.all.filter(unit => covers(reach, { unitId: unit.id })).toSorted((a, b) => Number(b.id === own) - Number(a.id === own)) }
}

/** Asks everyone in a unit whether they are there: one tap, with what is usual filled in. */
export const startPage = page({
  path: '/kerja/panggil',
  may: permission,
  query: z.object({ unit: z.uuid().optional().catch(undefined) }),
  form: z.object({ unit: z.uuid('Pilih unit'), jenis: z.enum(['call', 'meeting', 'apel'], 'Pilih jenis'), menit: z.enum(limits, 'Pilih batas menjawab'), perihal: optionalLine(200) }),
  async load(context) {
    const [{ units, callable }, calls, lists] = await Promise.all([unitsOf(context), latestCalls(context.db, context.who.reach(permission), 20), listsOf(context.db, context.who.account!.id)])
    return { units, callable, calls, lists: lists.filter(({ members }) => members.length > 0) }
  },
  fill: ({ callable, lists }, { query }) => ({ unit: [...callable, ...lists].find(({ id }) => id === query.unit)?.id ?? callable[0]?.id, jenis: 'call', menit: '10' }),
  view: ({ data: { units, callable, calls, lists }, fields }) => (
    <WorkLayout title={t('Panggil hadir')} lead={t('Staf langsung ditanya di ponselnya; Anda melihat siapa yang menjawab.')} width="text" action={<ButtonLink kind="quiet" href="/kerja/panggil/daftar">{t('Daftar saya')}</ButtonLink>}>
      <Form fields={fields} submit={t('Panggil sekarang')}>
        <SelectField field={fields('unit')} label={t('Siapa yang dipanggil')} hint={t('Semua pegawai unit itu dan unit di bawahnya, atau orang di daftar Anda.')} options={[...callable.map(({ id, name }) => ({ value: id, label: name, group: lists.length > 0 ? t('Unit') : undefined })), ...lists.map(({ id, name }) => ({ value: id, label: name, group: t('Daftar saya') }))]} required />
        <RadioField field={fields('jenis')} label={t('Untuk apa')} options={Object.entries(kindWords).map(([value, { label }]) => ({ value, label: t(label) }))} required />
        <SelectField field={fields('menit')} label={t('Batas menjawab')} options={limits.map(value => ({ value, label: t('{n} menit', { n: Number(value) }) }))} required />
        <TextField field={fields('perihal')} label={t('Perihal')} hint={t('Misalnya judul rapat.')} maxlength={200} />
      </Form>
      <Section title={t('Panggilan terakhir')}>
        <DataTable
          caption={t('Panggilan terakhir')}
          rows={calls}
          rowKey={call => call.id}
          empty={<EmptyState title={t('Belum ada panggilan')}>{t('Jawaban setiap panggilan tersimpan di sini.')}</EmptyState>}
          columns={[
            { label: t('Panggilan'), main: true, cell: call => <a href={`/kerja/panggil/${call.id}`}>{call.subject || t(kindWords[call.kind].label)}</a> },
            { label: t('Unit'), cell: call => units.byId(call.unitId)?.name },
            { label: t('Mulai'), cell: call => <DateTime at={call.startedAt} as="full" /> },
            { label: t('Menjawab'), numeric: true, cell: call => `${call.answered}/${call.called}` },
          ]}
        />
      </Section>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, ask, input, hands, note } = context
    const { units, callable } = await unitsOf(context)
    const account = who.account!
    const list = await listById(tx, account.id, input.unit)
    // A call of a list counts for where the caller works.
    const unit = list ? units.byId(account.unitId) : callable.find(({ id }) => id === input.unit)
    if (!unit) throw new Problem('unit', 'Pilih unit dari daftar.')
    const serving = list ? await membersOf(tx, context, list) : (await ask(employees).serving(tx, units.below(unit.id), most)).filter(one => one.accountId !== account.id)
    if (serving.length === 0) throw new Problem('unit', list ? 'Tidak ada lagi orang di daftar ini yang dapat Anda panggil.' : 'Belum ada pegawai lain yang tercatat di unit ini.')
    const subject = input.perihal ?? list?.name ?? ''
    const callees = serving.map(({ id: employeeId, accountId, unitId, name }) => ({ employeeId, accountId, unitId, name }))
    const id = await insertCall(tx, { unitId: unit.id, kind: input.jenis, subject, accountId: account.id, caller: account.title ?? account.name, minutes: Number(input.menit) }, callees)
    const accountIds = serving.flatMap(({ accountId }) => accountId ?? [])
    await notify(tx, accountIds, { text: '{caller} menanyakan kehadiran Anda. Jawab dalam {n} menit.', values: { caller: account.title ?? account.name, n: Number(input.menit) }, href: '/hadir' })
    await pushTo(tx, hands, accountIds, { title: subject || 'Panggil hadir', body: `${account.title ?? account.name} menanyakan kehadiran Anda. Ketuk untuk menjawab.`, href: '/hadir', tag: `hadir-${id}` }, Number(input.menit) * 60)
    await textTo(tx, hands, id, callees)
    note({ record: ['roll-call', id], after: { ...(list ? { list: list.name } : { unit: unit.name }), kind: input.jenis, called: serving.length } })
    return goto(`/kerja/panggil/${id}`, '{n} pegawai dipanggil.', { n: serving.length })
  },
})
