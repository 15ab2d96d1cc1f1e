import { t } from '#platform/i18n/locale.ts'
import { Badge, Button, ButtonLink, DateTime, FactList, Form, Notice, StateBadge } from '#ui/index.ts'
import { amounts, type Action, type Run } from '../import-run.ts'
import { amountWords, runWords } from '../parts/words.ts'

/** In numbers what would come, or came, of a run; and what can be done about it now. */
export function Outcome({ run, mayAct }: { run: Run; mayAct: boolean }) {
  const { look = 0, media, missing, withdrawn, left = 0 } = run.counts
  const words = (action: Action) => (run.counts[action] ? amountWords(amounts(run.counts, action)) : null)
  const seconds = run.startedAt && run.finishedAt ? Math.max(1, Math.round((run.finishedAt.getTime() - run.startedAt.getTime()) / 1000)) : null
  return (
    <>
      {run.failure && <Notice tone="bad" title={t('Impor ini tidak jadi')}><p>{t(run.failure.text, run.failure.values)}</p></Notice>}
      {run.state === 'failed' && mayAct && (
        <Form actions={<><Button kind="primary" name="langkah" value="baca">{t('Coba lagi')}</Button><ButtonLink kind="quiet" href="/kerja/impor/baru">{t('Pakai berkas lain')}</ButtonLink><Button name="langkah" value="buang">{t('Buang')}</Button></>} />
      )}
      {run.kind && (
        <FactList facts={[
          { label: t('Keadaan'), value: <StateBadge state={run.state} states={runWords} /> },
          { label: t('Baru'), value: words('create') },
          { label: t('Diperbarui'), value: words('update') },
          { label: t('Tidak berubah'), value: words('unchanged') },
          { label: t('Disunting di sini, dibiarkan'), value: words('keep') },
          { label: t('Tidak dibawa'), value: run.counts.skip || null },
          { label: t('Perlu dilihat'), value: look > 0 && <Badge tone="warn">{look}</Badge> },
          { label: t('Gambar dan berkas'), value: media !== undefined && t('{n} diambil, {missing} tidak tersedia', { n: media, missing: missing ?? 0 }) },
          { label: t('Ditarik kembali'), value: withdrawn !== undefined && amountWords(amounts(run.counts, 'withdrawn')) },
          { label: t('Dibiarkan saat dibatalkan'), value: left > 0 && t('{n} yang sudah disunting', { n: left }) },
          { label: t('Selesai pada'), value: run.finishedAt && run.state !== 'failed' && <><DateTime at={run.finishedAt} as="full" />{seconds && <> ({t('{n} detik', { n: seconds })})</>}</> },
        ]} />
      )}
    </>
  )
}
