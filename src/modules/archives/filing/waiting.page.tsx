import { z } from 'zod'
import { sql } from 'kysely'
import { within } from '#platform/access/who.ts'
import { several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { letters, secrecyWords, type Letter } from '#modules/correspondence/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { addressWith, Badge, ButtonLink, CheckField, DataTable, DateTime, EmptyState, Form, Pager, SelectField, WorkLayout } from '#ui/index.ts'
import { isSecret, numberOf } from '../dossier.ts'
import { fileLetter } from '../lifecycle.ts'
import { titleOf } from '../parts/contents.ts'
import { archiveTabs } from '../parts/tabs.ts'
import { mayFill, readerOf } from '../policy.ts'
import { filedIn, openDossiers, takeDossier } from '../store.ts'
import { placesOf } from './places.ts'

const pageSize = 40

interface Row {
  unitId: string
  letterId: string
  since: Date
  /** The instant to the last digit, to go on from. */
  mark: string
}

/** Letters that units within reach have done with and not filed, the newest first. */
async function waitingRows({ db, who, query }: Context<{ unit?: string; setelah?: string }>): Promise<Row[]> {
  const [mark, id] = query.setelah?.split('|') ?? []
  const { rows } = await sql<Row>`
    select w.unit_id as "unitId", w.letter_id as "letterId", w.since, w.since::text as mark from archives.waiting w
    where ${within(who.reach('archives.manage'), { unit: sql.ref('w.unit_id') })} ${query.unit ? sql`and w.unit_id = ${query.unit}` : sql``} ${mark && id ? sql`and (w.since, w.letter_id) < (${mark}::timestamptz, ${id}::uuid)` : sql``}
    order by w.since desc, w.letter_id desc limit ${pageSize + 1}`.execute(db)
  return rows
}

/** Letters that were done with and lie in no dossier; several go into one at once. */
export const waitingPage = page({
  path: '/kerja/arsip/belum',
  may: 'archives.manage',
  query: z.object({ unit: z.uuid().optional().catch(undefined), setelah: z.string().regex(/^[\d :.+-]{10,40}\|[0-9a-f-]{36}$/).optional().catch(undefined) }),
  form: z.object({ letters: several(z.uuid()).pipe(z.array(z.string()).min(1, 'Pilih surat yang diberkaskan').max(pageSize)), dossier: z.uuid('Pilih berkas tujuannya') }),
  async load(context) {
    const { db, ask, government } = context
    const rows = await waitingRows(context)
    const [units, visible] = await Promise.all([ask(unitDirectory).of(government.id), ask(letters).visible(context, rows.map(({ letterId }) => letterId))])
    const known = await ask(letters).byIds(db, [...visible])
    const page = rows.slice(0, pageSize)
    const shown = page.flatMap(row => { const letter = known.get(row.letterId); return letter ? [{ ...row, letter }] : [] })
    const [office] = new Set(shown.map(({ unitId }) => unitId)).size === 1 ? shown : []
    const last = page.at(-1)
    return {
      shown, hidden: page.length - shown.length, units, next: rows.length > pageSize && last ? `${last.mark}|${last.letterId}` : null,
      // Several go into one dossier only where all are of one office.
      office: office?.unitId ?? null, dossiers: office ? await openDossiers(db, await readerOf(context), office.unitId) : [],
    }
  },
  view({ data: { shown, hidden, units, next, office, dossiers }, fields, query, request, who }) {
    const table = (
      <DataTable<{ unitId: string; since: Date; letter: Letter }> caption={t('Belum diberkaskan')} rows={shown} rowKey={row => row.unitId + row.letter.id}
        columns={[
          { label: t('Perihal'), main: true, cell: ({ letter }) => <><a href={`/kerja/surat/${letter.id}`}>{titleOf({ letter, title: null, secrecy: letter.secrecy })}</a> {letter.secrecy !== 'B' && <Badge tone={isSecret(letter.secrecy) ? 'bad' : 'info'}>{t(secrecyWords[letter.secrecy])}</Badge>}</> },
          { label: t('Nomor surat'), cell: ({ letter }) => (isSecret(letter.secrecy) ? '–' : dossiers.length > 0 ? <CheckField field={fields('letters')} id={`f-${letter.id}`} value={letter.id} label={letter.number ?? t('Tanpa nomor')} /> : (letter.number ?? '–')) },
          { label: t('Dari'), cell: ({ letter }) => letter.sender },
          { label: t('Kode klasifikasi'), cell: ({ letter }) => letter.classification ?? '–' },
          ...(office ? [] : [{ label: t('Kantor'), cell: ({ unitId }: { unitId: string }) => <a href={`/kerja/arsip/belum?unit=${unitId}`}>{units.byId(unitId)?.shortName ?? t('Unit yang sudah ditutup')}</a> }]),
          { label: t('Selesai'), cell: ({ since }) => <DateTime at={since} as="short" /> },
          { label: t('Langkah'), quiet: true, cell: ({ letter, unitId }) => <ButtonLink kind="plain" href={`/kerja/surat/${letter.id}/berkaskan?unit=${unitId}`} about={titleOf({ letter, title: null, secrecy: letter.secrecy })}>{t('Berkaskan')}</ButtonLink> },
        ]}
        empty={<EmptyState title={hidden > 0 ? t('Tidak ada yang dapat Anda berkaskan') : t('Semua surat sudah diberkaskan')}>{t('Surat yang selesai dan belum diberkaskan muncul di sini.')}</EmptyState>} />
    )
    return (
      <WorkLayout title={t('Belum diberkaskan')} lead={t('Surat yang sudah selesai dan belum masuk berkas.')} breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }]} tabs={archiveTabs(who, 'waiting')}>
        {dossiers.length > 0 && shown.length > 0 ? (
          <Form fields={fields} submit={t('Berkaskan yang dipilih')} wide>
            {table}
            <SelectField field={fields('dossier')} label={t('Ke dalam berkas')} options={dossiers.map(one => ({ value: one.id, label: `${numberOf(one)} · ${one.classification} · ${one.title}` }))} empty={t('Pilih berkas')} required />
          </Form>
        ) : table}
        {hidden > 0 && <p>{t('{n} surat rahasia menunggu diberkaskan oleh yang dituju.', { n: hidden })}</p>}
        <Pager newer={query.setelah ? addressWith(request.url, {}) : null} older={next ? addressWith(request.url, { setelah: next }) : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, db, ask, who, input, note } = context
    const dossier = await takeDossier(tx, input.dossier)
    if (!dossier || !mayFill(who, dossier)) throw new Problem('dossier', 'Pilih berkas terbuka yang Anda kelola.')
    const visible = await ask(letters).visible(context, input.letters)
    for (const id of input.letters) {
      const letter = visible.has(id) ? await ask(letters).take(tx, id) : null
      if (!letter) throw new NotFound()
      if (isSecret(letter.secrecy)) throw new Problem('letters', 'Surat rahasia diberkaskan satu per satu dari halamannya.')
      if (!(await placesOf(context, db, letter)).some(({ office }) => office.id === dossier.unitId)) throw new Problem('letters', 'Surat {number} bukan surat kantor ini.', { number: letter.number ?? letter.subject })
      if ((await filedIn(tx, dossier.unitId, [id])).size === 0) await fileLetter(tx, context, dossier, letter, who.account!.id)
    }
    note({ record: ['dossier', dossier.id], after: { filed: input.letters.length } })
    return goto('/kerja/arsip/belum', '{n} surat diberkaskan dalam berkas {number}.', { n: input.letters.length, number: numberOf(dossier) })
  },
})
