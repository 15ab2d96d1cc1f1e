export interface PaperViewProps {
  /** Address of the drawing, all pages under one another. */
  src: string
  /** In any unit: they keep its place while it loads. */
  width: number
  height: number
  /** What it shows, and where its words can be read. */
  alt: string
}

/** A printed document as it will come out: white paper in light and in dark; it opens by itself, to be read large. */
export const PaperView = ({ src, width, height, alt }: PaperViewProps) => (
  <figure class="paper-view"><a href={src}><img src={src} width={Math.round(width)} height={Math.round(height)} alt={alt} decoding="async" /></a></figure>
)
