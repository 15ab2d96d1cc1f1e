import { z } from 'zod'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Badge, ButtonLink, Columns, DataTable, EmptyState, NameList, Pager, PublicLayout, Section, Stat, StateBadge, addressWith } from '#ui/index.ts'
import { boardTopic } from '../lifecycle.ts'
import { clockWords } from '../parts/facts.tsx'
import { stateWords } from '../parts/words.ts'
import { agencyLines, publicLines } from './reckoning.ts'

const query = z.object({ unit: z.string().max(80).optional(), terbuka: z.string().optional(), sebelum: z.string().max(40).optional() })

/** How agencies answer when they are asked for data, for everybody to see. */
export const boardPage = page({
  path: '/data/permintaan',
  may: 'public',
  query,
  async load(context) {
    const { db, query, ask, government } = context
    const today = todayOf(context)
    const units = await ask(unitDirectory).of(government.id)
    const unit = query.unit ? units.bySlug(query.unit) : undefined
    const [agencies, list] = await Promise.all([agencyLines(db, today), publicLines(db, { holderUnitId: unit?.id, open: query.terbuka !== undefined }, { limit: 20, before: query.sebelum })])
    return { today, units, unit, agencies, list }
  },
  shows: ({ government }) => [boardTopic(government.id), `units:${government.id}`],
  view({ data: { today, units, unit, agencies, list }, query, request }) {
    const answered = agencies.reduce((sum, line) => sum + line.answered, 0)
    const inTime = agencies.reduce((sum, line) => sum + line.inTime, 0)
    const late = agencies.reduce((sum, line) => sum + line.late, 0)
    return (
      <PublicLayout title={t('Permintaan data')} lead={t('Siapa diminta, kapan menjawab, dan apa jawabannya. Dua belas bulan terakhir.')} current="/data" breadcrumbs={[{ label: t('Data'), href: '/data' }]}
        action={<Actions><ButtonLink href="/data/permintaan/baru">{t('Minta data')}</ButtonLink></Actions>}>
        {answered > 0 && <Stat value={`${number(inTime)}/${number(answered)}`} share={inTime / answered} href="#instansi">{late > 0 ? t('dijawab tepat waktu; {n} lewat tenggat dan belum dijawab', { n: late }) : t('dijawab tepat waktu')}</Stat>}
        <Section title={t('Menurut perangkat daerah')} id="instansi">
          <DataTable caption={t('Menurut perangkat daerah')} rows={agencies} rowKey={line => line.unitId} columns={[
            { label: t('Perangkat daerah'), main: true, cell: line => { const held = units.byId(line.unitId); return held && <a href={`/data/permintaan?unit=${held.slug}`}>{held.name}</a> } },
            { label: t('Diminta'), numeric: true, cell: line => number(line.asked) },
            { label: t('Diberikan'), numeric: true, cell: line => number(line.given) },
            { label: t('Ditolak'), numeric: true, cell: line => number(line.refused) },
            { label: t('Hari kerja'), numeric: true, cell: line => line.median !== null && number(line.median) },
            { label: t('Lewat tenggat'), numeric: true, cell: line => (line.late > 0 ? <Badge tone="bad">{number(line.late)}</Badge> : number(0)) },
            { label: t('Dipakai pihak lain'), numeric: true, cell: line => number(line.used) },
            { label: t('Menerima'), numeric: true, cell: line => number(line.received) },
          ]} empty={<EmptyState title={t('Belum ada permintaan')}>{t('Permintaan pertama akan tampil di sini beserta waktu jawabnya.')}</EmptyState>} />
        </Section>
        <Columns aside={(
          <Section title={t('Lebih jauh')}>
            <NameList items={[
              ...(unit ? [{ label: t('Semua perangkat daerah'), href: '/data/permintaan' }] : []),
              query.terbuka === undefined ? { label: t('Hanya yang menunggu'), href: addressWith(request.url, { terbuka: '1', sebelum: null }) } : { label: t('Juga yang sudah dijawab'), href: addressWith(request.url, { terbuka: null, sebelum: null }) },
              { label: t('Katalog data'), href: '/data' },
              { label: t('Usulan data'), href: '/data/usulan' },
              { label: t('Periksa jawaban'), href: '/data/jawaban' },
            ]} />
          </Section>
        )}>
          <Section title={unit ? t('Permintaan kepada {unit}', { unit: unit.shortName }) : t('Permintaan terbaru')}>
            <DataTable caption={t('Permintaan terbaru')} rows={list.items} rowKey={one => one.id} columns={[
              { label: t('Data'), main: true, cell: one => <a href={`/data/permintaan/${one.code}`}>{one.publicTitle ?? t('Permintaan warga')}</a> },
              { label: t('Pemegang data'), cell: one => units.byId(one.holderUnitId)?.shortName },
              { label: t('Pemohon'), cell: one => (one.unitId ? units.byId(one.unitId)?.shortName : t('Warga')) },
              { label: t('Keadaan'), cell: one => <><StateBadge state={one.state} states={stateWords} /> <small>{clockWords(one, today)}</small></> },
            ]} empty={<EmptyState title={t('Belum ada permintaan')}>{t('Permintaan pertama akan tampil di sini beserta waktu jawabnya.')}</EmptyState>} />
            <Pager newer={query.sebelum ? addressWith(request.url, { sebelum: null }) : null} older={list.next && addressWith(request.url, { sebelum: list.next })} />
          </Section>
        </Columns>
      </PublicLayout>
    )
  },
})
