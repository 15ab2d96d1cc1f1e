import { pictureWidths } from '#platform/files/files.ts'
import type { Picture } from '#platform/forms/values.ts'
import type { Photo } from './picture.tsx'

/** An uploaded picture with the widths browsers may choose from; `file` may lead its addresses elsewhere, e.g. before it is public. */
export function photoOf({ fileId, alt, width, height }: Picture, file: (address: string) => string = address => address): Photo & { href: string } {
  const address = (size: number | 'besar') => file(`/gambar/${fileId}/${size}.webp`)
  const smaller = pictureWidths.filter(one => one < width)
  const largest = address('besar')
  return {
    src: smaller[0] ? address(smaller[0]) : largest,
    width,
    height,
    alt,
    srcset: [...smaller.map(one => `${address(one)} ${one}w`), `${largest} ${width}w`].join(', '),
    href: largest,
  }
}
