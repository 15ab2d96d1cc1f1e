import { z } from 'zod'
import { appendAudit } from '#platform/audit/audit.ts'
import { filePayload, findFile } from '#platform/files/serving.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { day, optionalDay, optionalId, optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, resource, type Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { DateField, FileField, FilterBar, Form, FormSection, Notice, RadioField, TextField, WorkLayout } from '#ui/index.ts'
import { candidates, staffCandidates, type Candidate, type HoldingKind, type StaffCandidate } from '../contract.ts'
import { positionOf, wayTo } from './position.page.tsx'
import { makePosts } from './posts.ts'
import { holdingById } from './store.ts'
import { holdingKinds } from './words.ts'

const form = z.object({
  account: optionalId(),
  person: optionalLine(120),
  nip: z.preprocess(value => (typeof value === 'string' && value.replace(/\s/g, '') ? value.replace(/\s/g, '') : null), z.string().regex(/^\d{18}$/, 'NIP terdiri atas 18 angka').nullable()),
  kind: z.enum(Object.keys(holdingKinds) as [HoldingKind, ...HoldingKind[]], 'Pilih caranya'),
  from: day('Isi tanggal mulai'),
  to: optionalDay(),
  decree_number: optionalLine(120),
  decree_on: optionalDay(),
  reason: optionalLine(300),
})

/** Somebody to be chosen: by account, by file, or by both. */
type Choice = Pick<Candidate, 'name' | 'nip' | 'title' | 'unitId'> & Partial<Pick<StaffCandidate, 'employeeId'>> & { accountId: string | null }

/** People of that name with a file or an account, each once. */
async function choicesOf({ ask }: Pick<Context, 'ask'>, db: Db, text: string): Promise<Choice[]> {
  const [staff, accounts] = await Promise.all([ask(staffCandidates).search(db, text), ask(candidates).search(db, text)])
  return [...staff, ...accounts.filter(({ accountId }) => !staff.some(one => one.accountId === accountId))]
}

/** Whom the form chose, as they are now; the names of an account and of its file agree, and that of the file has the titles. */
async function chosen({ ask }: Pick<Context, 'ask'>, tx: Tx, id: string): Promise<Choice | null> {
  const [file, account] = [await ask(staffCandidates).find(tx, id), await ask(candidates).byId(tx, id)]
  return file ?? account
}

/** Puts a person into a position by decree: somebody with a file or an account, or anybody by name. */
export const appointPage = page({
  path: '/kerja/jabatan/:id/angkat',
  may: 'organisation.manage',
  query: z.object({ q: z.string().trim().max(100).optional() }),
  form,
  files: { decree: { max: 10_000_000, accept: 'any' } },
  async load(context) {
    const found = await positionOf(context)
    if (!found.position.active) throw new NotFound()
    const { db, ask, query } = context
    return { ...found, people: query.q ? await choicesOf({ ask }, db, query.q) : [] }
  },
  fill: ({ people, today }) => ({ kind: 'definitif', from: today, account: people.length === 1 ? (people[0]!.accountId ?? people[0]!.employeeId) : '' }),
  view({ data: { position, unit, units, people }, fields, kept, query }) {
    return (
      <WorkLayout title={t('Angkat pejabat')} lead={position.title} width="text" breadcrumbs={wayTo(unit, position)}>
        <FilterBar search={{ label: t('Cari pegawai atau akun menurut nama atau NIP'), value: query.q, placeholder: t('Nama atau NIP') }} />
        {query.q && people.length === 0 && <Notice><p>{t('Tidak ada pegawai atau akun bernama demikian. Ubah kata carinya, atau tulis namanya di bawah.')}</p></Notice>}
        <Form fields={fields} multipart submit={t('Simpan pejabat')}>
          {people.length > 0 && (
            <RadioField field={fields('account')} label={t('Orang')} hint={t('Yang punya akun mendapat peran jabatan pada hari-hari itu.')} options={[
              ...people.map(one => ({ value: one.accountId ?? one.employeeId ?? '', label: one.name, hint: [one.title, units.byId(one.unitId)?.name, one.accountId ? null : t('tanpa akun')].filter(Boolean).join(' · ') })),
              { value: '', label: t('Bukan salah satunya') },
            ]} />
          )}
          <FormSection title={t('Orang lain')} hint={t('Isi bila orangnya bukan pegawai dan tidak punya akun.')} folded={people.length > 0 && !fields('person').value && !fields('person').error && !fields('nip').error}>
            <TextField field={fields('person')} label={t('Nama pejabat')} hint={t('Lengkap dengan gelar.')} maxlength={120} />
            <TextField field={fields('nip')} label={t('NIP')} width="half" inputmode="numeric" />
          </FormSection>
          <RadioField field={fields('kind')} label={t('Cara memegang jabatan')} required options={Object.entries(holdingKinds).map(([value, { label, hint }]) => ({ value, label: t(label), hint: t(hint) }))} />
          <DateField field={fields('from')} label={t('Mulai')} required />
          <DateField field={fields('to')} label={t('Hari terakhir')} hint={t('Kosongkan bila belum diketahui. Wajib untuk Plt. dan Plh.')} />
          <FormSection title={t('SK')}>
            <TextField field={fields('decree_number')} label={t('Nomor SK')} width="half" maxlength={120} />
            <DateField field={fields('decree_on')} label={t('Tanggal SK')} />
            <FileField field={fields('decree')} label={t('Berkas SK')} accept=".pdf,image/*" kept={kept.decree?.map(file => ({ id: file.id, name: file.name, size: file.bytes }))} />
            <TextField field={fields('reason')} label={t('Alasan')} hint={t('Misalnya “cuti tahunan” untuk Plh.')} maxlength={300} />
          </FormSection>
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, ask, hands, input, files, note } = context
    const { position } = await positionOf({ ...context, db: tx })
    const person = input.account ? await chosen({ ask }, tx, input.account) : null
    if (input.account && !person) throw new Problem('account', 'Orang itu sudah tidak aktif. Cari lagi.')
    if (person?.accountId === who.account!.id) throw new Problem('account', 'Anda tidak dapat mengangkat diri sendiri. Minta petugas lain melakukannya.')
    const name = person?.name ?? input.person
    if (!name || name.length < 3) throw new Problem('person', 'Cari orangnya, atau isi nama pejabat, paling sedikit 3 huruf.')
    const [file] = files.decree ?? []
    const { kind, from, to, decree_number: number, decree_on: on, reason } = input
    await makePosts().appoint(tx, { postId: position.id, kind, name, nip: person ? person.nip : input.nip, accountId: person?.accountId ?? null, employeeId: person?.employeeId ?? null, from, to, decree: { number, on, fileId: file?.id ?? null }, reason })
    if (file) await hands.files.keep(tx, [file.id])
    note({ record: ['position', position.id], after: { position: position.title, holder: name, account: person?.accountId ?? null, employee: person?.employeeId ?? null, kind, from, to, decree: number } })
    return goto(`/kerja/jabatan/${position.id}`, 'Pejabat disimpan.')
  },
})

/** The file of a decree, for those who may manage its unit; it tells of a person, so that it was read is on record. */
export const decreeFile = resource({
  path: '/kerja/jabatan/:id/sk/:holding',
  may: 'organisation.manage',
  async load(context) {
    const { db, who, params, hands } = context
    const { position } = await positionOf(context)
    const holding = await holdingById(db, params.holding!)
    const file = holding?.postId === position.id && holding.decree.fileId ? await findFile(db, holding.decree.fileId) : null
    if (!file) throw new NotFound()
    await db.transaction().execute(tx => appendAudit(tx, { action: 'organisation.manage', accountId: who.account!.id, path: '/kerja/jabatan/:id/sk/:holding', record: ['position', position.id], after: { read: holding!.decree.number ?? file.name } }))
    return filePayload(hands, file)
  },
})
