import type { ComponentChildren } from 'preact'

export interface ViewChartProps {
  /** Address of the picture, and of the same one for dark pages. */
  src: string
  dark: string
  /** What it shows, for those who do not see it; the numbers stand in a table near it. */
  alt: string
  caption?: ComponentChildren
}

/** A chart drawn on the server, in the colours of the page. */
export const ViewChart = ({ src, dark, alt, caption }: ViewChartProps) => (
  <figure class="view-chart">
    <picture>
      <source srcset={dark} media="(prefers-color-scheme: dark)" />
      <img src={src} alt={alt} width={800} height={420} />
    </picture>
    {caption && <figcaption>{caption}</figcaption>}
  </figure>
)
