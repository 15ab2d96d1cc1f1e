import { HeatMap, type HeatCell } from './heat-map.tsx'

const days = ['Sen 16', 'Sel 17', 'Rab 18', 'Kam 19', 'Jum 20'].map(label => ({ key: label, label, name: `${label} November` }))
const levels = [4, 4, 3, 2, 1, 0] as const
const cell = (n: number): HeatCell => ({ text: `${96 - n * 9}%`, level: levels[n % 6]!, name: `${48 - n * 4} dari 50 hadir` })

export const examples = {
  week: () => <HeatMap caption="Kehadiran sepekan" head="Unit" columns={days} rows={['Dinas Kesehatan', 'Kecamatan Slawi'].map((label, row) => ({ key: label, label: <a href="#x">{label}</a>, cells: days.map((_, i) => cell(row + i)) }))} />,
}
