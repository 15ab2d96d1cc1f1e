import { Banner } from './banner.tsx'

export const examples = {
  tones: () => (
    <>
      <Banner label="Darurat" tone="danger" title="Banjir di Kecamatan Slawi. Jangan lewat Jalan Ahmad Yani." text="Pengungsian dibuka di GOR Trisanja. Hubungi BPBD di 112 bila terjebak air." href="/berita/banjir-slawi" />
      <Banner label="Waspada" tone="warn" title="Hujan lebat sampai Kamis; jauhi tebing di Bumijawa dan Bojong." href="/berita/cuaca" />
      <Banner label="Info" tone="info" title="Pelayanan tatap muka tutup pada 25 Desember." />
    </>
  ),
  longest: () => (
    <Banner label="Darurat" tone="danger" title="Air Kali Gung naik cepat di Slawi, Pangkah dan Dukuhturi: tinggalkan rumah di tepi kali sekarang, bawa surat penting Anda"
      text="Pengungsian dibuka di GOR Trisanja Slawi, Balai Desa Pangkah dan SMP Negeri 1 Dukuhturi. Truk menjemput dari kantor desa setiap setengah jam. Bawa obat yang diminum setiap hari, air minum dan alas tidur. Matikan listrik sebelum pergi. Hubungi BPBD di 112 bila terjebak air atau melihat orang yang perlu ditolong." href="https://bpbd.contoh.example/banjir" />
  ),
}
