import type { Config } from '../config/config.ts'
import { fetchOutside } from '../web/outbound.ts'

/** A short message to a telephone, by SMS or WhatsApp as the gateway does it. */
export interface TextMessage {
  /** Names the message, so that a gateway that gets it twice sends it once. */
  id: string
  /** `+6281234567890` */
  to: string
  text: string
}

/**
 * A gateway of one's own choice behind one address: `POST` with `Authorization: Bearer …` and `{"id", "to", "text"}` as JSON.
 * Any 2xx means that it was taken; other 4xx that it never will be; everything else is tried again.
 */
export interface TextGateway {
  /** @throws when it is worth trying again; what is thrown names no number */
  send(message: TextMessage): Promise<'sent' | 'refused'>
}

/** The gateway of this installation, or null: without `TEXT_GATEWAY_URL` nothing is sent. Nothing else is ever called, and no redirect followed. */
export function makeTextGateway({ TEXT_GATEWAY_URL: url, TEXT_GATEWAY_TOKEN: token, TEXT_GATEWAY_LOCAL: local, PENDOPO_FETCH_LOCAL: testing }: Pick<Config, 'TEXT_GATEWAY_URL' | 'TEXT_GATEWAY_TOKEN' | 'TEXT_GATEWAY_LOCAL' | 'PENDOPO_FETCH_LOCAL'>): TextGateway | null {
  if (!url) return null
  return {
    async send(message) {
      const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
      const answer = await fetchOutside(url, { method: 'POST', headers, body: JSON.stringify(message), maxRedirects: 0, maxBytes: 10_000, allowPrivate: local || testing }).catch(() => null)
      if (answer && answer.status >= 200 && answer.status < 300) return 'sent'
      if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429) return 'refused'
      throw new Error(answer ? `the text gateway answered ${answer.status}` : 'the text gateway was not reached')
    },
  }
}

/** A number as gateways want it, `0812 3456-7890` → `+6281234567890`; null for what is no Indonesian mobile number. */
export function mobileNumber(typed: string): string | null {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^(?:\+62|0062|62|0)/, '')
  return /^8\d{7,11}$/.test(digits) ? `+62${digits}` : null
}
