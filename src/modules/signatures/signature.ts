import { randomBytes } from 'node:crypto'

/** Letters and digits that nobody mistakes for one another (Crockford's Base32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code for the page where a letter is checked: 60 bits, so that nobody finds letters by trying. */
export const newCode = (): string => [...randomBytes(12)].map(byte => alphabet[byte % 32]).join('')

/** A code as somebody typed it: small letters, gaps and hyphens, O for 0, I and L for 1. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

/** How long a provider may take before another screen may try again. */
export const lease = 120_000

/** Whether somebody is signing this letter right now. */
export const isTaken = ({ token, takenAt }: { token: string | null; takenAt: Date | null }, now: Date): boolean => token !== null && takenAt !== null && now.getTime() - takenAt.getTime() < lease
