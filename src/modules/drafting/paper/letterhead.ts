import type { Government } from '#platform/access/government.ts'
import type { Letter as Sheet } from '#platform/documents/letter.ts'
import type { Services } from '#platform/web/services.ts'
import type { Unit, UnitTree } from '#modules/organisation/contract.ts'

type Head = NonNullable<Sheet['head']>
type Crest = NonNullable<Head['crest']>

/** Parts of an office write under its letterhead. */
const inner = new Set<Unit['kind']>(['division', 'section'])

/** The unit whose letterhead a unit writes under. */
export function officeOf(units: UnitTree, unitId: string): Unit | undefined {
  const way = units.ancestors(unitId)
  return way.findLast(({ kind }) => !inner.has(kind)) ?? way.at(-1)
}

/** `PEMERINTAH KABUPATEN TEGAL` */
export const governmentLine = ({ name, level }: Pick<Government, 'name' | 'level'>): string => (level === 'province' ? `PEMERINTAH ${name.replace(/^Provinsi\s+/, 'PROVINSI ')}` : `PEMERINTAH ${name}`).toUpperCase()

/** The town letters of an office are dated in: the end of its address, or of the government's. */
export function townOf(unit: Pick<Unit, 'address'> | undefined, government: Pick<Government, 'address' | 'name'>): string {
  const last = (unit?.address ?? government.address ?? '').replace(/\s*\b\d{5}\b/g, '').split(/[,\n]/).findLast(part => /\p{L}{3}/u.test(part))?.trim()
  return last || government.name.replace(/^(?:Kabupaten|Kota|Provinsi)\s+/, '')
}

const addressLines = (unit: Pick<Unit, 'address' | 'phone' | 'email'> | undefined, government: Government): string[] => {
  const [address, phone, email] = [unit?.address ?? government.address, unit?.phone ?? (unit?.address ? null : government.phone), unit?.email ?? (unit?.address ? null : government.email)]
  return [address, [phone && `Telepon ${phone}`, email && `Surel ${email}`].filter(Boolean).join(' · ')].flatMap(line => line || [])
}

/** The shield of governments without a crest of their own, as screens draw it. */
const drawn = (accent: string): Crest => ({
  type: 'svg', alt: 'Lambang daerah',
  bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 40"><path fill="${accent}" d="M2 2h30v20c0 9-8 14-15 16C10 36 2 31 2 22z"/><path fill="#fff" d="M17 8l3 4 9 6-1 2H6l-1-2 9-6zM9 21.5h2.4V29H9zm4.6 0H16V31h-2.4zm4.4 0h2.4V31H18zm4.6 0H25V29h-2.4z"/></svg>`),
})

/** Crests as documents can draw them, by file; few, because few governments live in one process. */
const kept = new Map<string, Buffer>()

/** Prints the crest a government uploaded, or the drawn one. */
export async function crestOf({ files }: Pick<Services, 'files'>, { id, crestFileId, accent }: Pick<Government, 'id' | 'crestFileId' | 'accent'>): Promise<Crest> {
  if (!crestFileId) return drawn(accent)
  let bytes = kept.get(crestFileId)
  if (!bytes) {
    const { default: sharp } = await import('sharp')
    bytes = await sharp(await files.read(id, crestFileId)).resize({ width: 400, height: 400, fit: 'inside', withoutEnlargement: true }).png().toBuffer()
    if (kept.size >= 50) kept.clear()
    kept.set(crestFileId, bytes)
  }
  return { type: 'png', alt: 'Lambang daerah', bytes }
}

/** The letterhead of a unit, or of somebody who holds an office of the government itself. */
export function headOf(government: Government, unit: Unit | undefined, official: string | null, crest: Crest): Head {
  if (official) return { crest, unit: official.toUpperCase(), address: addressLines(undefined, government) }
  if (!unit || unit.kind === 'government') return { crest, unit: governmentLine(government), address: addressLines(undefined, government) }
  return { crest, government: governmentLine(government), unit: unit.name.toUpperCase(), address: addressLines(unit, government) }
}
