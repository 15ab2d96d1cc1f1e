import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem } from '#platform/web/problems.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { people } from '#modules/identity/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { Actions, Button, ButtonLink, DateTime, FactList, Form, FormSection, Notice, StateBadge, TextField, WorkLayout } from '#ui/index.ts'
import { mayBeginAgain, stateOf, type Decree } from '../decree.ts'
import { kindOf } from '../kinds/kinds.ts'
import { crumbs } from '../parts/here.ts'
import { rowFacts } from '../parts/row.ts'
import { stateWords, troubleWords } from '../parts/words.ts'
import { mayPrepare } from '../policy.ts'
import { closeDecree, decreeOf } from '../store.ts'
import { write } from '../write.ts'

/** The decree a page is about; a stranger's, and one's own, answers as if there were none. */
async function decreeHere({ db, who, params }: Pick<Context, 'db' | 'who' | 'params'>, lock = false): Promise<Decree> {
  const decree = await decreeOf(db, params.id ?? '', lock)
  if (!decree || !mayPrepare(who, decree)) throw new NotFound()
  return decree
}

/** Whether an officer decides what becomes of it: it was signed and not written, or was written and is not to count here. */
const isSettled = (decree: Decree, letter: Letter | null) => ['trouble', 'written', 'revoked'].includes(stateOf(decree, letter))

/** One decree: what it will write, how far its letter has come, and what stands in the way. */
export const decreePage = page({
  path: '/kerja/kepegawaian/surat/:id',
  may: 'personnel.manage',
  form: z.object({ langkah: z.enum(['tulis', 'tutup'], 'Pilih langkah'), alasan: optionalLine(300) }),
  async load(context) {
    const { db, ask } = context
    const decree = await decreeHere(context)
    const letter = await ask(letters).byId(db, decree.letterId)
    const [staff, names, visible] = await Promise.all([
      ask(employees).byId(db, [decree.employeeId]), ask(people).named(db, [decree.createdBy, ...(decree.closedBy ? [decree.closedBy] : [])]), ask(letters).visible(context, [decree.letterId]),
    ])
    return { decree, letter, person: staff.get(decree.employeeId), names, visible: visible.has(decree.letterId) }
  },
  view({ data: { decree, letter, person, names, visible }, fields }) {
    const state = stateOf(decree, letter)
    const again = `/kerja/kepegawaian/surat/siapkan?daftar=${decree.kind}&pegawai=${decree.employeeId}`
    return (
      <WorkLayout title={t(kindOf(decree.kind).label)} lead={person?.name ?? t('Berkas yang sudah tidak ada')} width="text" breadcrumbs={crumbs()}
        action={<Actions>
          {visible && letter && <ButtonLink href={`/kerja/surat/${letter.id}`}>{t('Buka surat')}</ButtonLink>}
          {mayBeginAgain(state) && person && <ButtonLink kind="quiet" href={again}>{t('Siapkan ulang')}</ButtonLink>}
        </Actions>}>
        <p><StateBadge state={state} states={stateWords} /></p>
        {decree.trouble && !decree.closedAt && <Notice tone="bad" title={t('Belum ditulis ke riwayat')}><p>{t(troubleWords[decree.trouble].label)}</p></Notice>}
        {state === 'revoked' && <Notice tone="bad" title={t('Surat ini dicabut setelah masuk riwayat')}><p>{t('Hapus riwayatnya bila tidak berlaku lagi, lalu tutup surat ini dengan alasannya.')}</p></Notice>}
        {state === 'returned' && <Notice tone="warn"><p>{t('Perbaiki naskahnya di halaman surat. Bila isian di bawah yang keliru, siapkan ulang: surat ini dibatalkan dan diganti yang baru.')}</p></Notice>}
        <FactList facts={[
          { label: t('Pegawai'), value: person && <a href={`/kerja/pegawai/${person.id}`}>{person.name}</a> },
          { label: t('NIP'), value: person?.nip },
          { label: t('Jatuh tempo'), value: <DateTime at={decree.dueOn} /> },
          ...rowFacts(decree.entry),
          { label: t('Nomor surat'), value: letter?.number },
          { label: t('Disiapkan'), value: <><DateTime at={decree.createdAt} as="full" />{names.get(decree.createdBy) && <>, {names.get(decree.createdBy)!.name}</>}</> },
          { label: t('Masuk riwayat'), value: decree.writtenAt && <><DateTime at={decree.writtenAt} as="full" /> <a href={`/kerja/pegawai/${decree.employeeId}#${decree.entry.kind}`}>{t('Lihat riwayat')}</a></> },
          { label: t('Ditutup'), value: decree.closedAt && <><DateTime at={decree.closedAt} as="full" />{decree.closedBy && names.get(decree.closedBy) && <>, {names.get(decree.closedBy)!.name}</>}</> },
          { label: t('Alasan'), value: decree.reason },
        ]} />
        {isSettled(decree, letter) && (
          <Form fields={fields} actions={<>
            {decree.trouble && decree.trouble !== 'gone' && <Button kind="primary" name="langkah" value="tulis">{t('Tulis ke riwayat')}</Button>}
            <Button kind="danger" name="langkah" value="tutup">{decree.trouble ? t('Tutup tanpa ditulis') : t('Tutup')}</Button>
          </>}>
            <FormSection title={decree.trouble ? t('Yang dilakukan') : t('Tutup surat ini')} hint={decree.trouble ? t('Menulis tetap mungkin setelah Anda memeriksanya. Menutup perlu alasan.') : t('Riwayatnya tetap. Yang jatuh tempo pada hari itu dapat disiapkan lagi, misalnya karena riwayatnya dihapus.')} folded={decree.trouble || state === 'revoked' ? undefined : !fields('alasan').error}>
              <TextField field={fields('alasan')} label={t('Alasan menutup')} maxlength={300} />
            </FormSection>
          </Form>
        )}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, ask, who, input, note } = context
    const decree = await decreeHere({ ...context, db: tx }, true)
    const letter = await ask(letters).byId(tx, decree.letterId)
    if (!isSettled(decree, letter)) throw new Conflict('Surat ini sudah berada pada langkah lain. Muat ulang halaman untuk melihat keadaannya sekarang.')
    if (input.langkah === 'tutup') {
      if (!input.alasan) throw new Problem('alasan', 'Tulis alasannya, supaya orang lain mengerti.')
      await closeDecree(tx, decree.letterId, { by: who.account!.id, reason: input.alasan })
      note({ record: ['decree', decree.letterId], after: { closed: true, reason: input.alasan } })
      return goto('/kerja/kepegawaian/surat', 'Surat ditutup.')
    }
    if (!decree.trouble) throw new Conflict('Surat ini sudah ditulis ke riwayat.')
    const left = await write(tx, port => ask(port), decree.letterId, true)
    if (left) throw new Problem('', troubleWords[left].label)
    note({ record: ['decree', decree.letterId], after: { written: true, despite: decree.trouble } })
    return goto(`/kerja/kepegawaian/surat/${decree.letterId}`, 'Riwayat ditulis. Pegawai diberi tahu.')
  },
})
