import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { clockIn } from '#platform/time/zone.ts'
import { Button, DateTime, EmptyState, Form, HiddenField, Notice, PhoneTold, SelectField, Stack, TextField, WorkLayout } from '#ui/index.ts'
import { telling } from '#modules/devices/contract.ts'
import { wasShown } from '../screen-code.ts'
import { callById, calleesOf, callsTo, writeAnswer } from '../store.ts'
import { kindWords } from '../words.ts'

/** Calls stay in sight for a while after their limit: a late answer is still one. */
const remembered = 12 * 3_600_000

const notCalled = 'Panggilan ini bukan untuk Anda, atau sudah tidak ada.'

/** My calls, answered with one tap; also without a network. */
export const answerPage = page({
  path: '/hadir',
  may: 'signed-in',
  offline: true,
  query: z.object({ kode: z.string().max(100).optional() }),
  form: z.object({
    panggilan: z.uuid('Pilih panggilan'),
    jawab: z.enum(['here', 'elsewhere', 'vouch'], 'Pilih jawaban'),
    keterangan: optionalLine(300),
    kode: z.string().max(40).optional(),
    rekan: z.uuid().optional().or(z.literal('').transform(() => undefined)),
  }),
  async load({ db, who, now, query, hands, ask }) {
    const accountId = who.account!.id
    const calls = await callsTo(db, accountId, new Date(now.getTime() - remembered))
    const [callId, code] = (query.kode ?? '').split('.')
    const scanned = calls.find(({ id }) => id === callId)
    // Colleagues without an account, for whom somebody who is there may answer.
    const without = new Map(await Promise.all(calls.filter(call => call.answer === 'here' && call.endsAt > now).map(async ({ id }) => [id, (await calleesOf(db, id)).filter(one => one.accountId === null && one.answer === null)] as const)))
    return { publicKey: ask(telling).publicKey, calls, without, scanned: scanned && code && wasShown(hands.secret, scanned.id, code, now) ? { id: scanned.id, code } : null, wrong: query.kode !== undefined && !(scanned && code && wasShown(hands.secret, scanned.id, code, now)) }
  },
  view: ({ data: { calls, without, scanned, wrong, publicKey }, fields }) => (
    <WorkLayout title={t('Panggilan untuk saya')} width="text" islands={['phone-told']}>
      {wrong && <Notice tone="warn"><p>{t('Kode di layar sudah berganti, atau panggilannya bukan untuk Anda. Pindai sekali lagi.')}</p></Notice>}
      {calls.length === 0 && <EmptyState title={t('Tidak ada panggilan')}>{t('Bila atasan menanyakan kehadiran Anda, jawabannya satu ketukan di sini.')}</EmptyState>}
      <Stack>
        {calls.map(call => (
          <section key={call.id}>
            <h2>{call.subject || t(kindWords[call.kind].label)}</h2>
            <p>{call.caller} · <DateTime at={call.startedAt} as="full" /></p>
            {call.answer
              ? <Notice tone="good"><p>{call.answer === 'here' ? t('Anda menjawab: hadir.') : t('Anda menjawab: di tempat lain.')}</p></Notice>
              : (
                <Form fields={fields} actions={<><Button kind="primary" name="jawab" value="here">{t('Saya hadir')}</Button><Button name="jawab" value="elsewhere">{t('Saya di tempat lain')}</Button></>}>
                  <HiddenField name="panggilan" value={call.id} />
                  {scanned?.id === call.id && <HiddenField name="kode" value={scanned.code} />}
                  <TextField field={fields('keterangan')} label={t('Keterangan')} hint={t('Misalnya di mana Anda bertugas.')} maxlength={300} />
                </Form>
              )}
            {(without.get(call.id) ?? []).length > 0 && (
              <Form submit={t('Kuatkan rekan ini')}>
                <HiddenField name="panggilan" value={call.id} />
                <HiddenField name="jawab" value="vouch" />
                <SelectField field={fields('rekan')} label={t('Rekan di dekat Anda yang tidak punya akun')} options={without.get(call.id)!.map(({ employeeId, name }) => ({ value: employeeId, label: name }))} required />
              </Form>
            )}
          </section>
        ))}
      </Stack>
      <PhoneTold publicKey={publicKey} />
    </WorkLayout>
  ),
  async act({ tx, who, government, input, now, arrival, hands, note }) {
    const accountId = who.account!.id
    const call = await callById(tx, input.panggilan)
    if (!call) throw new Problem('', notCalled)
    const answeredAt = arrival?.at ?? now
    const received = { answeredAt, receivedAt: now, vouchedBy: null, remarks: input.keterangan }
    if (input.jawab === 'vouch') {
      const mine = (await calleesOf(tx, call.id)).find(one => one.accountId === accountId)
      if (mine?.answer !== 'here') throw new Problem('', 'Jawab dahulu bahwa Anda sendiri hadir.')
      if (!input.rekan) throw new Problem('rekan', 'Pilih rekan dari daftar.')
      const vouched = await writeAnswer(tx, call.id, { employeeId: input.rekan }, { ...received, answer: 'here', via: 'vouched', vouchedBy: accountId, remarks: null })
      if (vouched === null) throw new Problem('rekan', 'Rekan ini tidak dipanggil.')
      note({ record: ['roll-call', call.id], after: { vouchedFor: input.rekan } })
      return goto('/hadir', 'Kehadiran rekan Anda dicatat dengan nama Anda sebagai penguat.')
    }
    const via = input.kode && wasShown(hands.secret, call.id, input.kode, answeredAt) ? 'screen' : 'tap'
    const written = await writeAnswer(tx, call.id, { accountId }, { ...received, answer: input.jawab, via })
    if (written === null) throw new Problem('', notCalled)
    note({ record: ['roll-call', call.id], after: { answer: input.jawab, via } })
    return goto('/hadir', written ? 'Jawaban Anda tercatat pukul {time}.' : 'Anda sudah menjawab panggilan ini.', { time: clockIn(answeredAt, government.zone) })
  },
})
