import { clock } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'
import { Button } from '../button/button.tsx'
import { HiddenField } from '../field/field.tsx'

export interface CheckInProps {
  /** What somebody is about to do. */
  next: 'in' | 'out'
  /** When this was drawn; a kept page that is older looks at the windows itself. */
  now: Date
  /** Working times ahead, in order. */
  windows: readonly { opensAt: Date; middle: Date; closesAt: Date }[]
}

const readings = ['latitude', 'longitude', 'accuracy', 'altitude', 'age', 'readings', 'browser']

/**
 * One large button within a `Form`: come, or go. The `check-in` script asks for the position when it is pressed, and not
 * before; without it, or without a position, the button says only that somebody is there.
 */
export function CheckIn({ next, now, windows }: CheckInProps) {
  const { government } = useFrame()
  const labels = { in: t('Presensi masuk'), out: t('Presensi pulang') }
  const words = { ...labels, looking: t('Mencari posisi …'), notIn: t('Bukan masuk? Catat pulang'), notOut: t('Bukan pulang? Catat masuk') }
  const other = next === 'in' ? 'out' : 'in'
  return (
    <div class="check-in" data-check-in data-words={JSON.stringify(words)} data-drawn={String(now.getTime())} data-zone={government.zone} data-windows={JSON.stringify(windows.map(one => [one.opensAt.getTime(), one.middle.getTime(), one.closesAt.getTime()]))}>
      {readings.map(name => <HiddenField key={name} name={name} value="" />)}
      <Button kind="primary" name="direction" value={next}>{labels[next]}</Button>
      <p class="meta" role="status" data-check-in-says>{t('Halaman dibuka pukul {time}', { time: clock(now) })}</p>
      <Button kind="plain" name="direction" value={other}>{next === 'in' ? words.notIn : words.notOut}</Button>
    </div>
  )
}

/** Names the script that `CheckIn` works better with, where it was built. */
export function useCheckInScript(): string[] {
  const { islands } = useFrame()
  return 'check-in' in islands ? ['check-in'] : []
}
