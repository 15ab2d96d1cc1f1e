import { codeAge, codeAt, codeSecret, codeWindow } from '#platform/secrets/rotating-code.ts'

/** Seconds before and after in which a code is still taken: people hold up their phones in a row. */
const spare = 2 * codeWindow

const secretOf = (secret: string, callId: string) => codeSecret(secret, `roll-call:${callId}`)

/** The code that stands on the screen of a call at an instant. */
export const screenCode = (secret: string, callId: string, at: Date): string => codeAt(secretOf(secret, callId), at)

/** Whether somebody saw this code on the screen around that instant. */
export const wasShown = (secret: string, callId: string, code: string, at: Date): boolean => codeAge(secretOf(secret, callId), code, at, { tolerance: 0, drift: spare }).fits
