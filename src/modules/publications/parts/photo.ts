import { pictureWidths } from '#platform/files/files.ts'
import type { Photo } from '#ui/index.ts'
import type { Picture } from '../contract.ts'

/** Public address of a picture in one width; `besar` is the largest kept. */
export const pictureAddress = (fileId: string, width: number | 'besar'): string => `/gambar/${fileId}/${width}.webp`

/** A picture with the widths browsers may choose from. */
export function photoOf(picture: Picture): Photo {
  const smaller = pictureWidths.filter(width => width < picture.width)
  const largest = pictureAddress(picture.fileId, 'besar')
  return {
    src: smaller[0] ? pictureAddress(picture.fileId, smaller[0]) : largest,
    width: picture.width,
    height: picture.height,
    alt: picture.alt,
    srcset: [...smaller.map(width => `${pictureAddress(picture.fileId, width)} ${width}w`), `${largest} ${picture.width}w`].join(', '),
  }
}
