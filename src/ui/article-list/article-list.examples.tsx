import { Badge } from '../badge/badge.tsx'
import { samplePhoto } from '../gallery/sample.ts'
import { Section } from '../section/section.tsx'
import { ArticleItem, ArticleList } from './article-list.tsx'

export const examples = {
  'with photos': () => (
    <Section title="Terbaru dari semua kanal" link={{ href: '/berita', label: 'Semua berita' }}>
      <ArticleList>
        <ArticleItem href="/berita/1" kind="Kegiatan" unit="Dinas Pekerjaan Umum" date="2026-11-20" title="Pelebaran ruas Balapulang–Bumijawa mencapai 72 persen"
          summary="Pengaspalan lapis akhir dimulai Senin. Lalu lintas bergantian pukul 08.00–16.00." photo={samplePhoto()} />
        <ArticleItem href="/berita/2" kind="Pengumuman" unit="Kecamatan Slawi" date="2026-11-20" title="Perekaman KTP-el keliling di Balai Desa Kalisapu"
          summary="Kamis dan Jumat, pukul 09.00–14.00. Bawa kartu keluarga." photo={samplePhoto('#d8c093')} />
      </ArticleList>
    </Section>
  ),
  'with state': () => (
    <Section title="Publikasi">
      <ArticleList>
        <ArticleItem href="/publikasi/1" kind="Program" date="2026-11-19" title="Dua belas desa di perbatasan diusulkan mendapat menara baru" extra={<Badge tone="warn">Menunggu persetujuan</Badge>} />
      </ArticleList>
    </Section>
  ),
}
