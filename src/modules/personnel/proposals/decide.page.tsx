import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { goto, page } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Button, ButtonLink, DateTime, Diff, FactList, Form, Section, TextArea, WorkLayout } from '#ui/index.ts'
import { take, words } from '#ui/part/part.ts'
import type { File } from '../employee.ts'
import { todayOf } from '../parts/here.ts'
import { listsOn, type Lists } from '../parts/lists.ts'
import { kindOf } from '../records/kinds.ts'
import { personal, personalOf } from '../records/personal.ts'
import { acceptProposal, proposalById, recordById, refuseProposal, type StoredRecord } from '../records-store.ts'
import { remember } from '../remember.ts'
import { employeeWithin, filesOf, updateEmployee } from '../store.ts'

/** An entry in words, part by part, for comparing. */
function told(record: Pick<StoredRecord, 'kind' | 'content' | 'decreeNumber' | 'decreeOn' | 'official' | 'since' | 'until'>, lists: Lists): string {
  const { content, decreeNumber, decreeOn, official, since, until } = record
  return words(kindOf(record.kind).parts(lists), { ...content, decree_number: decreeNumber, decree_on: decreeOn, official, since, until }).replaceAll('\n\n', '\n')
}

/** One proposal beside what is written now: accept it, or refuse it with the reason. Opening it is an audited act. */
export const decidePage = page({
  path: '/kerja/pegawai/usulan/:proposal',
  may: 'personnel.manage',
  audited: true,
  form: z.object({ langkah: z.enum(['terima', 'tolak'], 'Pilih langkah'), catatan: optionalLine(1000) }),
  async load(context) {
    const { db, who, ask, government, params } = context
    const proposal = await proposalById(db, who, params.proposal!)
    if (!proposal) throw new NotFound()
    const [units, lists, file, before] = await Promise.all([
      ask(unitDirectory).of(government.id), listsOn(db, todayOf(context)), employeeWithin(db, who.reach('personnel.manage'), proposal.employeeId),
      proposal.replaces ? recordById(db, proposal.employeeId, proposal.replaces) : null,
    ])
    if (!file) throw new NotFound()
    return { proposal, units, lists, file, before }
  },
  view({ data: { proposal, units, lists, file, before }, fields }) {
    const spec = kindOf(proposal.kind)
    const now = proposal.kind === 'personal' ? told({ ...proposal, content: personalOf(file) }, lists) : before ? told(before, lists) : ''
    return (
      <WorkLayout title={t('Usulan: {kind}', { kind: t(spec.label) })} lead={proposal.name} width="text" breadcrumbs={[{ label: t('Pegawai'), href: '/kerja/pegawai' }, { label: t('Usulan'), href: '/kerja/pegawai/usulan' }]}>
        <FactList facts={[
          { label: t('Pegawai'), value: <a href={`/kerja/pegawai/${file.id}`}>{proposal.name}</a> },
          { label: t('NIP'), value: proposal.nip },
          { label: t('Unit kerja'), value: units.byId(proposal.unitId)?.name },
          { label: t('Diusulkan'), value: <DateTime at={proposal.createdAt} as="full" /> },
          { label: t('Berkas bukti'), value: proposal.fileId ? <ButtonLink kind="quiet" href={`/kerja/pegawai/${file.id}/berkas/${proposal.fileId}`} download>{t('Unduh')}</ButtonLink> : t('Tidak ada') },
        ]} />
        <Section title={now ? t('Yang berubah') : t('Yang ditambahkan')}><Diff before={now} after={told(proposal, lists)} /></Section>
        <Form fields={fields} actions={
          <>
            <Button kind="primary" name="langkah" value="terima">{t('Terima')}</Button>
            <Button kind="danger" name="langkah" value="tolak">{t('Tolak')}</Button>
          </>
        }>
          <TextArea field={fields('catatan')} label={t('Catatan untuk pegawai')} hint={t('Wajib diisi bila ditolak: apa yang kurang atau keliru.')} rows={3} maxlength={1000} />
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, params, input, hands, note } = context
    const waiting = await proposalById(tx, who, params.proposal!)
    const proposal = waiting && (await recordById(tx, waiting.employeeId, waiting.id, true))
    if (!proposal) throw new NotFound()
    if (proposal.state !== 'proposed') throw new Conflict('Usulan ini baru saja diputuskan orang lain.')
    const by = who.account!.id
    const told = proposal.proposedBy ? [proposal.proposedBy] : []
    const kind = kindOf(proposal.kind).label
    if (input.langkah === 'tolak') {
      if (!input.catatan) throw new Problem('catatan', 'Tulis alasannya, supaya pegawai tahu apa yang perlu diperbaiki.')
      await refuseProposal(tx, proposal.id, { by, remarks: input.catatan })
      await notify(tx, told, { text: 'Usulan perubahan data Anda ditolak: {reason}', values: { reason: input.catatan.slice(0, 300) }, href: '/saya' })
      note({ record: ['employee', proposal.employeeId], after: { proposal: proposal.id, kind, state: 'refused' } })
      return goto('/kerja/pegawai/usulan', 'Usulan ditolak. Pegawai diberi tahu.')
    }
    const [file] = await filesOf(tx, [proposal.employeeId])
    if (!file) throw new NotFound()
    if (proposal.kind === 'personal') await updateEmployee(tx, hands.secret, who.reach('personnel.manage'), file.id, corrected(file, proposal, await listsOn(tx, todayOf(context))))
    await acceptProposal(tx, proposal, { by, remarks: input.catatan, today: todayOf(context) })
    await remember(tx, [proposal.employeeId])
    await notify(tx, told, { text: 'Usulan perubahan data Anda diterima.', href: '/saya' })
    note({ record: ['employee', proposal.employeeId], after: { proposal: proposal.id, kind, state: 'verified' } })
    return goto('/kerja/pegawai/usulan', 'Usulan diterima. Data pegawai sudah berubah.')
  },
})

/** A file with what the proposal says about the person. */
function corrected(file: File, proposal: StoredRecord, lists: Lists): File {
  const said = take(personal.parts(lists), proposal.content)
  const text = (name: string) => (typeof said[name] === 'string' && said[name] !== '' ? said[name] : null)
  return {
    ...file, name: text('name') ?? file.name, titleBefore: text('titleBefore'), titleAfter: text('titleAfter'), birthPlace: text('birthPlace'), religion: text('religion'),
    marital: text('marital'), phone: text('phone'), email: text('email'), address: text('address'),
  }
}
