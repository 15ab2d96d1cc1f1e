import { t } from '#platform/i18n/locale.ts'

/** What this device keeps and what became of it. Drawn by the `outbox-list` script. */
export function OutboxList() {
  const words = {
    none: t('Kotak keluar kosong. Yang Anda kirim tanpa jaringan akan menunggu di sini.'),
    kept: t('Disimpan di ponsel'), stuck: t('Tidak terbaca server'), applied: t('Diterima dan diproses'), refused: t('Perlu diperbaiki'), held: t('Diterima, menunggu pemeriksaan'),
    send: t('Kirim sekarang'), sending: t('Mengirim …'), all: t('Semua sudah sampai.'),
    unreachable: t('Belum tersambung. {x} kiriman tetap aman di ponsel ini dan dikirim sendiri nanti.', { x: '{x}' }),
    unregistered: t('Masuk dahulu agar ponsel ini dikenal. {x} kiriman tetap aman di sini.', { x: '{x}' }),
    saveFile: t('Simpan ke berkas'), mend: t('Perbaiki'), open: t('Buka'), remove: t('Hapus dari daftar'),
    written: t('Ditulis {x}', { x: '{x}' }), reckoned: t('jam sebenarnya {x}', { x: '{x}' }), received: t('sampai di server {x}', { x: '{x}' }),
  }
  return (
    <div data-outbox data-words={JSON.stringify(words)}>
      <noscript><p>{t('Kotak keluar memerlukan JavaScript. Formulir tetap dapat dikirim langsung selagi tersambung.')}</p></noscript>
    </div>
  )
}

/** Takes a file that was saved on another phone, and brings what lies in it to the server. */
export function OutboxCarry() {
  const words = { sending: t('Mengirim …'), brought: t('{x} kiriman sudah sampai di server, masing-masing dihitung sekali.', { x: '{x}' }), unreadable: t('Berkas ini bukan kotak keluar yang lengkap, atau jaringan terputus. Yang sudah sampai tidak dihitung dua kali; coba lagi.') }
  return (
    <div class="field" data-outbox-carry data-words={JSON.stringify(words)} hidden>
      <label for="bawaan">{t('Berkas kotak keluar')}</label>
      <p class="hint" id="bawaan-petunjuk">{t('Dari ponsel siapa pun. Isinya tetap bertanda tangan ponsel itu dan tidak dapat diubah.')}</p>
      <input type="file" id="bawaan" accept="application/json,.json" aria-describedby="bawaan-petunjuk" />
    </div>
  )
}
