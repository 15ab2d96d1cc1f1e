import type { Language } from '#platform/i18n/locale.ts'

/** Standing texts of the portal, in Markdown, by language. */
export const texts: Record<'accessibility' | 'privacy' | 'data', Record<Language, string>> = {
  accessibility: {
    id: `Portal ini dibuat menurut WCAG 2.2 tingkat AA dan diperiksa dengan alat uji pada setiap perubahan.

- Semua halaman umum berfungsi tanpa JavaScript dan tetap ringan di jaringan lambat.
- Semua dapat dilakukan dengan papan tik; gambar punya keterangan.
- Warna mengikuti pengaturan terang atau gelap perangkat Anda.

Bila ada bagian yang sulit dipakai, beri tahu kami melalui kontak di kaki halaman. Sebutkan alamat halamannya; kami menjawab dalam lima hari kerja.`,
    en: `This portal is built to WCAG 2.2 level AA and checked by tools with every change.

- All public pages work without JavaScript and stay light on slow networks.
- Everything can be done by keyboard; pictures have descriptions.
- Colours follow the light or dark setting of your device.

If any part is hard to use, tell us through the contacts at the foot of the page. Name the address of the page; we answer within five working days.`,
  },
  privacy: {
    id: `Membaca portal ini tidak memerlukan akun dan tidak dilacak. Tidak ada iklan, pelacak, atau kuki pihak lain.

- **Kuki.** Pilihan bahasa disimpan setahun. Formulir memakai satu kuki acak agar tidak dapat dikirim oleh situs lain. Petugas yang masuk mendapat kuki sesi.
- **Langganan surel.** Alamat Anda dipakai hanya untuk mengirim kabar yang Anda pilih, dan dihapus begitu Anda berhenti.
- **Catatan.** Perbuatan petugas dicatat. Catatan teknis tidak memuat nama, alamat, atau isi formulir.

Hak Anda menurut UU 27/2022 tentang Pelindungan Data Pribadi: mengetahui, memperbaiki, dan menghapus data Anda. Ajukan melalui kontak di kaki halaman.`,
    en: `Reading this portal needs no account and is not tracked. There are no advertisements, trackers or cookies of others.

- **Cookies.** The choice of language is kept for a year. Forms use one random cookie so that other sites cannot send them. Officers who sign in get a session cookie.
- **E-mail subscriptions.** Your address is used only to send the news you chose, and is deleted when you unsubscribe.
- **Records.** What officers do is recorded. Technical logs hold no names, addresses or form contents.

Your rights under Law 27/2022 on Personal Data Protection: to know, correct and delete your data. Use the contacts at the foot of the page.`,
  },
  data: {
    id: `Nama dan kode wilayah berasal dari [idn-area-data](https://github.com/fityannugroho/idn-area-data), menurut Kepmendagri 300.2.2-2138/2025, dengan lisensi [ODbL 1.0](https://opendatacommons.org/licenses/odbl/1-0/).

Hari libur dan batas waktu adalah data rujukan dengan dasar hukum dan masa berlaku; yang belum dicocokkan dengan naskah resminya ditandai demikian.

Angka di beranda dihitung dari publikasi yang terbit di portal ini; setiap angka menaut ke asalnya.`,
    en: `Names and codes of regions come from [idn-area-data](https://github.com/fityannugroho/idn-area-data), after Kepmendagri 300.2.2-2138/2025, under the [ODbL 1.0](https://opendatacommons.org/licenses/odbl/1-0/).

Holidays and deadlines are reference data with a legal basis and a period of validity; what has not been compared with the official text is marked so.

Numbers on the front page are counted from what is published on this portal; each links to its source.`,
  },
}
