import { t } from '../../i18n/locale.ts'
import { Actions, Button, ButtonLink, Form, Notice, Stat } from '#ui/index.ts'
import type { RunState, SheetRun } from '../sheet-run.ts'

const phases: Partial<Record<RunState, string>> = {
  reading: 'Membaca berkas …',
  checking: 'baris diperiksa',
  applying: 'baris dimasukkan',
}

/** A job that said nothing for so long, in milliseconds, was lost with its worker. */
const lostAfter = 45_000

/** How far a run under way is. The page may be left; nothing depends on it being open. */
export function RunProgress({ run, here, now }: { run: SheetRun; here: string; now: Date }) {
  const { done = 0, of = 0 } = run.progress ?? {}
  const lost = now.getTime() - run.touchedAt.getTime() > lostAfter
  return (
    <Notice title={t('Sedang dikerjakan')} live>
      {run.state === 'reading' || of === 0 ? <p>{t('Membaca berkas …')}</p> : <Stat value={`${done}/${of}`} share={done / of} shareLabel={t('Kemajuan')}>{t(phases[run.state] ?? '')}</Stat>}
      <p>{t('Halaman ini boleh ditinggalkan; pekerjaan berjalan terus.')}</p>
      {lost
        ? <Form actions={<Button name="langkah" value="ulang">{t('Lanjutkan')}</Button>}><p>{t('Pekerjaan ini tampaknya terhenti. Tidak ada yang masuk setengah; lanjutkan dari awal langkah ini.')}</p></Form>
        : <Actions><ButtonLink kind="quiet" href={`${here}?tunggu=ya`}>{t('Muat ulang')}</ButtonLink></Actions>}
    </Notice>
  )
}
