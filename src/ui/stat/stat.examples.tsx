import { Stat } from './stat.tsx'

export const examples = {
  'with bar': () => (
    <>
      <Stat value="41/48" href="/angka/kabar" share={41 / 48}>perangkat daerah menerbitkan kabar bulan ini</Stat>
      <Stat value="94%" href="/angka/aduan" share={0.94}>aduan dijawab tepat waktu</Stat>
      <Stat value="317" href="/pembangunan" share={0.93} shareLabel="Tepat jadwal">kegiatan pembangunan berjalan, 23 terlambat</Stat>
    </>
  ),
  plain: () => <Stat value="Rp1.250.000">rata-rata biaya per peserta</Stat>,
}
