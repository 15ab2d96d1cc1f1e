import { Prose } from './prose.tsx'

const html = '<p>Pengaspalan lapis akhir dimulai <strong>Senin</strong>. Lihat <a href="/berita">berita lain</a>.</p><h2>Yang perlu disiapkan</h2><ul><li>Kartu keluarga</li><li>Surat pengantar {desa}</li></ul><blockquote><p>Kami mohon maaf atas gangguan lalu lintas.</p></blockquote><table><thead><tr><th scope="col">Hari</th><th scope="col">Pukul</th></tr></thead><tbody><tr><td>Senin</td><td>08.00–16.00</td></tr></tbody></table>'

export const examples = { article: () => <Prose html={html} /> }
