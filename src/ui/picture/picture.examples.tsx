import { samplePhoto } from '../gallery/sample.ts'
import { Figure, Gallery } from './picture.tsx'

export const examples = {
  figure: () => <Figure photo={samplePhoto()} caption="Ruas Balapulang–Bumijawa, 20 November 2026." credit="Foto: Diskominfo" />,
  gallery: () => <Gallery label="Foto kegiatan" photos={['#a9c2b6', '#d8c093', '#a5b9d1'].map(c => ({ ...samplePhoto(c), caption: 'Kerja bakti warga' }))} />,
}
