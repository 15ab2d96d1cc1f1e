import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Conflict } from '#platform/web/problems.ts'
import { addressWith, Button, ButtonLink, CheckField, DataTable, DateField, EmptyState, FilterBar, Form, Grid, HiddenField, Pager, Section, Stat, StateBadge, TextField, WorkLayout } from '#ui/index.ts'
import { number } from '#platform/i18n/format.ts'
import { publish } from '../lifecycle.ts'
import { compared, deleteDraft, itemsOf, updateDraft, versionOn, type PlacedItem } from '../store.ts'
import { draftHere } from '../here.ts'
import { changeWords } from '../words.ts'
import { draftForm } from './fields.ts'

const size = 50

const markOf = ({ position, code }: PlacedItem) => `${position}.${code}`
const afterMark = (mark: string | undefined) => {
  const [, position, code] = /^(\d{1,9})\.(.+)$/.exec(mark ?? '') ?? []
  return position !== undefined && code !== undefined ? { position: Number(position), code } : undefined
}

/** The version that is being prepared: what it changes, its codes, and the step that makes it valid. */
export const draftPage = page({
  path: '/kerja/kode-referensi/:code/rancangan',
  may: 'code-lists.keep',
  query: z.object({ q: z.string().max(100).optional().catch(undefined), setelah: z.string().max(60).optional().catch(undefined) }),
  form: draftForm,
  async load(context) {
    const { db, query, params } = context
    const { list, draft } = await draftHere(context, params.code!)
    const earlier = await versionOn(db, list.id, draft.validFrom ?? todayOf(context))
    const [changes, items] = await Promise.all([compared(db, earlier?.id ?? null, draft.id, 30), itemsOf(db, draft.id, { words: query.q, after: afterMark(query.setelah), limit: size + 1 })])
    return { list, draft, earlier, changes, items: items.slice(0, size), more: items.length > size }
  },
  fill: ({ draft }, context) => ({ from: draft.validFrom ?? todayOf(context), basis: draft.legalBasis, verified: draft.verified ? 'on' : '' }),
  view({ data: { list, draft, earlier, changes, items, more }, query, fields, request }) {
    const here = `/kerja/kode-referensi/${list.code}/rancangan`
    const last = items.at(-1)
    return (
      <WorkLayout title={t('{title}, versi {n}', { title: list.title, n: draft.number })} lead={t('Sedang disiapkan; belum dipakai siapa pun.')}
        breadcrumbs={[{ label: t('Kode referensi'), href: '/kerja/kode-referensi' }, { label: list.title, href: `/kerja/kode-referensi/${list.code}` }]}
        action={<ButtonLink kind="quiet" href={`${here}/baru`}>{t('Tambah kode')}</ButtonLink>}>
        {earlier && (
          <Section title={t('Dibandingkan dengan versi {n}', { n: earlier.number })}>
            <Grid>
              <Stat value={number(changes.added)}>{t('kode baru')}</Stat>
              <Stat value={number(changes.gone)}>{t('kode hilang')}</Stat>
              <Stat value={number(changes.renamed)}>{t('uraian atau induk berubah')}</Stat>
            </Grid>
            {changes.lines.length > 0 && (
              <DataTable caption={t('Perubahan')} rows={changes.lines} rowKey={line => line.is + line.code} columns={[
                { label: t('Kode'), main: true, cell: line => line.code },
                { label: t('Perubahan'), cell: line => <StateBadge state={line.is} states={changeWords} /> },
                { label: t('Sebelumnya'), cell: line => line.before },
                { label: t('Menjadi'), cell: line => line.after },
              ]} />
            )}
          </Section>
        )}
        <Section title={t('Isi')}>
          <FilterBar search={{ label: t('Cari kode'), value: query.q, placeholder: t('Kode atau uraian') }} />
          <DataTable caption={t('Isi')} rows={items} rowKey={({ code }) => code} empty={<EmptyState title={query.q ? t('Belum ada yang cocok') : t('Belum ada kode')}>{t('Tambah satu per satu, atau isi dari lembar kerja.')}</EmptyState>} columns={[
            { label: t('Kode'), main: true, cell: item => <a href={`${here}/${encodeURIComponent(item.code)}`}>{item.code}</a> },
            { label: t('Uraian'), cell: item => item.label },
            { label: t('Kode induk'), cell: item => item.parent },
          ]} />
          <Pager labels={{ newer: t('Sebelumnya'), older: t('Berikutnya') }} older={more && last ? addressWith(request.url, { setelah: markOf(last) }) : null} />
        </Section>
        <Section title={t('Langkah berikutnya')}>
          <Form fields={fields} actions={(
            <>
              <Button kind="primary" name="step" value="publish">{t('Tetapkan')}</Button>
              <Button name="step" value="save">{t('Simpan')}</Button>
              <Button name="step" value="fill">{t('Isi dari lembar kerja')}</Button>
              <Button kind="danger" name="step" value="discard">{t('Buang versi ini')}</Button>
            </>
          )}>
            <HiddenField name="version" value={fields('version').value || String(draft.stamp)} />
            <DateField field={fields('from')} label={t('Berlaku sejak')} required />
            <TextField field={fields('basis')} label={t('Dasar hukum atau sumber')} hint={t('Peraturan atau publikasi asal daftar ini.')} required maxlength={300} />
            <CheckField field={fields('verified')} label={t('Isinya sudah dicocokkan dengan sumbernya')} />
          </Form>
        </Section>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, params, note } = context
    const { list, draft } = await draftHere(context, params.code!)
    if (input.version !== undefined && input.version !== draft.stamp)
      throw new Conflict('Orang lain menyimpan perubahan lebih dahulu. Isian Anda masih ada di bawah. Simpan sekali lagi untuk memakai isian Anda.', { basis: draft.legalBasis, version: String(draft.stamp) })
    const by = who.account!.id
    const record: [string, string] = ['code-list', list.id]
    if (input.step === 'discard') {
      await deleteDraft(tx, draft.id)
      note({ record, before: { draft: draft.number, codes: draft.items }, after: { step: 'discard' } })
      return goto(`/kerja/kode-referensi/${list.code}`, 'Versi itu dibuang. Yang berlaku tidak berubah.')
    }
    const said = { validFrom: input.from, legalBasis: input.basis ?? '', verified: input.verified }
    await updateDraft(tx, draft.id, { valid_from: said.validFrom, legal_basis: said.legalBasis, verified: said.verified, ...(input.step === 'fill' ? { filled_by: by } : {}) })
    if (input.step === 'publish') {
      const { added, gone, renamed } = await publish(tx, context.government.id, list, { ...draft, ...said }, by)
      note({ record, after: { version: draft.number, ...said, added, gone, renamed } })
      return goto(`/kerja/kode-referensi/${list.code}`, 'Versi {n} ditetapkan.', { n: draft.number })
    }
    note({ record, before: { validFrom: draft.validFrom, legalBasis: draft.legalBasis, verified: draft.verified }, after: { ...said, step: input.step } })
    return input.step === 'fill' ? goto('/kerja/kode-referensi/impor', 'Unggah lembar kerja untuk “{title}”, versi {n}.', { title: list.title, n: draft.number }) : goto(`/kerja/kode-referensi/${list.code}/rancangan`, 'Perubahan tersimpan.')
  },
})
