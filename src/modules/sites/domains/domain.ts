import { getDomain } from 'tldts'
import { readHost } from '#platform/web/host.ts'

/** What a look at the records found. Only `verified` counts as proof, and only `missing` and `other` against it. */
export type Finding = 'verified' | 'missing' | 'other' | 'silent'

/** As much of a domain as its next state depends on. */
export interface Standing {
  verifiedAt: Date | null
  failingSince: Date | null
}

export interface Judged extends Standing {
  /** What the owner should hear of. */
  news: 'verified' | 'failing' | 'lost' | null
}

/** Days a verified domain stays when its record is gone: a move to another name server loses records for a while. */
export const patienceDays = 7
/** Days a domain nobody has proved is looked at by itself. */
export const waitingDays = 30

const oneDay = 86_400_000

/** What a domain is after a look at its records. */
export function judge({ verifiedAt, failingSince }: Standing, finding: Finding, now: Date): Judged {
  if (finding === 'verified') return { verifiedAt: verifiedAt ?? now, failingSince: null, news: verifiedAt ? null : 'verified' }
  // A name server that does not answer says nothing about who holds the domain.
  if (!verifiedAt || finding === 'silent') return { verifiedAt, failingSince, news: null }
  if (!failingSince) return { verifiedAt, failingSince: now, news: 'failing' }
  if (now.getTime() - failingSince.getTime() < patienceDays * oneDay) return { verifiedAt, failingSince, news: null }
  return { verifiedAt: null, failingSince: null, news: 'lost' }
}

/** Names that lead nowhere outside one machine or network (RFC 6761, 6762, 8375, 9476). */
const local = /\.(?:localhost|local|internal|lan|home|test|example|invalid|arpa|onion|alt)$/
/** As the table accepts it. */
const usable = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

/** Reads a domain as people type it, an address with `https://` too; or why it cannot be bound to a site. */
export function readDomain(text: string): { host: string } | { wrong: string } {
  const typed = text.trim().replace(/^https?:\/\//i, '').replace(/\/$/, '')
  const host = readHost(typed)
  if (!host || host.port) return { wrong: 'Tulis domain saja, seperti desa-kalisapu.desa.id' }
  if (host.kind === 'address') return { wrong: 'Ini alamat IP. Tulis nama domain, seperti desa-kalisapu.desa.id' }
  if (host.kind === 'single' || local.test(host.name) || !usable.test(host.name)) return { wrong: 'Nama ini tidak dapat dibuka dari internet. Tulis domain lengkap, seperti desa-kalisapu.desa.id' }
  // A public suffix such as desa.id: others register theirs below it, so it is nobody's own.
  if (getDomain(host.name, { allowPrivateDomains: true }) === null) return { wrong: 'Di bawah nama ini orang lain mendaftarkan domainnya. Tulis domain Anda sendiri, seperti desa-kalisapu.desa.id' }
  return { host: host.name }
}

/** Where the proof of a domain stands. */
export const proofName = (host: string): string => `_pendopo.${host}`
