import { number, longDate, dayRange } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Area } from '#platform/geo/area.ts'

/** `1–31 Desember 2026`, `sejak 1 Desember 2026`. */
export const spanWords = ({ from, until }: { from: string; until: string | null }): string =>
  until === null ? t('sejak {day}', { day: longDate(from) }) : from === until ? longDate(from) : dayRange(from, until)

/** `7 jam 30 menit`. */
export function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return t('{n} menit', { n: rest })
  return rest === 0 ? t('{n} jam', { n: number(hours) }) : t('{n} jam {rest} menit', { n: number(hours), rest })
}

/** What an area is, in words. */
export function areaWords(area: Area): string {
  if (area.kind === 'region') return t('Seluruh wilayah')
  return area.kind === 'circle' ? t('Lingkaran {radius} m', { radius: number(area.radius) }) : t('Bidang dengan {n} titik sudut', { n: area.corners.length })
}

/** A clock as people read it: `07.30`. */
export const timeWords = (time: string): string => time.replace(':', '.')
