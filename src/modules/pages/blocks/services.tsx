import { t } from '#platform/i18n/locale.ts'
import { ButtonLink, Disclosure, FactList } from '#ui/index.ts'
import { rows } from '#ui/part/rows.tsx'
import { block, heading } from './block.ts'
import { hrefOf } from './links.ts'
import { Writing, writtenIn } from './written.tsx'

/** What the unit does for people, each with its standard of service. */
export const services = block({
  kind: 'services',
  label: 'Layanan',
  hint: 'Layanan dengan standarnya: persyaratan, waktu, biaya, hasil, dan dasar hukum.',
  title: 'Layanan',
  parts: {
    heading: heading(),
    rows: rows('Layanan', {
      // A form carries at most 500 inputs.
      max: 50,
      columns: {
        name: { label: 'Nama layanan', required: true, max: 120 },
        requirements: { label: 'Persyaratan', as: 'lines' },
        procedure: { label: 'Prosedur', as: 'lines' },
        time: { label: 'Waktu penyelesaian', max: 120 },
        cost: { label: 'Biaya', max: 120 },
        product: { label: 'Hasil layanan', max: 200 },
        basis: { label: 'Dasar hukum', max: 300 },
        address: { label: 'Alamat untuk mengajukan', as: 'link' },
      },
    }),
  },
  view({ values, around, level }) {
    if (values.rows.length === 0) return null
    return (
      <div>
        {values.rows.map(({ name, requirements, procedure, time, cost, product, basis, address }) => (
          <Disclosure key={name} title={name} note={[time, cost].filter(Boolean).join(', ') || undefined} level={level} lang={writtenIn()}>
            <FactList facts={[
              { label: t('Persyaratan'), value: requirements && <Writing text={requirements} around={around} /> },
              { label: t('Prosedur'), value: procedure && <Writing text={procedure} around={around} /> },
              { label: t('Waktu penyelesaian'), value: time },
              { label: t('Biaya'), value: cost },
              { label: t('Hasil layanan'), value: product },
              { label: t('Dasar hukum'), value: basis },
            ]} />
            {address && <p><ButtonLink kind="quiet" href={hrefOf(around, address)} about={name}>{t('Ajukan')}</ButtonLink></p>}
          </Disclosure>
        ))}
      </div>
    )
  },
})
