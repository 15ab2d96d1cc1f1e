import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import { FactList, type Fact } from '#ui/index.ts'
import type { CodeItem } from '#modules/code-lists/contract.ts'
import type { Classification } from '../contract.ts'
import type { Standard } from '../concept.ts'

/** What data is broken down by; lists lead to their codes. */
function Classifications({ classifications }: { classifications: readonly Classification[] }) {
  return <>{classifications.map(({ label, list }, i): ComponentChildren => [i > 0 && ', ', list ? <a href={`/data/kode/${list}`}>{label}</a> : label])}</>
}

/** The five parts of a standard, with where they come from. */
export function StandardFacts({ standard, themes, more = [] }: { standard: Standard; themes: readonly CodeItem[]; more?: Fact[] }) {
  return (
    <FactList facts={[
      { label: t('Konsep'), value: standard.concept },
      { label: t('Definisi'), value: standard.definition },
      { label: t('Klasifikasi'), value: standard.classifications.length > 0 && <Classifications classifications={standard.classifications} /> },
      { label: t('Ukuran'), value: standard.measure },
      { label: t('Satuan'), value: standard.unit },
      { label: t('Sumber definisi'), value: standard.referenceUrl ? <a href={standard.referenceUrl} rel="nofollow noopener">{standard.reference}</a> : standard.reference },
      { label: t('Tema'), value: themes.find(({ code }) => code === standard.theme)?.label ?? standard.theme },
      ...more,
    ]} />
  )
}

/** The same as lines of text, to show what differs between two versions. */
export const asLines = ({ name, concept, definition, classifications, measure, unit, reference, referenceUrl }: Standard): string =>
  [
    t('Nama data: {text}', { text: name }), t('Konsep: {text}', { text: concept }), t('Definisi: {text}', { text: definition }), t('Klasifikasi: {text}', { text: classifications.map(({ label }) => label).join(', ') || '–' }),
    t('Ukuran: {text}', { text: measure }), t('Satuan: {text}', { text: unit }), t('Sumber definisi: {text}', { text: [reference, referenceUrl].filter(Boolean).join(' ') }),
  ].join('\n')
