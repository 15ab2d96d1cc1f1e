import { Notice } from './notice.tsx'

export const examples = {
  tones: () => (
    <>
      <Notice title="Sinyal lemah di desa Anda?"><p>Halaman ini tetap ringan, dan formulir dapat diisi tanpa jaringan.</p></Notice>
      <Notice tone="good" live><p>Surat dicatat. <a href="/surat/1">Lihat surat</a></p></Notice>
      <Notice tone="warn" title="Tenggat besok" />
      <Notice tone="bad" title="Tidak terkirim"><p>Berkas lebih besar dari 10 MB.</p></Notice>
    </>
  ),
}
