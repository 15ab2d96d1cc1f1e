import { pino, type Logger } from 'pino'

export type Log = Logger

/** Structured log lines without personal data: no names, addresses, bodies or cookies are ever passed in. */
export const makeLog = (level: string): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: ['req.headers', 'headers', 'body', 'password', 'token'] })
