import { Section } from './section.tsx'

export const examples = {
  'with link': () => <Section title="Kecamatan dan desa" link={{ href: '/peta', label: 'Peta' }}><p>Isi bagian ini.</p></Section>,
}
