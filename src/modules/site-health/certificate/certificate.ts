import { isIP } from 'node:net'
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls'
import { guardedLookup, isPublicAddress, PrivateAddress } from '#platform/web/outbound.ts'

export type CertificateProblem = 'expired' | 'not-yet-valid' | 'other-name' | 'untrusted' | 'unreachable' | 'private'

/** The certificate a host shows, as far as it could be read. */
export interface Certificate {
  host: string
  /** Last day, `2026-11-21`; null when none was shown. */
  until: string | null
  /** Whole days left, negative when they are over. */
  days: number | null
  problem: CertificateProblem | null
}

export interface Reading {
  now: Date
  port?: number
  timeoutMs?: number
  /** `config.PENDOPO_FETCH_LOCAL`: tests only. */
  allowPrivate?: boolean
  /** Further certificates to trust, PEM. */
  trust?: string
}

/** What the handshake holds against a certificate whose dates are right. */
const untold: Record<string, CertificateProblem> = { ERR_TLS_CERT_ALTNAME_INVALID: 'other-name', CERT_HAS_EXPIRED: 'expired', CERT_NOT_YET_VALID: 'not-yet-valid' }

/** Shakes hands with a host and reads the certificate it shows; sends nothing and never reaches a private address. */
export async function readCertificate(host: string, { now, port = 443, timeoutMs = 10_000, allowPrivate = false, trust }: Reading): Promise<Certificate> {
  const found = (problem: CertificateProblem | null, shown?: PeerCertificate): Certificate => {
    const until = shown?.valid_to ? new Date(shown.valid_to) : null
    return { host, until: until?.toISOString().slice(0, 10) ?? null, days: until && Math.floor((until.getTime() - now.getTime()) / 86_400_000), problem }
  }
  if (!allowPrivate && isIP(host) && !isPublicAddress(host)) return found('private')
  return new Promise(resolve => {
    // Trust is judged here and not by the handshake, so that a certificate that has run out can still be read.
    const socket = connect({ host, port, servername: isIP(host) ? undefined : host, rejectUnauthorized: false, ...(trust ? { ca: trust } : {}), ...(allowPrivate ? {} : { lookup: guardedLookup }) })
    const timer = setTimeout(() => end(found('unreachable')), timeoutMs)
    const end = (certificate: Certificate) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(certificate)
    }
    socket.on('error', error => end(found(error instanceof PrivateAddress ? 'private' : 'unreachable')))
    socket.once('secureConnect', () => {
      const shown = socket.getPeerCertificate()
      end(found(problemOf(shown, socket, now), shown))
    })
  })
}

/** Node's error of a name that does not match arrives as an object, others as a code. */
function problemOf(shown: PeerCertificate, socket: TLSSocket, now: Date): CertificateProblem | null {
  if (!shown.valid_to) return 'unreachable'
  if (new Date(shown.valid_to) < now) return 'expired'
  if (new Date(shown.valid_from) > now) return 'not-yet-valid'
  const error: unknown = socket.authorizationError
  if (socket.authorized || !error) return null
  const code = error instanceof Error && 'code' in error ? String(error.code) : typeof error === 'string' ? error : ''
  const problem = untold[code] ?? 'untrusted'
  // Dates were compared with the day of the audit, which is the one that counts.
  return problem === 'expired' || problem === 'not-yet-valid' ? null : problem
}
