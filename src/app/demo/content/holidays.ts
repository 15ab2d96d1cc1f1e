import type { DemoHoliday } from './types.ts'

type Row = [date: string, name: string, joint?: true]

/** From the joint decree for 2025 as it was generally published. */
const y2025: Row[] = [
  ['2025-01-01', 'Tahun Baru Masehi'], ['2025-01-27', 'Isra Mikraj Nabi Muhammad saw.'],
  ['2025-01-28', 'Cuti bersama Tahun Baru Imlek', true], ['2025-01-29', 'Tahun Baru Imlek 2576 Kongzili'],
  ['2025-03-28', 'Cuti bersama Hari Suci Nyepi', true], ['2025-03-29', 'Hari Suci Nyepi Tahun Baru Saka 1947'],
  ['2025-03-31', 'Idulfitri 1446 Hijriah'], ['2025-04-01', 'Idulfitri 1446 Hijriah (hari kedua)'],
  ['2025-04-02', 'Cuti bersama Idulfitri', true], ['2025-04-03', 'Cuti bersama Idulfitri', true],
  ['2025-04-04', 'Cuti bersama Idulfitri', true], ['2025-04-07', 'Cuti bersama Idulfitri', true],
  ['2025-04-18', 'Wafat Yesus Kristus'], ['2025-04-20', 'Kebangkitan Yesus Kristus (Paskah)'],
  ['2025-05-01', 'Hari Buruh Internasional'], ['2025-05-12', 'Hari Raya Waisak 2569 BE'],
  ['2025-05-13', 'Cuti bersama Waisak', true], ['2025-05-29', 'Kenaikan Yesus Kristus'],
  ['2025-05-30', 'Cuti bersama Kenaikan Yesus Kristus', true], ['2025-06-01', 'Hari Lahir Pancasila'],
  ['2025-06-06', 'Iduladha 1446 Hijriah'], ['2025-06-09', 'Cuti bersama Iduladha', true],
  ['2025-06-27', '1 Muharam Tahun Baru Islam 1447 Hijriah'], ['2025-08-17', 'Hari Kemerdekaan Republik Indonesia'],
  ['2025-08-18', 'Cuti bersama Hari Kemerdekaan', true],
  ['2025-09-05', 'Maulid Nabi Muhammad saw.'], ['2025-12-25', 'Kelahiran Yesus Kristus (Natal)'],
  ['2025-12-26', 'Cuti bersama Natal', true],
]

/** From the joint decree for 2026 as it was generally published. */
const y2026: Row[] = [
  ['2026-01-01', 'Tahun Baru Masehi'], ['2026-01-16', 'Isra Mikraj Nabi Muhammad saw.'],
  ['2026-02-16', 'Cuti bersama Tahun Baru Imlek', true], ['2026-02-17', 'Tahun Baru Imlek 2577 Kongzili'],
  ['2026-03-18', 'Cuti bersama Hari Suci Nyepi', true], ['2026-03-19', 'Hari Suci Nyepi Tahun Baru Saka 1948'],
  ['2026-03-20', 'Cuti bersama Idulfitri', true], ['2026-03-21', 'Idulfitri 1447 Hijriah'],
  ['2026-03-22', 'Idulfitri 1447 Hijriah (hari kedua)'], ['2026-03-23', 'Cuti bersama Idulfitri', true],
  ['2026-03-24', 'Cuti bersama Idulfitri', true], ['2026-04-03', 'Wafat Yesus Kristus'],
  ['2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)'], ['2026-05-01', 'Hari Buruh Internasional'],
  ['2026-05-14', 'Kenaikan Yesus Kristus'], ['2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus', true],
  ['2026-05-27', 'Iduladha 1447 Hijriah'], ['2026-05-28', 'Cuti bersama Iduladha', true],
  ['2026-05-31', 'Hari Raya Waisak 2570 BE'], ['2026-06-01', 'Hari Lahir Pancasila'],
  ['2026-06-16', '1 Muharam Tahun Baru Islam 1448 Hijriah'], ['2026-08-17', 'Hari Kemerdekaan Republik Indonesia'],
  ['2026-08-25', 'Maulid Nabi Muhammad saw.'], ['2026-12-24', 'Cuti bersama Natal', true],
  ['2026-12-25', 'Kelahiran Yesus Kristus (Natal)'],
]

/** Reckoned from the calendars; cuti bersama for 2027 is left out because it is not known well enough. */
const y2027: Row[] = [
  ['2027-01-01', 'Tahun Baru Masehi'], ['2027-01-05', 'Isra Mikraj Nabi Muhammad saw.'],
  ['2027-02-06', 'Tahun Baru Imlek 2578 Kongzili'], ['2027-03-08', 'Hari Suci Nyepi Tahun Baru Saka 1949'],
  ['2027-03-10', 'Idulfitri 1448 Hijriah'], ['2027-03-11', 'Idulfitri 1448 Hijriah (hari kedua)'],
  ['2027-03-26', 'Wafat Yesus Kristus'], ['2027-03-28', 'Kebangkitan Yesus Kristus (Paskah)'],
  ['2027-05-01', 'Hari Buruh Internasional'], ['2027-05-06', 'Kenaikan Yesus Kristus'],
  ['2027-05-16', 'Iduladha 1448 Hijriah'], ['2027-05-20', 'Hari Raya Waisak 2571 BE'],
  ['2027-06-01', 'Hari Lahir Pancasila'], ['2027-06-06', '1 Muharam Tahun Baru Islam 1449 Hijriah'],
  ['2027-08-15', 'Maulid Nabi Muhammad saw.'], ['2027-08-17', 'Hari Kemerdekaan Republik Indonesia'],
  ['2027-12-25', 'Kelahiran Yesus Kristus (Natal)'],
]

const marked = (rows: Row[], basis: string): DemoHoliday[] => rows.map(([date, name, joint]) =>
  ({ date, name, kind: joint ? 'cuti-bersama' : 'libur-nasional', verified: false, basis }))

/** National holidays as best known; whoever keeps the calendar must compare them with the signed decree. */
export const holidays: DemoHoliday[] = [
  ...marked(y2025, 'SKB Tiga Menteri; perlu diverifikasi'),
  ...marked(y2026, 'SKB Tiga Menteri; perlu diverifikasi'),
  ...marked(y2027, 'SKB Tiga Menteri; perlu diverifikasi. Tanggal 2027 dihitung dari kalender, bukan dari surat keputusan'),
]
