import { z } from 'zod'
import { several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { dayIn } from '#platform/time/zone.ts'
import { disposing, finalWords } from '#modules/archives/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Badge, CheckField, DataTable, DateTime, EmptyState, Form, WorkLayout } from '#ui/index.ts'
import { mayPropose } from './policy.ts'
import { disposalKinds, numberOf, yearsOf } from './proposal.ts'
import { insertProposal } from './store.ts'
import { kindWords } from './words.ts'

/** Dossiers of one proposal: more make a second one. */
const most = 500

const createQuery = z.object({ jenis: z.enum(disposalKinds).default('move').catch('move'), unit: z.uuid().optional().catch(undefined) })

function unitHere({ who, query }: Context<z.output<typeof createQuery>>): string {
  if (!query.unit || !mayPropose(who, query.unit)) throw new NotFound()
  return query.unit
}

const todayOf = ({ now, government }: Pick<Context, 'now' | 'government'>) => dayIn(now, government.zone)

/** Draws up a proposal out of what is due today. */
export const createPage = page({
  path: '/kerja/arsip/penyusutan/baru',
  may: 'archives.manage',
  query: createQuery,
  form: z.object({ dossiers: several(z.uuid()).pipe(z.array(z.string()).min(1, 'Pilih berkas yang diusulkan').max(most)) }),
  async load(context) {
    const { db, query, ask, government } = context
    const unitId = unitHere(context)
    return { due: await ask(disposing).due(db, unitId, query.jenis, todayOf(context), most), unit: (await ask(unitDirectory).of(government.id)).byId(unitId) }
  },
  fill: ({ due }) => ({ dossiers: due.filter(({ lent }) => !lent).map(({ id }) => id) }),
  view: ({ data: { due, unit }, query, fields }) => (
    <WorkLayout title={t('Susun usul')} lead={[t(kindWords[query.jenis].title), unit?.name].filter(Boolean).join(' · ')} breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }, { label: t('Penyusutan arsip'), href: '/kerja/arsip/penyusutan' }]}>
      <p>{t(kindWords[query.jenis].hint)}</p>
      {due.length === 0 ? <EmptyState title={t('Tidak ada berkas yang waktunya tiba')}>{t('Berkas muncul di sini setelah masanya habis menurut jadwal retensi.')}</EmptyState> : (
        <Form fields={fields} submit={t('Susun usul')} wide>
          <DataTable caption={t('Berkas yang diusulkan')} rows={due} rowKey={row => row.id} columns={[
            { label: t('Pilih'), quiet: true, cell: row => (row.lent ? <Badge tone="warn">{t('Dipinjam')}</Badge> : <CheckField field={fields('dossiers')} id={`f-${row.id}`} value={row.id} label={t('Usulkan {number}', { number: numberOf(row) })} />) },
            { label: t('Judul'), main: true, cell: row => <a href={`/kerja/arsip/${row.id}`}>{row.title}</a> },
            { label: t('Kode klasifikasi'), cell: row => row.classification },
            { label: t('Kurun waktu'), cell: row => yearsOf(row) },
            { label: t('Isi'), numeric: true, cell: row => String(row.items) },
            { label: t('Ditutup'), cell: row => row.closedOn && <DateTime at={row.closedOn} as="short" /> },
            { label: query.jenis === 'move' ? t('Inaktif mulai') : t('Masa simpan habis'), cell: row => { const at = query.jenis === 'move' ? row.inactiveOn : row.dueOn; return at && <DateTime at={at} as="short" /> } },
            { label: t('Nasib akhir'), cell: row => t(finalWords[row.decided ?? row.final!]) },
          ]} />
        </Form>
      )}
    </WorkLayout>
  ),
  async act(context) {
    const { tx, ask, who, input, query, note } = context
    const unitId = unitHere(context)
    const asOf = todayOf(context)
    const due = await ask(disposing).due(tx, unitId, query.jenis, asOf, most, input.dossiers)
    if (due.length !== input.dossiers.length || due.some(({ lent }) => lent)) throw new Problem('dossiers', 'Sebagian berkas sudah dipinjam, diusulkan orang lain, atau belum waktunya. Periksa pilihannya.')
    const proposal = await insertProposal(tx, { unitId, kind: query.jenis, asOf, by: who.account!.id }, due)
    await ask(disposing).hold(tx, proposal.id, due.map(({ id }) => id))
    note({ record: ['disposal', proposal.id], after: { kind: proposal.kind, dossiers: due.length, asOf } })
    return goto(`/kerja/arsip/penyusutan/${proposal.id}`, 'Usul nomor {number} disusun dengan {n} berkas.', { number: numberOf(proposal), n: due.length })
  },
})
