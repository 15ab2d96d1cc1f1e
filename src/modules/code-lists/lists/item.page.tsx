import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { Button, Form, TextField, WorkLayout } from '#ui/index.ts'
import type { Tx } from '#platform/db/database.ts'
import { deleteItem, itemOf, itemsByCode, keepItems, renameItem, type CodeVersion } from '../store.ts'
import type { CodeItem } from '../contract.ts'
import { draftHere } from '../here.ts'
import { itemForm } from './fields.ts'

const addressOf = (list: string) => `/kerja/kode-referensi/${list}/rancangan`

/** @throws Problem on what does not fit into the draft */
async function refuseUnfit(tx: Tx, draft: CodeVersion, { code, parent }: CodeItem, before: string | null): Promise<void> {
  const known = await itemsByCode(tx, draft.id, [code, ...(parent === null ? [] : [parent])])
  const wrong = []
  const same = code === before ? undefined : known.get(code)
  if (same) wrong.push({ name: 'code', message: { text: 'Kode ini sudah dipakai “{label}”.', values: { label: same.label } } })
  if (parent === code) wrong.push({ name: 'parent', message: { text: 'Sebuah kode tidak dapat menjadi induknya sendiri.' } })
  else if (parent !== null && !known.has(parent)) wrong.push({ name: 'parent', message: { text: 'Kode induk ini tidak ada dalam daftar. Tambahkan induknya dahulu.' } })
  if (wrong.length > 0) throw Problem.all(wrong)
}

/** A code more. */
export const addItemPage = page({
  path: '/kerja/kode-referensi/:code/rancangan/baru',
  may: 'code-lists.keep',
  form: itemForm,
  load: context => draftHere(context, context.params.code!),
  view: ({ data: { list, draft }, fields }) => (
    <WorkLayout title={t('Tambah kode')} width="text" breadcrumbs={[{ label: t('Kode referensi'), href: '/kerja/kode-referensi' }, { label: t('{title}, versi {n}', { title: list.title, n: draft.number }), href: addressOf(list.code) }]}>
      <Form fields={fields} submit={t('Tambah kode')}>
        <TextField field={fields('code')} label={t('Kode')} required maxlength={40} width="half" spellcheck={false} />
        <TextField field={fields('label')} label={t('Uraian')} required maxlength={200} />
        <TextField field={fields('parent')} label={t('Kode induk')} hint={t('Kode di atasnya dalam daftar yang sama, bila bertingkat.')} maxlength={40} width="half" spellcheck={false} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, params, input: { code, label, parent }, note } = context
    const { list, draft } = await draftHere(context, params.code!)
    await refuseUnfit(tx, draft, { code, label, parent }, null)
    await keepItems(tx, draft.id, [{ code, label, parent }])
    note({ record: ['code-list', list.id], after: { code, label, parent } })
    return goto(addressOf(list.code), 'Kode “{code}” ditambahkan.', { code })
  },
})

/** One code of a draft: changed, or taken out. */
export const editItemPage = page({
  path: '/kerja/kode-referensi/:code/rancangan/:item',
  may: 'code-lists.keep',
  form: itemForm,
  async load(context) {
    const { list, draft } = await draftHere(context, context.params.code!)
    const item = await itemOf(context.db, draft.id, context.params.item!)
    if (!item) throw new NotFound()
    return { list, draft, item }
  },
  fill: ({ item }) => ({ ...item }),
  view: ({ data: { list, draft, item }, fields }) => (
    <WorkLayout title={t('Ubah kode {code}', { code: item.code })} width="text" breadcrumbs={[{ label: t('Kode referensi'), href: '/kerja/kode-referensi' }, { label: t('{title}, versi {n}', { title: list.title, n: draft.number }), href: addressOf(list.code) }]}>
      <Form fields={fields} actions={(
        <>
          <Button kind="primary" name="step" value="save">{t('Simpan')}</Button>
          <Button kind="danger" name="step" value="remove">{t('Hapus dari daftar')}</Button>
        </>
      )}>
        <TextField field={fields('code')} label={t('Kode')} required maxlength={40} width="half" spellcheck={false} />
        <TextField field={fields('label')} label={t('Uraian')} required maxlength={200} />
        <TextField field={fields('parent')} label={t('Kode induk')} hint={t('Kode di atasnya dalam daftar yang sama, bila bertingkat.')} maxlength={40} width="half" spellcheck={false} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, params, input: { step, code, label, parent }, note } = context
    const { list, draft } = await draftHere(context, params.code!)
    const before = await itemOf(tx, draft.id, params.item!)
    if (!before) throw new NotFound()
    if (step === 'remove') {
      await deleteItem(tx, draft.id, before.code)
      note({ record: ['code-list', list.id], before: { code: before.code, label: before.label }, after: {} })
      return goto(addressOf(list.code), 'Kode “{code}” dihapus dari versi ini.', { code: before.code })
    }
    await refuseUnfit(tx, draft, { code, label, parent }, before.code)
    if (code !== before.code) await renameItem(tx, draft.id, before.code, code)
    await keepItems(tx, draft.id, [{ code, label, parent }])
    note({ record: ['code-list', list.id], before: { code: before.code, label: before.label, parent: before.parent }, after: { code, label, parent } })
    return goto(addressOf(list.code), 'Perubahan tersimpan.')
  },
})
