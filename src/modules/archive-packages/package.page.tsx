import { fileSize } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { ButtonLink, DataTable, Notice, WorkLayout } from '#ui/index.ts'
import { numberOf, secrecyOf } from './describing.ts'
import { planHere } from './plan.ts'

/** What a package of the dossier holds, in how many parts, and what it leaves out. */
export const packagePage = page({
  path: '/kerja/arsip/:id/paket',
  may: 'signed-in',
  load: planHere,
  view({ data: { dossier, parts, hidden } }) {
    const here = `/kerja/arsip/${dossier.id}/paket.zip`
    const rows = parts.map((things, i) => ({ part: i + 1, things: things.length, files: things.flatMap(({ files }) => files).length, bytes: things.reduce((sum, { bytes }) => sum + bytes, 0) }))
    return (
      <WorkLayout title={t('Paket berkas')} lead={`${numberOf(dossier)} · ${dossier.title}`} width="text" breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }, { label: numberOf(dossier), href: `/kerja/arsip/${dossier.id}` }]}>
        <p>{t('Semua surat dan kertas dengan riwayat, daftar, dan tanda keutuhannya, dalam susunan BagIt yang dibaca setiap lembaga kearsipan.')}</p>
        {hidden > 0 && <Notice tone="warn"><p>{t('{n} surat rahasia atau terbatas tidak Anda baca, jadi tidak ikut. Paket menyebutkan jumlahnya.', { n: hidden })}</p></Notice>}
        {parts.flat().some(({ item }) => ['R', 'SR'].includes(secrecyOf(item))) && <Notice><p>{t('Di dalamnya ada yang rahasia: langkah kedua diminta lagi, dan pengunduhan tercatat.')}</p></Notice>}
        <DataTable caption={t('Bagian paket')} rows={rows} rowKey={row => String(row.part)} columns={[
          { label: t('Bagian'), main: true, cell: row => t('Bagian {part} dari {all}', { part: row.part, all: rows.length }) },
          { label: t('Isi'), numeric: true, cell: row => String(row.things) },
          { label: t('Berkas elektronik'), numeric: true, cell: row => String(row.files) },
          { label: t('Ukuran'), numeric: true, cell: row => fileSize(row.bytes) },
          { label: t('Langkah'), quiet: true, cell: row => <ButtonLink kind="plain" href={rows.length > 1 ? `${here}?bagian=${row.part}` : here} download about={t('bagian {part}', { part: row.part })}>{t('Unduh')}</ButtonLink> },
        ]} />
      </WorkLayout>
    )
  },
})
