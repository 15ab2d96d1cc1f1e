import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'

export interface ResumableUploadProps {
  /** Where pieces are sent, by the tus protocol. */
  endpoint: string
  /** Where the person is led when the file has come; its id takes the place of `:id`. */
  done: string
  /** What is sent with the file, besides what the form holds under `title`. */
  about: Readonly<Record<string, string>>
  /** A form with one file input. */
  children: ComponentChildren
}

/**
 * Sends the file of the form inside piece by piece, with progress, with the `resumable-upload` script; what broke off goes on
 * when the same file is chosen again. Without scripts the form sends it in one piece.
 */
export function ResumableUpload({ endpoint, done, about, children }: ResumableUploadProps) {
  const { csrf } = useFrame()
  const words = {
    sending: t('{done} dari {of} terkirim', { done: '{done}', of: '{of}' }), waiting: t('Jaringan terputus. Unggahan berlanjut begitu jaringan kembali; halaman ini juga boleh ditutup.'), resumed: t('Dilanjutkan dari tempat terhenti.'), failed: t('Pengiriman terhenti. Yang sudah terkirim tidak hilang: tekan “Lanjutkan”.'),
    pause: t('Jeda'), resume: t('Lanjutkan'), paused: t('Dijeda. Boleh dilanjutkan kapan saja dalam 24 jam.'),
  }
  return (
    <div class="resumable-upload" data-resumable-upload={endpoint} data-done={done} data-token={csrf} data-about={JSON.stringify(about)} data-words={JSON.stringify(words)}>
      {children}
      <div class="sending" hidden>
        <progress max={1} value={0} aria-label={t('Kemajuan')} />
        <p role="status" />
        <button type="button" class="button quiet">{words.pause}</button>
      </div>
    </div>
  )
}
