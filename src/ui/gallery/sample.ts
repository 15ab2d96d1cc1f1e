import type { Government } from '#platform/access/government.ts'
import type { Frame, MenuItem } from '#platform/web/frame.ts'
import type { Photo } from '../picture/picture.tsx'

/** A government for the component tests; the gallery itself shows the real one. */
export const sampleGovernment: Government = {
  id: '019aa000-0000-7000-8000-000000000001',
  slug: 'tegalkab',
  name: 'Kabupaten Tegal',
  level: 'regency',
  regionCode: '33.28',
  accent: '#0b5a55',
  pattern: 'kawung',
  zone: 'Asia/Jakarta',
  vocabulary: {},
  address: 'Jl. dr. Soetomo No. 1, Slawi',
  email: 'diskominfo@tegalkab.example',
  phone: '(0283) 000000',
  crestFileId: null,
  parentId: null,
}

const entry = (label: string, href: string, group?: string, count?: number): MenuItem => ({ label, href, group, count })

/** Labels are told to the dictionary by the modules that own the entries. */
export const sampleFrame: Frame = {
  government: sampleGovernment,
  language: 'id',
  here: '/surat?jenis=masuk',
  origin: 'https://tegalkab.example',
  publicMenu: [
    entry('Beranda', '/'), entry('Layanan', '/layanan'), entry('Berita', '/berita'), entry('Pembangunan', '/pembangunan'),
    entry('Data', '/data'), entry('UMKM', '/umkm'), entry('Agenda', '/agenda'),
  ],
  workMenu: [
    entry('Hari ini', '/kerja', undefined, 9),
    entry('Surat', '/surat', 'Kantor', 14), entry('Kehadiran', '/kehadiran', 'Kantor'), entry('Pegawai', '/pegawai', 'Kantor'), entry('Pelatihan', '/pelatihan', 'Kantor', 2),
    entry('Publikasi', '/publikasi', 'Publik', 3), entry('Situs', '/situs', 'Publik'), entry('Cek fakta', '/cek-fakta', 'Publik', 1),
    entry('Satu Data', '/satu-data', 'Data', 5), entry('Angka pimpinan', '/angka', 'Data'),
  ],
  person: { name: 'Sri Wahyuningsih', unit: 'Diskominfo', shortUnit: 'Diskominfo', title: 'Plh. Kepala Dinas sampai 23 November', unread: 3 },
  flash: null,
  csrf: 'sample',
  offline: null,
  stylesheet: '/aset/pendopo.css',
  islands: {},
  site: null,
  banner: null,
  demo: false,
}

const drawn = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 640 480'><path fill='${colour}' d='M0 0h640v480H0z'/><path fill='#0003' d='M0 480l220-230 130 120 90-80 200 190z'/></svg>`)}`

export const samplePhoto = (colour = '#a9c2b6'): Photo => ({ src: drawn(colour), width: 640, height: 480, alt: 'Bukit dan jalan di Bumijawa' })
