import { fetchOutside, type OutsideAnswer } from '../web/outbound.ts'
import { Problem } from '../web/problems.ts'
import { checkPdf, type CheckedPdf } from './checking.ts'
import { SigningUnavailable, type Credentials, type Signed, type Signer, type SigningOrder, type SigningSession } from './signer.ts'
import { stampPicture } from './stamp.ts'

/** Access to a government's own “Esign Client Service”, through which BSrE signs. */
export interface BsreAccess {
  url: string
  user: string
  password: string
  /** Form of its interface: `v1` takes forms, `v2` JSON. */
  version: 'v1' | 'v2'
  timeoutMs?: number
}

/** Codes of its answers that are known; the rest is shown in its own words. */
const codes = { unknownPerson: 2011, wrongPassphrase: 2031, mayStatus: 1111 }

const largest = 64 * 1024 * 1024

/** Signs through BSrE. Where its interface was not documented publicly, docs/decisions/0019-signing.md says what is assumed. */
export class BsreSigner implements Signer {
  readonly test = false
  private readonly access: BsreAccess
  private readonly now: () => Date

  constructor(access: BsreAccess, now: () => Date = () => new Date()) {
    this.access = access
    this.now = now
  }

  private async ask(method: 'GET' | 'POST', path: string, body?: Buffer, type?: string): Promise<OutsideAnswer> {
    const { url, user, password, timeoutMs = 30_000 } = this.access
    const headers: Record<string, string> = { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`, ...(type ? { 'content-type': type } : {}) }
    let answer: OutsideAnswer
    try {
      // The service usually stands in the government's own network; its address comes from the settings.
      answer = await fetchOutside(`${url.replace(/\/$/, '')}${path}`, { method, headers, body, timeoutMs, maxBytes: largest, maxRedirects: 0, allowPrivate: true })
    } catch (error) {
      throw new SigningUnavailable('BSrE does not answer', error)
    }
    if (answer.status === 401 || answer.status === 403) throw new SigningUnavailable('BSrE refuses BSRE_USER and BSRE_PASSWORD')
    if (answer.status >= 500 || answer.status === 404 || answer.status === 429 || (answer.status >= 300 && answer.status < 400)) throw new SigningUnavailable(`BSrE answered ${answer.status}`)
    return answer
  }

  async canSign(identifier: string): Promise<boolean> {
    const answer = this.access.version === 'v1'
      ? await this.ask('GET', `/api/user/status/${encodeURIComponent(identifier)}`)
      : await this.ask('POST', '/api/v2/user/check/status', Buffer.from(JSON.stringify({ nik: identifier })), 'application/json')
    const { status_code: code, status } = jsonOf(answer.body)
    return code === codes.mayStatus || String(status).toUpperCase() === 'ISSUE'
  }

  begin(credentials: Credentials): SigningSession {
    return { sign: order => this.sign(order, credentials) }
  }

  private async sign(order: SigningOrder, credentials: Credentials): Promise<Signed> {
    const before = checkPdf(order.pdf, []).signatures.length
    const answer = this.access.version === 'v1' ? await this.signForm(order, credentials) : await this.signJson(order, credentials)
    if (answer.status !== 200) throw refusal(answer)
    const pdf = this.access.version === 'v1' ? answer.body : Buffer.from(firstText(jsonOf(answer.body).file), 'base64')
    return { ...this.whole(pdf, before), reference: answer.headers.id_dokumen }
  }

  /** A file that broke off or lost its signature on the way is as good as none. */
  private whole(pdf: Buffer, before: number): Signed {
    let found: CheckedPdf | undefined
    try {
      found = checkPdf(pdf, [])
    } catch (error) {
      throw new SigningUnavailable('BSrE answered without a readable PDF', error)
    }
    const last = found.signatures.at(-1)
    if (found.signatures.length !== before + 1 || !last?.certificate || !found.signatures.every(({ intact }) => intact) || !last.coversWholeFile)
      throw new SigningUnavailable('BSrE answered with a PDF that is not signed')
    return { pdf, signedAt: last.at ?? this.now(), certificate: last.certificate }
  }

  private async signForm({ pdf, stamp, reason, location }: SigningOrder, { identifier, passphrase }: Credentials): Promise<OutsideAnswer> {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'surat.pdf')
    form.set('nik', identifier)
    form.set('passphrase', passphrase)
    form.set('tampilan', stamp ? 'visible' : 'invisible')
    form.set('reason', reason)
    form.set('location', location)
    if (stamp) {
      const [left, bottom, right, top] = stamp.rect.map(Math.round) as [number, number, number, number]
      form.set('image', 'true')
      form.set('imageTTD', new Blob([new Uint8Array(await stampPicture(stamp, this.now()))], { type: 'image/png' }), 'stempel.png')
      form.set('page', String(stamp.page))
      form.set('xAxis', String(left))
      form.set('yAxis', String(bottom))
      form.set('width', String(right - left))
      form.set('height', String(top - bottom))
    }
    const encoded = new Response(form)
    return this.ask('POST', '/api/sign/pdf', Buffer.from(await encoded.arrayBuffer()), encoded.headers.get('content-type') ?? undefined)
  }

  private async signJson({ pdf, stamp, reason, location }: SigningOrder, { identifier, passphrase }: Credentials): Promise<OutsideAnswer> {
    const shown = stamp
      ? { tampilan: 'VISIBLE', page: stamp.page, originX: stamp.rect[0], originY: stamp.rect[1], width: stamp.rect[2] - stamp.rect[0], height: stamp.rect[3] - stamp.rect[1], imageBase64: (await stampPicture(stamp, this.now())).toString('base64') }
      : { tampilan: 'INVISIBLE' }
    const body = { nik: identifier, passphrase, signatureProperties: [{ ...shown, location, reason }], file: [pdf.toString('base64')] }
    return this.ask('POST', '/api/v2/sign/pdf', Buffer.from(JSON.stringify(body)), 'application/json')
  }
}

function jsonOf(body: Buffer): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(body.toString('utf8'))
    return typeof found === 'object' && found !== null ? { ...found } : {}
  } catch {
    return {}
  }
}

/** Why it would not sign, in words for whoever typed the passphrase. */
function refusal({ body, status }: OutsideAnswer): Error {
  const { status_code: code, error, message } = jsonOf(body)
  if (code === codes.wrongPassphrase) return new Problem('passphrase', 'Passphrase salah.')
  if (code === codes.unknownPerson) return new Problem('passphrase', 'NIK Anda belum terdaftar di BSrE. Hubungi admin sertifikat elektronik.')
  const reason = error ?? message
  return typeof reason === 'string' ? new Problem('passphrase', 'BSrE menolak menandatangani: {reason}', { reason: reason.slice(0, 200) }) : new SigningUnavailable(`BSrE answered ${status}`)
}

/** A text, or the first of several; nothing for anything else. */
function firstText(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}
