import { createECDH } from 'node:crypto'
import webpush from 'web-push'
import { z } from 'zod'
import { storedSecret, type Config } from '../config/config.ts'
import { fetchOutside } from '../web/outbound.ts'

/** A browser that agreed to be told, as its own push service addresses it. Whoever knows it can write to it. */
export interface PushAddress {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

/** What the service worker shows; `href` is a path of the portal. */
export interface PushMessage {
  title: string
  body: string
  href: string
  /** Messages of one tag replace each other, so that one delivered twice is seen once. */
  tag: string
}

/** What became of a message. `gone`: the browser is not there any more. `refused`: the service will never take it. */
export type PushOutcome = 'sent' | 'gone' | 'refused'

export interface Push {
  /** Key that browsers must name when they subscribe, base64url. */
  publicKey: string
  /** What a browser sends to subscribe: an address on the open web, with keys of the right kind. */
  address: z.ZodType<PushAddress>
  /**
   * Sends one message, encrypted for that browser (RFC 8291), signed by this installation (RFC 8292).
   * @param seconds how long a service keeps it for a phone that is off; what is for minutes goes out as urgent
   * @throws when it is worth trying again: the service is busy or not reachable
   */
  send(address: PushAddress, message: PushMessage, seconds?: number): Promise<PushOutcome>
}

/** Seconds a service keeps a message for a phone that is off: news of yesterday is still news. */
const timeToLive = 2 * 86_400

const bytes = (length: number, first?: number) =>
  z.string('Kunci pemberitahuan tidak sah').max(200).refine(text => {
    const decoded = Buffer.from(text, 'base64url')
    return /^[\w-]+=*$/.test(text) && decoded.length === length && (first === undefined || decoded[0] === first)
  }, 'Kunci pemberitahuan tidak sah')

/** Makes the sender of this installation; its key is made on first use and must stay, or browsers have to subscribe anew. */
export function makePush(config: Config): Push {
  // 32 random bytes are a private key of the curve, but for one case in 2³².
  const privateKey = config.VAPID_PRIVATE_KEY ?? storedSecret(config.data, 'vapid')
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(privateKey, 'base64url')
  const publicKey = curve.getPublicKey('base64url')
  const allowPrivate = config.PENDOPO_FETCH_LOCAL
  const web = (url: string) => /^https:\/\/[^@]+$/i.test(url) || (allowPrivate && url.startsWith('http://'))

  return {
    publicKey,
    address: z.object({
      endpoint: z.url('Alamat pemberitahuan tidak sah').max(1000).refine(web, 'Alamat pemberitahuan tidak sah'),
      // An uncompressed point (RFC 8291, 3.1) and the shared secret.
      keys: z.object({ p256dh: bytes(65, 4), auth: bytes(16) }),
    }),
    async send(address, message, seconds = timeToLive) {
      const request = webpush.generateRequestDetails(address, JSON.stringify(message), {
        TTL: seconds,
        urgency: seconds < 3600 ? 'high' : 'normal',
        vapidDetails: { subject: config.VAPID_SUBJECT, publicKey, privateKey },
      })
      const headers = Object.fromEntries(Object.entries(request.headers as Record<string, string | number>).map(([name, value]) => [name, String(value)]))
      const { status } = await fetchOutside(address.endpoint, { method: 'POST', headers, body: request.body, maxRedirects: 0, maxBytes: 0, allowPrivate })
      if (status >= 200 && status < 300) return 'sent'
      if (status === 404 || status === 410) return 'gone'
      if (status >= 400 && status < 500 && status !== 429) return 'refused'
      throw new Error(`push service answered ${status}`)
    },
  }
}
