import type { ComponentChildren } from 'preact'

/** Addresses of one chart as it is drawn for light and dark pages, and narrow for phones held upright. */
export type ChartPictures = Record<'light' | 'dark' | 'narrowLight' | 'narrowDark', string>

export interface ViewChartProps {
  pictures: ChartPictures
  /** What it shows, for those who do not see it; the numbers stand in a table near it. */
  alt: string
  caption?: ComponentChildren
}

/** A chart drawn on the server, in the colours of the page and the width of the screen. */
export const ViewChart = ({ pictures: { light, dark, narrowLight, narrowDark }, alt, caption }: ViewChartProps) => (
  <figure class="view-chart">
    <picture>
      <source srcset={narrowDark} media="(width < 36rem) and (prefers-color-scheme: dark)" width={340} height={440} />
      <source srcset={narrowLight} media="(width < 36rem)" width={340} height={440} />
      <source srcset={dark} media="(prefers-color-scheme: dark)" width={800} height={420} />
      <img src={light} alt={alt} width={800} height={420} />
    </picture>
    {caption && <figcaption>{caption}</figcaption>}
  </figure>
)
