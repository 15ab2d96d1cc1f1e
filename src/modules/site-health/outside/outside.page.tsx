import { z } from 'zod'
import { line, optionalId } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { addressWith, DataTable, EmptyState, Form, Pager, Section, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { auditedCell, lackingCell, scoreCell } from '../parts/score.tsx'
import { kindFor, sightOf } from '../parts/scope.ts'
import { board, tabs } from '../parts/tabs.ts'
import { kindNames, siteKinds } from '../requirement.ts'
import { addOutside, now, subjects } from '../store.ts'

/** Sites of the government that live elsewhere, on addresses an administrator has listed. */
export const outsidePage = page({
  path: `${board}/luar`,
  may: 'site-health.see',
  query: z.object({ setelah: z.string().max(60).optional() }),
  form: z.object({
    alamat: line(8, 500, 'Tulis alamat seperti https://dinas.contoh.go.id/'),
    nama: line(3, 120, 'Isi nama situs, paling sedikit 3 huruf'),
    unit: optionalId(),
    jenis: z.preprocess(value => (value === '' ? undefined : value), z.enum(siteKinds).optional()),
  }),
  async load(context) {
    const { db, who, query } = context
    const sight = await sightOf(context, who.reach('site-health.see'), { outside: true })
    return { ...sight, list: await subjects(db, sight.scope, { after: query.setelah, limit: 50 }) }
  },
  view({ data: { units, list }, who, fields, query, request }) {
    return (
      <WorkLayout title={t('Situs luar')} lead={t('Situs pemerintah daerah yang belum di Pendopo. Alamatnya didaftarkan administrator dan diperiksa saat diminta, pelan-pelan dan paling banyak dua puluh halaman.')} tabs={tabs('outside')} breadcrumbs={[{ label: t('Kesehatan situs'), href: board }]}>
        <DataTable caption={t('Situs luar')} rows={list.items} rowKey={row => row.id} columns={[
          { label: t('Situs'), main: true, cell: row => <><a href={`${board}/${row.id}`}>{row.name}</a> <small>{row.url?.replace(/^https?:\/\/|\/$/g, '')}</small></> },
          { label: t('Nilai'), numeric: true, cell: scoreCell },
          { label: t('Yang kurang'), cell: lackingCell },
          { label: t('Unit'), cell: row => (row.unitId ? units.byId(row.unitId)?.shortName : null) },
          { label: t('Diperiksa'), cell: auditedCell },
        ]} empty={<EmptyState title={t('Belum ada situs luar')}>{t('Administrator mendaftarkan alamat situs unit yang masih di tempat lain.')}</EmptyState>} />
        <Pager newer={query.setelah ? `${board}/luar` : null} older={list.next && `${addressWith(request.url, {})}?setelah=${encodeURIComponent(list.next)}`} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
        {who.may('site-health.manage') && (
          <Section title={t('Tambah situs')}>
            <Form fields={fields} submit={t('Tambah dan periksa')}>
              <TextField field={fields('alamat')} label={t('Alamat')} type="url" required maxlength={500} hint={t('Halaman depannya, misalnya https://dinas.contoh.go.id/')} />
              <TextField field={fields('nama')} label={t('Nama situs')} required maxlength={120} />
              <SelectField field={fields('unit')} label={t('Milik unit')} empty={t('Pemerintah daerah')} options={units.all.filter(unit => unit.channel).map(unit => ({ value: unit.id, label: unit.name }))} />
              <SelectField field={fields('jenis')} label={t('Dinilai sebagai')} empty={t('Menurut unitnya')} options={siteKinds.map(kind => ({ value: kind, label: t(kindNames[kind]) }))} />
            </Form>
          </Section>
        )}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, ask, hands, note } = context
    if (!who.may('site-health.manage')) throw new Refused()
    const { units } = await sightOf(context, who.reach('site-health.manage'))
    const url = readAddress(input.alamat)
    if (await ask(governmentDirectory).owning(url.host)) throw new Problem('alamat', 'Situs ini ada di Pendopo; nilainya ada di papan “Situs di sini”.')
    const unit = input.unit ? units.byId(input.unit) : undefined
    if (input.unit && !unit) throw new Problem('unit', 'Pilih dari daftar')
    const site = { url: url.href, name: input.nama, kind: input.jenis ?? (unit ? kindFor(unit.kind) : 'agency'), unitId: unit?.id ?? null }
    const id = await addOutside(tx, { ...site, by: who.account!.id })
    if (!id) throw new Problem('alamat', 'Alamat ini sudah terdaftar.')
    await now(tx, id)
    await hands.jobs.enqueue(tx, 'site-health.audit-one', hands.governmentId, { subject: id })
    note({ record: ['site', id], after: site })
    return goto(`${board}/${id}`, '“{name}” terdaftar dan sedang diperiksa.', { name: input.nama })
  },
})

/** An address as a person types it, with or without `https://`. */
function readAddress(text: string): URL {
  const url = URL.parse(/^[a-z]+:/i.test(text) && !/^[\w.-]+:\d/.test(text) ? text : `https://${text}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || !/[.:]/.test(url.hostname)) throw new Problem('alamat', 'Tulis alamat seperti https://dinas.contoh.go.id/')
  url.hash = ''
  return url
}
