import { Actions } from '../arrange/arrange.tsx'
import { ButtonLink } from '../button/button.tsx'
import { Form } from '../form/form.tsx'
import { samplePhoto } from '../gallery/sample.ts'
import { SearchField } from '../search-field/search-field.tsx'
import { Hero } from './hero.tsx'

export const examples = {
  search: () => (
    <Hero title="Apa yang Anda perlukan hari ini?" lead="Satu tempat untuk layanan, kabar, dan data dari 48 perangkat daerah, 18 kecamatan, dan 287 desa dan kelurahan.">
      <Form method="get" action="/cari"><SearchField label="Cari di portal" placeholder="Cari layanan, berita, desa, nomor surat" size="large" /></Form>
      <p class="hint">Sering dicari: <a href="/cari?q=ktp">KTP hilang</a> <a href="/cari?q=sim">jadwal SIM keliling</a> <a href="/cari?q=umkm">bantuan UMKM</a></p>
    </Hero>
  ),
  pictured: () => (
    <Hero title="Desa Kalisapu, kampung perajin tahu" lead="Kabar, layanan, dan potensi desa kami." photo={samplePhoto()}>
      <Actions><ButtonLink href="/layanan">Layanan desa</ButtonLink><ButtonLink kind="quiet" href="/profil">Profil</ButtonLink></Actions>
    </Hero>
  ),
}
