import { BarChart, LineChart, LinesChart, MapChart, PieChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GeoComponent, GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components'
import { init, registerMap, use, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, PieChart, MapChart, ScatterChart, LinesChart, GridComponent, LegendComponent, GeoComponent, VisualMapComponent, AriaComponent, SVGRenderer])

/** One or several rows of numbers over the same names. */
export interface Drawing {
  kind: 'batang' | 'garis' | 'lingkaran'
  names: readonly string[]
  series: readonly { name: string; values: readonly (number | null)[] }[]
}

/** Shapes with a number each, or shapes alone. */
export interface MapDrawing {
  kind: 'peta'
  /** GeoJSON geometries by the name their number goes with. */
  shapes: readonly { name: string; geometry: { type: string; coordinates: unknown } }[]
  values: ReadonlyMap<string, number> | null
}

export interface Look {
  /** The government's colour, `#0b5a55`. */
  accent: string
  dark: boolean
  /** For a phone held upright: fewer pixels, so that its words stay legible. */
  narrow: boolean
  /** `id-ID` or `en-GB`, for the numbers on the axis. */
  locale: string
}

const wide = { width: 800, height: 420 }
const small = { width: 340, height: 440 }
/** Told apart by people who see few colours (Okabe and Ito); the first is the government's own. */
const palette = ['#e69f00', '#56b4e9', '#d55e00', '#cc79a7', '#009e73', '#999999', '#f0e442']
const fonts = { fontFamily: 'system-ui, sans-serif', fontSize: 13 }
const inks = (dark: boolean) => (dark ? { text: '#d9d6cc', line: '#55534c', paper: '#1b1a17', faint: '#2d2b27' } : { text: '#4a4840', line: '#d3cfc2', paper: '#ffffff', faint: '#eeeae0' })

/** Draws as SVG, 800 × 420 or 340 × 440, without words of its own: the page says what it shows. */
export function draw(drawing: Drawing | MapDrawing, look: Look): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...(look.narrow ? small : wide) })
  try {
    chart.setOption({ animation: false, textStyle: fonts, color: [look.accent, ...palette], ...(drawing.kind === 'peta' ? mapped(drawing, look) : drawing.kind === 'lingkaran' ? round(drawing, look) : along(drawing, look)) })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

function along({ kind, names, series }: Drawing, { dark, narrow, locale }: Look): EChartsCoreOption {
  const ink = inks(dark)
  const format = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  // Names that are many or long stand on the left, where they can be read.
  const lying = kind === 'batang' && (names.length > (narrow ? 4 : 8) || names.some(name => name.length > (narrow ? 8 : 14)))
  const category = { type: 'category', data: [...names], inverse: lying, axisLabel: { color: ink.text, width: lying ? (narrow ? 105 : 150) : narrow ? 60 : 90, overflow: 'truncate', hideOverlap: true, interval: lying && names.length <= 30 ? 0 : 'auto' }, axisLine: { lineStyle: { color: ink.line } }, axisTick: { show: false } }
  const amount = { type: 'value', axisLabel: { color: ink.text, formatter: (n: number) => format.format(n), hideOverlap: true }, splitLine: { lineStyle: { color: ink.line } } }
  const legend = series.length > 1 ? { legend: { top: 0, textStyle: { color: ink.text, ...fonts }, type: 'plain', itemWidth: 14 } } : {}
  const legendRows = narrow ? Math.ceil(series.length / 2) : 1
  return {
    ...legend,
    grid: { left: 8, right: narrow ? 14 : 24, top: series.length > 1 ? 18 + 22 * legendRows : 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: lying ? amount : category,
    yAxis: lying ? category : amount,
    series: series.map(({ name, values }) => (kind === 'garis'
      ? { type: 'line', name, data: [...values], symbol: names.length > 40 ? 'none' : 'circle', symbolSize: 6, lineStyle: { width: 2.5 } }
      : { type: 'bar', name, data: [...values], barMaxWidth: 36, stack: undefined })),
  }
}

function round({ names, series: [only] }: Drawing, { dark }: Look): EChartsCoreOption {
  const ink = inks(dark)
  return { series: [{ type: 'pie', radius: ['42%', '72%'], data: names.map((name, i) => ({ name, value: only?.values[i] ?? 0 })), label: { color: ink.text, ...fonts }, itemStyle: { borderColor: ink.paper, borderWidth: 2 } }] }
}

/** Maps are drawn one at a time, so that one name serves for all and none stays behind. */
const mapName = 'view'

function mapped({ shapes, values }: MapDrawing, { accent, dark, locale }: Look): EChartsCoreOption {
  const ink = inks(dark)
  const areas = shapes.filter(({ geometry }) => geometry.type.endsWith('Polygon'))
  const lines = shapes.flatMap(({ geometry }) => (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'MultiLineString' ? (geometry.coordinates as unknown[]) : []))
  const points = shapes.flatMap(({ geometry }) => (geometry.type === 'Point' ? [geometry.coordinates] : geometry.type === 'MultiPoint' ? (geometry.coordinates as unknown[]) : []))
  // Lines and points alone need ground under them, as wide as they reach.
  const ground = areas.length > 0 ? areas.map(({ name, geometry }) => ({ type: 'Feature', properties: { name }, geometry })) : [{ type: 'Feature', properties: { name: '' }, geometry: boxAround([...points, ...lines.flatMap(line => line as unknown[])] as [number, number][]) }]
  registerMap(mapName, { type: 'FeatureCollection', features: ground } as never)
  const style = { areaColor: areas.length > 0 ? ink.faint : 'transparent', borderColor: areas.length > 0 ? ink.text : 'transparent', borderWidth: 0.6 }
  const known = values && [...values.values()]
  const geo = { map: mapName, roam: false, silent: true, itemStyle: style, layoutCenter: ['50%', '50%'], layoutSize: '96%', aspectScale: 1 }
  if (known && known.length > 0)
    return {
      visualMap: { min: Math.min(...known), max: Math.max(...known), left: 8, bottom: 8, itemHeight: 120, text: [compact(Math.max(...known), locale), compact(Math.min(...known), locale)], textStyle: { color: ink.text, ...fonts }, inRange: { color: [ink.faint, accent] }, calculable: false },
      series: [{ type: 'map', ...geo, data: [...values].map(([name, value]) => ({ name, value })) }],
    }
  return {
    geo,
    series: [
      { type: 'lines', coordinateSystem: 'geo', polyline: true, silent: true, data: lines.map(coords => ({ coords })), lineStyle: { color: accent, width: 2 } },
      { type: 'scatter', coordinateSystem: 'geo', silent: true, symbolSize: 7, data: points, itemStyle: { color: accent } },
    ],
  }
}

const compact = (n: number, locale: string) => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(n)

function boxAround(points: readonly [number, number][]): { type: 'Polygon'; coordinates: [number, number][][] } {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const least = (all: number[]) => all.reduce((a, b) => Math.min(a, b), Infinity)
  const most = (all: number[]) => all.reduce((a, b) => Math.max(a, b), -Infinity)
  const margin = Math.max(0.002, (most(xs) - least(xs)) * 0.05, (most(ys) - least(ys)) * 0.05)
  const [left, right, low, high] = [least(xs) - margin, most(xs) + margin, least(ys) - margin, most(ys) + margin]
  return { type: 'Polygon', coordinates: [[[left, low], [right, low], [right, high], [left, high], [left, low]]] }
}
