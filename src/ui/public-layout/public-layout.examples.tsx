import { Columns } from '../arrange/arrange.tsx'
import { examples as articles } from '../article-list/article-list.examples.tsx'
import { ButtonLink } from '../button/button.tsx'
import { examples as hero } from '../hero/hero.examples.tsx'
import { examples as names } from '../name-list/name-list.examples.tsx'
import { Notice } from '../notice/notice.tsx'
import { examples as picture } from '../picture/picture.examples.tsx'
import { examples as prose } from '../prose/prose.examples.tsx'
import { Section } from '../section/section.tsx'
import { examples as stats } from '../stat/stat.examples.tsx'
import { examples as tasks } from '../task-list/task-list.examples.tsx'
import { PublicLayout } from './public-layout.tsx'

export const examples = {
  home: () => (
    <PublicLayout title="Kabupaten Tegal" description="Layanan, kabar, dan data Kabupaten Tegal." hero={hero.search()} current="/">
      {tasks.home()}
      <Columns aside={(
        <>
          <Section title="Hari ini" link={{ href: '/angka', label: 'Semua angka' }}>{stats['with bar']()}</Section>
          <Notice title="Sinyal lemah di desa Anda?"><p>Halaman ini tetap ringan, dan formulir dapat diisi tanpa jaringan.</p></Notice>
        </>
      )}>
        {articles['with photos']()}
      </Columns>
      <Section title="Kecamatan dan desa" link={{ href: '/peta', label: 'Peta' }}>{names.districts()}</Section>
    </PublicLayout>
  ),
  article: () => (
    <PublicLayout title="Pelebaran ruas Balapulang–Bumijawa mencapai 72 persen" lead="Pengaspalan lapis akhir dimulai Senin. Lalu lintas bergantian pukul 08.00–16.00." width="text" current="/berita"
      breadcrumbs={[{ label: 'Berita', href: '/berita' }, { label: 'Dinas Pekerjaan Umum', href: '/berita?unit=dpu' }]}>
      {picture.figure()}
      {prose.article()}
      <p><ButtonLink href="/berita" kind="quiet">Semua berita</ButtonLink></p>
    </PublicLayout>
  ),
}
