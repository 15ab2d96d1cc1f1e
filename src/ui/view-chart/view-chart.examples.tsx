import { ViewChart } from './view-chart.tsx'
import { ViewFigure } from './view-figure.tsx'

const bars = encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 420"><g fill="#0b5a55"><rect x="60" y="120" width="90" height="280"/><rect x="220" y="200" width="90" height="200"/><rect x="380" y="60" width="90" height="340"/><rect x="540" y="260" width="90" height="140"/></g></svg>')

const address = `data:image/svg+xml,${bars}`
const pictures = { light: address, dark: address, narrowLight: address, narrowDark: address }

export const examples = {
  bars: () => <ViewChart pictures={pictures} alt="Kunjungan menurut kecamatan: Slawi 340, Kramat 280, Adiwerna 200, Bojong 140" caption="Kunjungan puskesmas, Oktober 2026" />,
  withNumbers: () => (
    <ViewFigure level={2} title="Kunjungan menurut kecamatan" chart={pictures} columns={[{ name: 'kecamatan', title: 'Kecamatan', type: 'text' }, { name: 'count', title: 'Kunjungan', type: 'integer' }]}
      answer={{ columns: [{ name: 'kecamatan', type: 'text' }, { name: 'count', type: 'integer' }], rows: [['Slawi', 340], ['Kramat', 280], ['Adiwerna', 200]], total: 18 }} source="Kunjungan puskesmas, Oktober 2026. Dinas Kesehatan" />
  ),
}
