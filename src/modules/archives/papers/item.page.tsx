import { z } from 'zod'
import { sql } from 'kysely'
import { optionalId, optionalLine } from '#platform/forms/inputs.ts'
import { fileSize } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { letters, secrecyWords } from '#modules/correspondence/contract.ts'
import { Button, DateTime, Disclosure, FactList, Form, Section, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { maturityWords, type Item, type Shown } from '../contract.ts'
import { numberOf } from '../dossier.ts'
import { moveItem, remove } from '../lifecycle.ts'
import { titleOf } from '../parts/contents.ts'
import { dossierHere, take, todayOf } from '../parts/here.ts'
import { mayFill } from '../policy.ts'
import { insertStep, itemFor, openDossiers, takeDossier, takeItem } from '../store.ts'
import { Describing, paperFields } from './content.tsx'
import { readPapers } from './reading.ts'

/** The thing of the address: a letter only for whoever may know of it, a secret paper only after the second factor. */
async function thingHere(context: Context): Promise<Shown> {
  const { db, ask, params } = context
  const { reader } = await dossierHere(context)
  const item = await itemFor(db, reader, params.id!, params.item!)
  if (!item) throw new NotFound()
  if (!item.letterId) await readPapers(context, [item])
  const letter = item.letterId && (await ask(letters).visible(context, [item.letterId])).has(item.letterId) ? await ask(letters).byId(db, item.letterId) : null
  if (item.letterId && !letter) throw new NotFound()
  return { ...item, letter }
}

/** One thing in a dossier: what it is, its files, and how it is put right. */
export const itemPage = page({
  path: '/kerja/arsip/:id/isi/:item',
  may: 'signed-in',
  form: z.object({ ...paperFields, step: z.enum(['change', 'move', 'remove'], 'Pilih langkah'), to: optionalId(), reason: optionalLine(300) }).partial({ title: true, maturity: true, amount: true }),
  async load(context) {
    const { dossier, reader } = await dossierHere(context)
    const item = await thingHere(context)
    const fills = mayFill(context.who, dossier)
    return { dossier, item, fills, others: fills ? (await openDossiers(context.db, reader, dossier.unitId)).filter(({ id }) => id !== dossier.id) : [], today: todayOf(context) }
  },
  fill: ({ item }) => ({ ...item }),
  view({ data: { dossier, item, fills, others, today }, fields }) {
    const here = `/kerja/arsip/${dossier.id}`
    const called = item.letter ? titleOf(item) : item.title!
    return (
      <WorkLayout title={called} lead={t('Item {n} dalam berkas {number}', { n: item.sequence, number: numberOf(dossier) })} width="text" breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }, { label: numberOf(dossier), href: here }]}>
        <FactList facts={[
          { label: t('Tanggal'), value: item.datedOn && <DateTime at={item.datedOn} /> },
          { label: t('Klasifikasi keamanan'), value: t(secrecyWords[item.letter?.secrecy ?? item.secrecy]) },
          { label: t('Tingkat perkembangan'), value: t(maturityWords[item.maturity]) },
          { label: t('Jumlah'), value: String(item.amount) },
          { label: t('Keterangan'), value: item.remarks },
          { label: t('Dimasukkan'), value: <DateTime at={item.filedAt} as="full" /> },
          { label: t('Dimusnahkan'), value: item.destroyedAt && <DateTime at={item.destroyedAt} as="full" /> },
          { label: t('Surat'), value: item.letterId && <a href={`/kerja/surat/${item.letterId}`}>{t('Buka halaman surat')}</a> },
        ]} />
        {item.files.length > 0 && !item.destroyedAt && <Section title={t('Berkas elektronik')}><Files item={item} here={here} /></Section>}
        {fills && !item.letterId && (
          <Disclosure title={t('Perbaiki uraian')} level={2}>
            <Form fields={fields} actions={<Button name="step" value="change">{t('Simpan')}</Button>}><Describing fields={fields} today={today} /></Form>
          </Disclosure>
        )}
        {fills && others.length > 0 && (
          <Disclosure title={t('Pindahkan ke berkas lain')} level={2}>
            <Form fields={fields} actions={<Button name="step" value="move">{t('Pindahkan')}</Button>}>
              <SelectField field={fields('to')} label={t('Ke dalam berkas')} options={others.map(one => ({ value: one.id, label: `${numberOf(one)} · ${one.classification} · ${one.title}` }))} empty={t('Pilih berkas')} required />
            </Form>
          </Disclosure>
        )}
        {fills && (
          <Disclosure title={t('Keluarkan dari berkas')} level={2}>
            <Form fields={fields} actions={<Button kind="danger" name="step" value="remove">{t('Keluarkan')}</Button>}>
              <p>{t('Untuk yang salah masuk. Tidak ada yang terhapus: nomornya tidak dipakai lagi dan alasannya tercatat.')}</p>
              <TextField field={fields('reason')} label={t('Alasan')} required maxlength={300} />
            </Form>
          </Disclosure>
        )}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, params, note } = context
    const by = who.account!.id
    await thingHere(context)
    const dossier = await take(tx, context, params.id!)
    const item = await takeItem(tx, params.item!)
    if (!item || item.dossierId !== dossier.id) throw new NotFound()
    if (!mayFill(who, dossier)) throw new Refused('Berkas ini sudah ditutup; isinya tetap.')
    note({ record: ['archive-item', item.id], after: { step: input.step, dossier: dossier.id } })
    const here = `/kerja/arsip/${dossier.id}`
    if (input.step === 'change') {
      if (item.letterId) throw new Refused('Uraian surat mengikuti suratnya.')
      const { title = item.title, maturity = item.maturity, amount = item.amount, datedOn, remarks } = input
      if (datedOn && datedOn > todayOf(context)) throw new Problem('datedOn', 'Tanggal ini belum tiba.')
      await sql`update archives.item set title = ${title}, maturity = ${maturity}, amount = ${amount}, dated_on = ${datedOn}, remarks = ${remarks} where id = ${item.id}`.execute(tx)
      await insertStep(tx, [dossier.id], 'Uraian item diperbaiki', by)
      return goto(`${here}/isi/${item.id}`, 'Perubahan disimpan.')
    }
    if (input.step === 'remove') {
      if (!input.reason) throw new Problem('reason', 'Tulis alasannya.')
      await remove(tx, context, dossier, item, input.reason, by)
      return goto(here, 'Item nomor {n} dikeluarkan dari berkas.', { n: item.sequence })
    }
    const target = input.to ? await takeDossier(tx, input.to) : null
    if (!target || target.unitId !== dossier.unitId || !mayFill(who, target)) throw new Problem('to', 'Pilih berkas terbuka di kantor ini.')
    await moveItem(tx, context, item, [dossier, target], by)
    return goto(`/kerja/arsip/${target.id}`, 'Dipindahkan ke berkas {number}.', { number: numberOf(target) })
  },
})

const Files = ({ item, here }: { item: Pick<Item, 'id' | 'files' | 'secrecy'>; here: string }) => (
  <ul>
    {item.files.map(({ fileId, name, bytes }) => <li key={fileId}><a href={`${here}/isi/${item.id}/berkas/${fileId}`}>{name}</a> <small>{fileSize(bytes)}</small></li>)}
  </ul>
)

