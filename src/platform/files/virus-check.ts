import { createReadStream } from 'node:fs'
import { connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import type { Config } from '../config/config.ts'
import type { Log } from '../observability/log.ts'

/** What the scanner says of a file; `unanswered` when it cannot be asked. */
export type Finding = { kind: 'clean' } | { kind: 'infected'; virus: string } | { kind: 'too-large' } | { kind: 'unanswered' }

/** Looks for viruses in a file on this machine. */
export type VirusCheck = (path: string) => Promise<Finding>

/** Where clamd listens, and how long one file may take in milliseconds. */
type Scanner = ({ path: string } | { host: string; port: number }) & { patience?: number }

/** The check the configuration names; null without one. */
export function virusCheckOf({ CLAMAV_HOST: host, CLAMAV_PORT: port, CLAMAV_SOCKET: path }: Config, log: Log): VirusCheck | null {
  return path ? makeVirusCheck({ path }, log) : host ? makeVirusCheck({ host, port }, log) : null
}

/** Asks clamd over its own protocol (`INSTREAM`); what cannot be asked is logged for those who run it. */
export function makeVirusCheck({ patience = 45_000, ...scanner }: Scanner, log: Log): VirusCheck {
  return async path => {
    const signal = AbortSignal.timeout(patience)
    const { answer, sent, failure } = await ask(scanner, path, signal)
    const finding = read(answer)
    if (finding.kind === 'too-large') log.error({ sent }, 'virus scanner: the file is larger than its StreamMaxLength')
    if (finding.kind === 'unanswered') log.error({ reason: signal.aborted ? `no answer within ${patience} ms` : (failure?.message ?? answer.slice(0, 200)), sent }, 'virus scanner: no answer; when only large files fail, its StreamMaxLength is too small')
    return finding
  }
}

/** Sends a file and answers what came back, after how many bytes of it, and what went wrong. */
async function ask(scanner: Scanner, path: string, signal: AbortSignal): Promise<{ answer: string; sent: number; failure?: Error }> {
  const socket = connect(scanner).setEncoding('latin1')
  const stop = () => void socket.destroy(signal.reason as Error)
  signal.addEventListener('abort', stop)
  let answer = ''
  let failure: Error | undefined
  const closed = new Promise<void>(resolve => socket.on('close', () => resolve()).on('error', error => void (failure = error)))
  const answered = new Promise<void>(resolve => socket.on('data', (text: string) => {
    answer = (answer + text).slice(0, 1000)
    if (answer.includes('\0')) resolve()
  }))
  let sent = 0
  try {
    for await (const piece of pieces(path)) {
      // What is too large for it clamd says in the middle, and hangs up: look for an answer before every piece.
      await setImmediate()
      if (answer || socket.destroyed) break
      if (!socket.write(piece)) await Promise.race([new Promise<void>(resolve => socket.once('drain', () => resolve())), closed, answered])
      sent += piece.length
    }
    await Promise.race([answered, closed])
    return { answer: answer.split('\0')[0]!.trim(), sent, failure }
  } finally {
    signal.removeEventListener('abort', stop)
    socket.destroy()
  }
}

/** A file as clamd takes it: the length of every piece before it, and an empty one at the end. */
async function* pieces(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    yield Buffer.concat([length, piece])
  }
  yield Buffer.alloc(4)
}

function read(answer: string): Finding {
  if (/^stream: OK$/.test(answer)) return { kind: 'clean' }
  const virus = /^stream: (.{1,100}) FOUND$/.exec(answer)?.[1]
  if (virus) return { kind: 'infected', virus }
  return { kind: /size limit exceeded/i.test(answer) ? 'too-large' : 'unanswered' }
}
