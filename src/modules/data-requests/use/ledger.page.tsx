import { z } from 'zod'
import { changed } from '#platform/db/changes.ts'
import { line } from '#platform/forms/inputs.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Button, DataTable, DateTime, Disclosure, EmptyState, Form, HiddenField, Section, TextField, WorkLayout } from '#ui/index.ts'
import { accessesOf, revokeAccess, usesOf } from '../grants.ts'
import { boardTopic, meansOf } from '../lifecycle.ts'
import { tellCitizen } from '../letters.ts'
import { AccessList } from '../parts/accesses.tsx'
import { requestHere } from '../parts/here.ts'
import { degreeWords, useWords } from '../parts/words.ts'
import { mayReadLedger, mayRevoke } from '../policy.ts'
import { insertStep, requestById } from '../store.ts'

/** Who used what was given, when and for what; here the holder takes it back. */
export const ledgerPage = page({
  path: '/kerja/permintaan-data/:id/pemakaian',
  may: 'data-requests.read',
  form: z.object({ access: z.uuid('Pilih izin'), reason: line(5, 1000, 'Tulis mengapa izin dicabut') }),
  async load(context) {
    const { db, ask, government } = context
    const request = await requestHere(context)
    if (!mayReadLedger(context.who, request)) throw new NotFound()
    const [units, dataset, accesses, uses] = await Promise.all([ask(unitDirectory).of(government.id), request.datasetId ? ask(catalogue).byId(db, request.datasetId) : null, accessesOf(db, request.id), usesOf(db, request.id, 200)])
    const [names, tables] = await Promise.all([
      ask(people).named(db, uses.flatMap(use => use.accountId ?? [])),
      dataset ? ask(catalogue).releases(db, dataset.id, 'earlier').then(releases => ask(catalogue).resources(db, releases.map(({ id }) => id))) : new Map<string, { id: string; name: string }[]>(),
    ])
    return { request, units, dataset, accesses, uses, names, today: todayOf(context), tableNames: new Map([...tables.values()].flat().map(one => [one.id, one.name])) }
  },
  view({ data: { request, units, dataset, accesses, uses, names, today, tableNames }, who, fields }) {
    const revocable = accesses.filter(access => mayRevoke(who, access, today))
    const what = (detail: string | null) => (detail ? `${tableNames.get(detail.slice(0, 36)) ?? ''}${tableNames.has(detail.slice(0, 36)) ? detail.slice(36) : detail}` : '')
    return (
      <WorkLayout title={t('Buku pemakaian')} lead={`${request.code}. ${request.subject}`} breadcrumbs={[{ label: t('Permintaan data'), href: '/kerja/permintaan-data' }, { label: request.code, href: `/kerja/permintaan-data/${request.id}` }]}>
        <AccessList accesses={accesses} dataset={dataset} today={today} who={who} />
        {revocable.map(access => (
          <Disclosure key={access.id} title={t('Cabut izin: {degree}', { degree: t(degreeWords[access.degree]) })} level={2}>
            <Form fields={fields('access').value === access.id ? fields : undefined} actions={<Button kind="danger">{t('Cabut sekarang')}</Button>}>
              <HiddenField name="access" value={access.id} />
              <TextField field={fields('reason')} label={t('Mengapa dicabut')} hint={t('Pemohon membacanya. Pemakaian berhenti saat itu juga.')} required maxlength={1000} />
            </Form>
          </Disclosure>
        ))}
        <Section title={t('Pemakaian')}>
          <DataTable caption={t('Pemakaian')} rows={uses} rowKey={use => use.id} columns={[
            { label: t('Kapan'), main: true, cell: use => <DateTime at={use.at} as="full" /> },
            { label: t('Siapa'), cell: use => (use.accountId ? names.get(use.accountId)?.name : t('Warga pemohon')) },
            { label: t('Perangkat daerah'), cell: use => use.unitId && units.byId(use.unitId)?.shortName },
            { label: t('Cara'), cell: use => t(useWords[use.what]) },
            { label: t('Apa'), cell: use => what(use.detail) },
            { label: t('Untuk apa'), cell: use => use.purpose },
            { label: t('Baris'), numeric: true, cell: use => use.rows !== null && number(use.rows) },
          ]} empty={<EmptyState title={t('Belum pernah dipakai')}>{t('Setiap kali data dibuka, ditanya, atau diunduh, satu baris tertulis di sini untuk selamanya.')}</EmptyState>} />
        </Section>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, params, who, note, government } = context
    const request = await requestById(tx, params.id!, true)
    const access = request && (await accessesOf(tx, request.id, true)).find(({ id }) => id === input.access)
    if (!request || !access || !mayReadLedger(who, access)) throw new NotFound()
    const means = meansOf(context)
    if (!mayRevoke(who, access, means.today)) throw new Refused('Izin ini tidak dapat Anda cabut.')
    await revokeAccess(tx, access.id, means.today, means.by, input.reason)
    await insertStep(tx, request.id, { event: 'revoke', level: request.level, on: means.today, dueOn: null, remark: input.reason, by: means.by })
    await changed(tx, boardTopic(government.id))
    if (request.accountId) await notify(tx, [request.accountId], { text: 'Izin memakai data ({code}) dicabut: {reason}', values: { code: request.code, reason: input.reason }, href: `/kerja/permintaan-data/${request.id}` })
    await tellCitizen(tx, means, request)
    note({ record: ['data-access', access.id], after: { revokedOn: means.today, reason: input.reason } })
    return goto(`/kerja/permintaan-data/${request.id}/pemakaian`, 'Izin dicabut. Pemohon diberi tahu.')
  },
})
