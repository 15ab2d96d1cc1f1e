import { t } from '#platform/i18n/locale.ts'
import { Actions, ButtonLink, Notice, Stat } from '#ui/index.ts'
import type { Progress, Run } from '../import-run.ts'

const phases: Record<Progress['phase'], string> = {
  reading: 'Membaca berkas …',
  media: 'gambar dan berkas dicari',
  writing: 'tulisan disiapkan',
  undoing: 'tulisan ditarik',
}

/** How far a run under way is. The page may be left; nothing depends on it being open. */
export function RunProgress({ run }: { run: Run }) {
  const { phase = 'reading', done = 0, of = 0 } = run.progress ?? {}
  return (
    <Notice title={t('Sedang dikerjakan')} live>
      {phase === 'reading' || of === 0 ? <p>{t(phases.reading)}</p> : <Stat value={`${done}/${of}`} share={done / of} shareLabel={t('Kemajuan')}>{t(phases[phase])}</Stat>}
      <p>{t('Halaman ini boleh ditinggalkan; pekerjaan berjalan terus.')}</p>
      <Actions><ButtonLink kind="quiet" href={`/kerja/impor/${run.id}?tunggu=ya`}>{t('Muat ulang')}</ButtonLink></Actions>
    </Notice>
  )
}
