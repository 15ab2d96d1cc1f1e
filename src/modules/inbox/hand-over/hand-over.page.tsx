import { z } from 'zod'
import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { tellAll } from '#platform/events/events.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { CheckField, CheckList, EmptyState, Form, FormSection, NameList, RadioField, SearchField, Section, TextArea, WorkLayout } from '#ui/index.ts'
import { taskHandedOver } from '../contract.ts'
import { kindWords } from '../task.ts'
import { sittingAt } from '../tell.ts'
import { atOnce, givingOf, leftBehind } from './giving.ts'
import { History, namesOf } from './history.tsx'
import { recipientOf, recipientsIn } from './recipients.ts'
import { handoversOf, insertHandover, moveTasks, toIds, waitingFor } from './store.ts'

const inbox = '/kerja/kotak-masuk'

/** What waits for a person goes to somebody else: choose what, to whom and why, and confirm. What waits at a position stays there. */
const handOver = (path: string) => page({
  path,
  may: 'signed-in',
  query: z.object({ cari: z.string().trim().max(80).optional() }),
  form: z.object({
    tugas: z.union([z.array(z.uuid()), z.uuid().transform(one => [one])], 'Pilih paling sedikit satu tugas'),
    kepada: z.string('Pilih penerima').min(1, 'Pilih penerima'),
    alasan: z.string().trim().min(5, 'Tulis alasannya, paling sedikit 5 huruf').max(500, 'Paling banyak {max} huruf'),
    yakin: z.literal('on', 'Centang bila Anda sudah memeriksanya'),
  }),
  async load(context) {
    const { db, ask, who, query } = context
    const giving = await givingOf(context)
    const reach = who.reach('inbox.office')
    const [tasks, recipients, left, past] = await Promise.all([
      waitingFor(db, giving.giver.id, giving.eyes, atOnce),
      recipientsIn(db, ask, giving.unitId, giving.giver.id, giving.today, query.cari),
      giving.own ? leftBehind(db, who, ask) : [],
      handoversOf(db, who.account!.id, reach, 20),
    ])
    return { ...giving, tasks, recipients, left, past, names: await namesOf(db, ask, past, giving.today) }
  },
  fill: ({ tasks }) => ({ tugas: tasks.map(task => task.id) }),
  view({ data: { giver, own, tasks, recipients, left, past, names }, fields, query }) {
    const search = fieldsOf({ cari: query.cari })
    return (
      <WorkLayout
        title={own ? t('Serahkan tugas') : t('Serahkan tugas {name}', { name: giver.name })}
        lead={own ? t('Untuk yang pindah atau berhenti: tugas atas nama sendiri berpindah ke meja orang lain. Tugas jabatan tidak perlu diserahkan; pemegang berikutnya langsung melihatnya.') : t('Tugas yang ditinggalkan di unit ini. Yang rahasia tidak ikut; hanya pemiliknya dapat menyerahkannya.')}
        breadcrumbs={[{ label: t('Kotak masuk'), href: inbox }, ...(own ? [] : [{ label: t('Serahkan tugas'), href: `${inbox}/serah` }])]}
        width="text"
      >
        {tasks.length === 0 ? (
          <EmptyState title={t('Tidak ada yang perlu diserahkan')}>{t('Tidak ada tugas terbuka atas nama Anda sendiri.')}</EmptyState>
        ) : (
          <>
            <form method="get" role="search">
              <SearchField name="cari" label={t('Cari penerima di unit ini')} placeholder={t('Nama penerima lain di unit ini')} value={search('cari').value} />
            </form>
            <Form fields={fields} submit={t('Serahkan')}>
              <FormSection title={t('1. Yang diserahkan')} hint={tasks.length === atOnce ? t('Ini {n} yang terlama. Serahkan dahulu, lalu ulangi untuk sisanya.', { n: atOnce }) : undefined}>
                <CheckList field={fields('tugas')} label={t('Tugas')} options={tasks.map(task => ({ value: task.id, label: task.title, hint: [t(kindWords[task.kind]), task.from, task.number].filter(Boolean).join(' · ') }))} />
              </FormSection>
              <FormSection title={t('2. Penerima')} hint={t('Ke jabatan: siapa pun pemegangnya. Ke orang: ikut orangnya.')}>
                <RadioField field={fields('kepada')} label={t('Kepada')} required options={[...recipients.positions, ...recipients.people].map(({ value, label }) => ({ value, label }))} />
              </FormSection>
              <FormSection title={t('3. Alasan')}>
                <TextArea field={fields('alasan')} label={t('Alasan')} hint={t('Dibaca penerima dan tersimpan dalam riwayat.')} rows={3} required />
              </FormSection>
              <FormSection title={t('4. Periksa lagi')}>
                <CheckField field={fields('yakin')} label={own ? t('Tugas yang dipilih berpindah ke penerima dan hilang dari meja saya.') : t('Tugas yang dipilih berpindah ke penerima.')} required />
              </FormSection>
            </Form>
          </>
        )}
        {left.length > 0 && (
          <Section title={t('Ditinggalkan pemiliknya')}>
            <NameList items={left.map(({ id, name, count }) => ({ label: name, href: `${inbox}/serah/${id}`, note: t('{n} tugas', { n: count }) }))} />
          </Section>
        )}
        {past.length > 0 && <Section title={t('Riwayat penyerahan')}><History past={past} names={names} /></Section>}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, ask, who, input, note } = context
    const account = who.account!
    const { giver, own, eyes, unitId, today } = await givingOf({ ...context, db: tx })
    const to = await recipientOf(tx, ask, input.kepada, unitId, giver.id, today)
    const moved = await moveTasks(tx, input.tugas, giver.id, to.desk, eyes)
    if (moved.length !== new Set(input.tugas).size) throw new Problem('tugas', 'Sebagian tugas sudah selesai atau berpindah. Muat ulang halaman, lalu periksa lagi.')
    const id = await insertHandover(tx, { unitId, fromAccountId: giver.id, to: to.desk, taskIds: moved.map(task => task.id), reason: input.alasan, by: account.id })
    const values = { n: moved.length, from: giver.name, to: to.label, by: account.name, reason: input.alasan }
    await notify(tx, [...(await sittingAt(tx, ask, [to.desk])).values()].flat(), { text: '{n} tugas {from} diserahkan kepada Anda: {reason}', values, href: inbox })
    await notify(tx, [giver.id], { text: own ? '{n} tugas Anda diserahkan kepada {to}.' : '{n} tugas Anda diserahkan kepada {to} oleh {by}.', values, href: `${inbox}/serah` })
    await tellAll(tx, taskHandedOver, moved.map(({ matter, unitId: theirs }) => ({ matter, unitId: theirs, ...toIds(to.desk) })))
    note({ record: ['inbox-handover', id], after: { from: giver.id, to: input.kepada, tasks: moved.map(task => task.id).join(' '), reason: input.alasan } })
    return goto(own ? inbox : `${inbox}/serah`, '{n} tugas diserahkan kepada {to}.', { n: moved.length, to: to.label })
  },
})

export const handOverPage = handOver('/kerja/kotak-masuk/serah')

/** The same for somebody who has left, by the secretariat. */
export const handOverForPage = handOver('/kerja/kotak-masuk/serah/:id')
