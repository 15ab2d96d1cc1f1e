import { PlaceMap } from './place-map.tsx'

export const examples = {
  'one place': () => <PlaceMap label="Letak kantor desa" places={[{ name: 'Kantor Desa Kalisapu', note: 'Jl. Raya Kalisapu No. 1', latitude: -6.9735, longitude: 109.1334 }]} />,
  'several places': () => (
    <PlaceMap label="Desa di Kecamatan Slawi" places={[
      { name: 'Kalisapu', href: '/situs/desa-kalisapu', latitude: -6.9735, longitude: 109.1334 },
      { name: 'Dukuhsalam', latitude: -6.9921, longitude: 109.1213 },
      { name: 'Trayeman', latitude: -6.9718, longitude: 109.1429 },
      { name: 'Kagok', latitude: -7.0014, longitude: 109.1382 },
    ]} />
  ),
}
