import { z } from 'zod'
import { optionalId, ticked } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { CheckField, FileField, Form, FormSection, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { readJob } from '../bring/jobs.ts'
import { importable, mayBringPages, mayOpenSite } from '../policy.ts'
import { insertRun } from '../store.ts'

/** An address as people type it; empty is none. */
export const feedAddress = z.string().trim().max(2000, 'Paling banyak {max} huruf').refine(text => text === '' || (URL.canParse(text) && /^https?:\/\//.test(text)), 'Tulis alamat lengkap, diawali https://')

const form = z.object({ unit: optionalId(), alamat: feedAddress.default(''), terbit: ticked(), ambil: ticked() })

const channels = async ({ who, ask, government }: Pick<Context, 'who' | 'ask' | 'government'>) => importable(who, await ask(unitDirectory).of(government.id))

/** Takes a file or an address; what would come of it is shown before anything is changed. */
export const startPage = page({
  path: '/kerja/impor/baru',
  may: 'imports.run',
  form,
  files: { berkas: { max: 50_000_000, accept: 'xml' } },
  load: async context => ({ units: await channels(context) }),
  fill: ({ units }) => ({ unit: units[0]?.id }),
  view({ data, fields, kept }) {
    return (
      <WorkLayout title={t('Bawa masuk situs lama')} lead={t('Anda melihat dahulu apa yang akan terjadi. Belum ada yang berubah setelah langkah ini.')} width="text" breadcrumbs={[{ label: t('Impor'), href: '/kerja/impor' }, { label: t('Bawa masuk situs lama') }]}>
        <Form fields={fields} multipart submit={t('Lihat pratinjau')}>
          {data.units.length > 1 && <SelectField field={fields('unit')} label={t('Ke kanal')} required options={data.units.map(unit => ({ value: unit.id, label: unit.name }))} />}
          <FileField field={fields('berkas')} label={t('Berkas ekspor')} required={!fields('alamat').value} hint={t('Ekspor WordPress (Perkakas → Ekspor → Semua konten) atau berkas umpan RSS/Atom, paling besar 50 MB.')} accept=".xml,.rss,.atom,.json" kept={kept.berkas?.map(file => ({ id: file.id, name: file.name, size: file.bytes }))} />
          <CheckField field={fields('ambil')} label={t('Ambil gambar dan lampiran dari situs lama')} hint={t('Situs lama harus masih dapat dibuka. Tanpa ini, gambar yang belum ada di sini disebut satu per satu.')} />
          <FormSection title={t('Atau dari umpan')} hint={t('Untuk membaca umpan terus-menerus, tambahkan pada “Umpan yang dipantau”.')} folded={!fields('alamat').value && !fields('alamat').error}>
            <TextField field={fields('alamat')} label={t('Alamat umpan')} type="url" hint={t('RSS, Atom, atau JSON Feed, misalnya https://contoh.go.id/feed/')} />
            <CheckField field={fields('terbit')} label={t('Langsung terbitkan isi umpan, dengan tanggalnya')} hint={t('Tanpa ini, isinya menunggu sebagai konsep.')} />
          </FormSection>
        </Form>
      </WorkLayout>
    )
  },
  async act({ who, tx, input, files, ask, government, hands, note }) {
    const units = await channels({ who, ask, government })
    const unit = input.unit ? units.find(one => one.id === input.unit) : units[0]
    if (!unit) throw new Refused('Anda belum boleh membawa isi ke kanal ini.')
    const file = files.berkas?.[0]
    if (!file && !input.alamat) throw new Problem('berkas', 'Pilih berkas ekspor, atau tulis alamat umpan')
    if (file && input.alamat) throw new Problem('alamat', 'Pilih salah satu: berkas atau alamat')
    const id = await insertRun(tx, { unitId: unit.id, name: file?.name ?? input.alamat, state: 'reading', fileId: file?.id, choices: { publish: input.terbit, fetchMedia: input.ambil || !file, pages: mayBringPages(who, unit.id), site: mayOpenSite(who, unit.id) }, by: who.account!.id })
    await hands.jobs.enqueue(tx, readJob.name, hands.governmentId, { run: id })
    note({ record: ['import', id], after: { name: file?.name ?? input.alamat, unit: unit.name } })
    return goto(`/kerja/impor/${id}?tunggu=ya`)
  },
})
