import { pictureWidths } from '#platform/files/files.ts'
import type { Photo } from '#ui/index.ts'
import type { Picture } from '../contract.ts'
import type { Around } from './block.ts'

/** A picture with the widths browsers may choose from. */
export function photoOf({ fileId, alt, width, height }: Picture, around: Around): Photo & { href: string } {
  const address = (size: number | 'besar') => around.file(`/gambar/${fileId}/${size}.webp`)
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
