import type { Message } from '#platform/forms/fields.ts'

/** Names under a government's host that are not for sites. */
const reserved = new Set(['www', 'mail', 'smtp', 'imap', 'pop', 'ftp', 'ns', 'ns1', 'ns2', 'api', 'admin', 'cdn', 'localhost', 'en', 'baru', 'situs'])

/** Why a site cannot be called this in its address, or null when it can (RFC 1035 labels). */
export function slugProblem(slug: string): Message | null {
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(slug)) return { text: 'Pakai huruf kecil, angka, dan tanda hubung, paling banyak 63 huruf' }
  if (slug.startsWith('xn--') || slug.slice(2, 4) === '--') return { text: 'Nama alamat ini tidak dapat dipakai. Pilih yang lain' }
  if (reserved.has(slug)) return { text: 'Nama alamat ini dipakai untuk keperluan lain. Pilih yang lain' }
  return null
}
