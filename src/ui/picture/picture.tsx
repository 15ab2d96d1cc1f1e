/** An image in one or more sizes and formats; width and height keep its place while it loads. */
export interface Photo {
  src: string
  width: number
  height: number
  /** What it shows; empty when the text beside it says the same. */
  alt: string
  /** Better formats first, e.g. `{ type: 'image/avif', srcset: '… 480w, … 960w' }`. */
  sources?: { type: string; srcset: string }[]
  srcset?: string
}

export interface PictureProps {
  photo: Photo
  /** As in HTML: how wide it is shown. */
  sizes?: string
  /** `eager` only for the first picture of an article. */
  loading?: 'lazy' | 'eager'
}

export function Picture({ photo, sizes, loading = 'lazy' }: PictureProps) {
  const { src, width, height, alt, srcset, sources = [] } = photo
  const img = (
    <img src={src} srcset={srcset} sizes={srcset && sizes} width={width} height={height} alt={alt} loading={loading} decoding="async"
      fetchpriority={loading === 'eager' ? 'high' : undefined} />
  )
  if (sources.length === 0) return img
  return (
    <picture>
      {sources.map(source => <source key={source.type} type={source.type} srcset={source.srcset} sizes={sizes} />)}
      {img}
    </picture>
  )
}

export interface FigureProps {
  photo: Photo
  caption?: string
  credit?: string
  sizes?: string
  loading?: 'lazy' | 'eager'
}

/** A picture with what it shows and who made it. */
export function Figure({ photo, caption, credit, sizes = '(min-width: 44rem) 44rem, 100vw', loading }: FigureProps) {
  return (
    <figure class="figure">
      <Picture photo={photo} sizes={sizes} loading={loading} />
      {(caption || credit) && <figcaption>{caption}{credit && <small> {credit}</small>}</figcaption>}
    </figure>
  )
}

export type GalleryPhoto = Photo & { caption?: string; href?: string }

/** Several pictures of one event; each links to its full size. With `eager` the first of them is not to wait. */
export function Gallery({ photos, label, eager }: { photos: GalleryPhoto[]; label: string; eager?: boolean }) {
  return (
    <ul class="photos" aria-label={label}>
      {photos.map((photo, i) => (
        <li key={photo.src}>
          <figure class="figure">
            <a href={photo.href ?? photo.src}><Picture photo={photo} sizes="(min-width: 56rem) 22rem, 50vw" loading={eager && i === 0 ? 'eager' : 'lazy'} /></a>
            {photo.caption && <figcaption>{photo.caption}</figcaption>}
          </figure>
        </li>
      ))}
    </ul>
  )
}
