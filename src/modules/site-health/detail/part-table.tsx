import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Unit } from '#modules/organisation/contract.ts'
import { DataTable, Share } from '#ui/index.ts'
import { barrierWords } from '../inspection/barriers.ts'
import type { Part } from '../inspection/score.ts'
import type { Place } from '../inspection/recognise.ts'
import { partNames, type PartCode } from '../requirement.ts'

export interface PartTableProps {
  parts: readonly Part[]
  caption: string
  /** Given when its people can mend what lacks here. */
  unit?: Unit
  /** Shows what would raise each part. */
  gains?: boolean
}

/** Points, part by part, with what would raise each and where it was seen. */
export function PartTable({ parts, caption, unit, gains }: PartTableProps) {
  return (
    <DataTable caption={caption} rows={parts} rowKey={part => part.code} columns={[
      { label: t('Butir'), main: true, cell: part => t(partNames[part.code]) },
      { label: t('Nilai'), numeric: true, cell: part => <Share share={part.points / part.of}>{t('{points} dari {of}', { points: number(part.points), of: number(part.of) })}</Share> },
      { label: gains ? t('Saran') : t('Terlihat di'), cell: part => (gains ? <><Advice part={part} unit={unit} /> <Places part={part} /></> : part.where.length > 0 && <Places part={part} />) },
    ]} />
  )
}

const Advice = ({ part: { code, text, values }, unit }: { part: Part; unit: Unit | undefined }) => (
  <>{text && t(text, values)} {unit && <a href={mendedAt(code, unit)}>{t('Perbaiki')}<span class="hidden-text">: {t(partNames[code])}</span></a>}</>
)

function Places({ part: { code, where } }: { part: Part }) {
  if (where.length === 0) return null
  const said = (label: string) => (code === 'accessibility' ? t(barrierWords[label] ?? label) : label)
  return <ul class="plain-list">{where.map(place => <li key={place.href + place.label}><Where place={{ ...place, label: said(place.label) }} /></li>)}</ul>
}

/** Where people of the unit mend it. */
const mendedAt = (code: PartCode, { slug }: Unit): string => {
  if (code === 'freshness') return '/kerja/publikasi/baru'
  if (code === 'links') return '/kerja/perawatan?daftar=tautan&milik=semua'
  if (code === 'certificate') return `/kerja/situs/${slug}/domain`
  return `/kerja/situs/${slug}`
}

const Where = ({ place }: { place: Place }) => <a href={place.href} rel={place.href.startsWith('/') ? undefined : 'noopener nofollow'}>{place.label.length > 70 ? `${place.label.slice(0, 67)}…` : place.label}</a>
