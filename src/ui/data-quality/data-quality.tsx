import { t } from '#platform/i18n/locale.ts'
import { Disclosure } from '../disclosure/disclosure.tsx'
import { FactList } from '../fact-list/fact-list.tsx'
import { Section } from '../section/section.tsx'
import { Stat } from '../stat/stat.tsx'

const partWords = { completeness: 'Kelengkapan', timeliness: 'Ketepatan waktu', validity: 'Keabsahan', conformity: 'Kesesuaian standar', metadata: 'Metadata' }
type Part = keyof typeof partWords

/** Scores from 0 to 100, and the facts they rest on; a part that cannot be told is null. */
export interface ScoredQuality {
  score: number
  parts: Readonly<Record<Part, number | null>>
  filled: number | null
  daysLate: number | null
  violations: number
  withoutConcept: number
  withoutCodes: number
  missing: readonly string[]
}

/** What would raise the score, in the order of what it would bring. */
function advice(quality: ScoredQuality): string[] {
  const { parts, daysLate, violations, withoutConcept, withoutCodes, missing, filled } = quality
  return [
    ...(violations > 0 ? [t('{n, plural, one {# sel} other {# sel}} tidak memenuhi ketentuan kolomnya.', { n: violations })] : []),
    ...(daysLate !== null && daysLate > 0 ? [t('Terlambat {n, plural, one {# hari} other {# hari}} dari jadwal.', { n: daysLate })] : []),
    ...(filled !== null && parts.completeness !== null && parts.completeness < 100 ? [t('{n}% sel kosong.', { n: 100 - parts.completeness })] : []),
    ...(withoutConcept > 0 ? [t('{n, plural, one {# kolom angka} other {# kolom angka}} belum dikaitkan dengan standar data.', { n: withoutConcept })] : []),
    ...(withoutCodes > 0 ? [t('{n, plural, one {# kolom kunci} other {# kolom kunci}} belum memakai kode referensi.', { n: withoutCodes })] : []),
    ...(missing.length > 0 ? [t('Belum ditulis: {what}.', { what: missing.map(label => t(label)).join(', ') })] : []),
  ]
}

/** The score of a release by part, with what would raise it. */
export function DataQuality({ quality }: { quality: ScoredQuality }) {
  const raises = advice(quality)
  return (
    <Section title={t('Mutu')} id="mutu">
      <Stat value={String(quality.score)} share={quality.score / 100} shareLabel={t('Mutu {n} dari 100', { n: quality.score })}>{t('dari 100')}</Stat>
      <FactList facts={(Object.keys(partWords) as Part[]).map(part => ({ label: t(partWords[part]), value: quality.parts[part] === null ? null : String(quality.parts[part]) }))} />
      {raises.length > 0 && <Disclosure title={t('Yang menaikkan mutu')}><ul>{raises.map(one => <li key={one}>{one}</li>)}</ul></Disclosure>}
    </Section>
  )
}
