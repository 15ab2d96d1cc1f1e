import { z } from 'zod'
import type { Scanned } from './record.ts'

const text = z.string().max(60).default('')

/** What the large button sends: the position only where the script found one; `browser` is what the browser calls itself. */
export const form = z.object({ direction: z.enum(['in', 'out'], 'Pilih masuk atau pulang'), latitude: text, longitude: text, accuracy: text, altitude: text, age: text, browser: text, readings: z.string().max(600).default('') })

/** What a QR code of an office screen or of a colleague leads to. */
export const query = z.object({ tempat: z.uuid().optional().catch(undefined), rekan: z.uuid().optional().catch(undefined), kode: z.string().max(40).optional().catch(undefined) })
export type Query = z.output<typeof query>

/** The code that was scanned before the button was pressed. */
export function scannedIn({ tempat, rekan, kode }: Query): Scanned | null {
  if (!kode) return null
  if (tempat) return { of: 'place', id: tempat, code: kode }
  return rekan ? { of: 'colleague', id: rekan, code: kode } : null
}
