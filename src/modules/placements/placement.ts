import type { InCharge, PostKind } from '#modules/organisation/contract.ts'
import type { Entry, levelWords } from '#modules/personnel/contract.ts'

/** Level of a position as far as the chart tells: of a functional one only its title does. */
export function levelOf({ title, kind }: { title: string; kind: PostKind }): keyof typeof levelWords | null {
  if (kind === 'lain') return null
  if (kind !== 'fungsional') return kind
  if (/^Guru\b/i.test(title)) return 'guru'
  const expert = /Ahli (Pertama|Muda|Madya|Utama)/i.exec(title)?.[1]?.toLowerCase()
  return expert === 'pertama' || expert === 'muda' || expert === 'madya' || expert === 'utama' ? `ahli-${expert}` : 'keterampilan'
}

const plain = (title: unknown) => (typeof title === 'string' ? title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim() : '')

/** The entry of a history that says what a holding says: the same day, or the same title for days that meet. */
export const entryFor = (holding: Pick<InCharge, 'title' | 'from' | 'to'>, history: readonly Entry[]): Entry | undefined =>
  history.find(({ kind, since, until, content }) => kind === 'position' && (since === holding.from || (plain(content.title) === plain(holding.title) && (since ?? '') <= (holding.to ?? '9999') && (until ?? '9999') >= holding.from)))
