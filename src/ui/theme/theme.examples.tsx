import { sampleGovernment } from '../gallery/sample.ts'
import { Brand, Crest } from './crest.tsx'

export const examples = {
  crest: () => <p><Crest government={sampleGovernment} size={96} /></p>,
  brand: () => <Brand government={sampleGovernment} />,
}
