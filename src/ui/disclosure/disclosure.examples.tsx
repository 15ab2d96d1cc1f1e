import { FactList } from '../fact-list/fact-list.tsx'
import { Section } from '../section/section.tsx'
import { Disclosure } from './disclosure.tsx'

export const examples = {
  services: () => (
    <Section title="Layanan">
      <Disclosure title="Surat pengantar KTP" note="15 menit, gratis"><FactList facts={[{ label: 'Persyaratan', value: 'Kartu keluarga' }, { label: 'Biaya', value: 'Gratis' }]} /></Disclosure>
      <Disclosure title="Surat keterangan usaha" note="1 hari kerja"><p>Bawa KTP dan foto tempat usaha.</p></Disclosure>
    </Section>
  ),
}
