import type { DemoUnit } from './types.ts'

const schools: [name: string, place: string][] = [
  ['SMP Negeri 1 Slawi', '33.28.10'], ['SMP Negeri 2 Slawi', '33.28.10'], ['SMP Negeri 3 Slawi', '33.28.10'],
  ['SMP Negeri 1 Adiwerna', '33.28.11'], ['SMP Negeri 2 Adiwerna', '33.28.11'], ['SMP Negeri 1 Balapulang', '33.28.04'],
  ['SMP Negeri 1 Bumijawa', '33.28.02'], ['SMP Negeri 1 Bojong', '33.28.03'], ['SMP Negeri 1 Margasari', '33.28.01'],
  ['SMP Negeri 1 Pagerbarang', '33.28.05'], ['SMP Negeri 1 Lebaksiu', '33.28.06'], ['SMP Negeri 1 Jatinegara', '33.28.07'],
  ['SMP Negeri 1 Kedungbanteng', '33.28.08'], ['SMP Negeri 1 Pangkah', '33.28.09'], ['SMP Negeri 1 Talang', '33.28.12'],
  ['SMP Negeri 1 Dukuhturi', '33.28.13'], ['SMP Negeri 1 Tarub', '33.28.14'], ['SMP Negeri 1 Kramat', '33.28.15'],
  ['SMP Negeri 1 Suradadi', '33.28.16'], ['SMP Negeri 1 Warureja', '33.28.17'], ['SMP Negeri 1 Dukuhwaru', '33.28.18'],
  ['SD Negeri Kalisapu 01', '33.28.10.2001'], ['SD Negeri Kalisapu 04', '33.28.10.2001'], ['SD Negeri Procot 01', '33.28.10.1008'],
  ['SD Negeri Slawi Kulon 03', '33.28.10.2004'], ['SD Negeri Trayeman 01', '33.28.10.2005'], ['SD Negeri Guci 01', '33.28.02.2001'],
  ['SD Negeri Sigedong 02', '33.28.02.2002'], ['SD Negeri Dukuhbenda 01', '33.28.02.2011'], ['SD Negeri Rembul 01', '33.28.03.2001'],
  ['SD Negeri Tuwel 02', '33.28.03.2006'], ['SD Negeri Danawarih 01', '33.28.04.2009'], ['SD Negeri Prupuk Utara 01', '33.28.01.2012'],
  ['SD Negeri Capar 01', '33.28.07.2010'], ['SD Negeri Semedo 01', '33.28.08.2010'], ['SD Negeri Pesayangan 01', '33.28.12.2008'],
  ['SD Negeri Sidapurna 02', '33.28.13.2004'], ['SD Negeri Bulakwaru 01', '33.28.14.2010'], ['SD Negeri Munjungagung 01', '33.28.15.2015'],
  ['SD Negeri Purwahamba 03', '33.28.16.2009'], ['SD Negeri Kedungkelor 02', '33.28.17.2007'], ['SD Negeri Blubuk 01', '33.28.18.2003'],
]

/** Forty-two state schools under the education agency. The NPSN are invented. */
export const tegalSchools: DemoUnit[] = schools.map(([name, place], i) => ({
  slug: name.toLowerCase().replace('smp negeri', 'smpn').replace('sd negeri', 'sdn').replaceAll(' ', '-'),
  name, shortName: name.replace('SMP Negeri', 'SMPN').replace('SD Negeri', 'SDN'),
  kind: 'school', parent: 'dikbud', place, npsn: String(20_390_101 + i * 13),
}))
