import type { Config } from '#platform/config/config.ts'
import { fetchOutside, OutsideFailure, type OutsideAnswer, type OutsideReason } from '#platform/web/outbound.ts'
import { SourceRefused } from '#platform/text/refused.ts'

const reasons: Record<OutsideReason, string> = {
  address: 'Alamat {url} tidak dapat dipakai. Tulis alamat lengkap, diawali https://',
  private: 'Alamat {url} menuju jaringan dalam, yang tidak dijangkau dari sini.',
  'unknown-host': 'Situs {url} tidak dikenal. Periksa ejaannya.',
  timeout: 'Situs {url} terlalu lama menjawab. Coba lagi nanti.',
  'too-large': 'Isi {url} lebih dari 20 MB.',
  'too-many-redirects': 'Alamat {url} terlalu sering dialihkan.',
  unreachable: 'Situs {url} tidak dapat dihubungi. Coba lagi nanti.',
}

/**
 * Fetches a feed; with what was remembered of the last time it may answer 304 and nothing else.
 * @throws SourceRefused with the sentence that says why not
 */
export async function fetchFeed(config: Config, url: string, last: { etag?: string | null; lastModified?: string | null } = {}): Promise<OutsideAnswer> {
  const headers = {
    accept: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
    ...(last.etag && { 'if-none-match': last.etag }),
    ...(last.lastModified && { 'if-modified-since': last.lastModified }),
  }
  try {
    const answer = await fetchOutside(url, { headers, timeoutMs: 30_000, maxBytes: 20_000_000, allowPrivate: config.PENDOPO_FETCH_LOCAL })
    if (answer.status !== 200 && answer.status !== 304) throw new SourceRefused('Situs {url} menjawab dengan kode {status}.', { url, status: answer.status })
    return answer
  } catch (error) {
    if (error instanceof OutsideFailure) throw new SourceRefused(reasons[error.reason], { url })
    throw error
  }
}
