import { createPrivateKey, generateKeyPairSync, randomBytes, scrypt, X509Certificate, type KeyObject } from 'node:crypto'
import { seal, unseal } from '../secrets/sealing.ts'
import { Problem } from '../web/problems.ts'
import { factsOf, issue } from './certificates.ts'
import { signPades } from './pades.ts'
import { UnreadablePdf } from './pdf/reading.ts'
import type { Certificate, Credentials, Signed, Signer, SigningOrder, SigningSession } from './signer.ts'
import type { Stamping } from './cms.ts'

/** The authority as it is kept: its certificate (DER) and its key, sealed with the installation's secret. */
export interface StoredAuthority {
  certificate: Buffer
  sealedKey: Buffer
}

/** A person's certificate (DER) and key, which only passphrase and installation's secret together open. */
export interface StoredKey {
  identifier: string
  certificate: Buffer
  salt: Buffer
  sealedKey: Buffer
}

/** A person's key, open for as long as they sign. */
interface Opened {
  /** In DER. */
  der: Buffer
  certificate: Certificate
  key: KeyObject
}

/** Where an authority keeps what it makes; the caller's tables. */
export interface AuthorityStore {
  authority(): Promise<StoredAuthority | null>
  /** Keeps the first one ever offered and answers what is kept: two processes may start at once. */
  keepAuthority(made: StoredAuthority): Promise<StoredAuthority>
  key(identifier: string): Promise<StoredKey | null>
  /** Replaces the person's former key. */
  keepKey(key: StoredKey): Promise<void>
}

/** What every stamp of it says, in red: official letters are in Indonesian. */
export const testMark = 'UJI COBA – BUKAN TANDA TANGAN SAH'

const purpose = { authority: 'signing.authority', key: 'signing.key' }
const day = 86_400_000

const exported = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'der' }).toString('base64')

const keyOf = (pkcs8: string): KeyObject => createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' })

// What every checker of signatures knows, and fifty times faster to sign with than RSA.
const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

/**
 * Slows guessing down by 2 MB and some 5 ms a try. Whoever has the database alone cannot begin: the installation's
 * secret is needed as well.
 */
const secretOf = (secret: string, passphrase: string, salt: Buffer): Promise<string> =>
  new Promise((resolve, reject) => scrypt(passphrase.normalize('NFKC'), salt, 32, { N: 2048, r: 8, p: 1 }, (error, key) => (error ? reject(error) : resolve(`${secret}.${key.toString('base64')}`))))

/**
 * A certificate authority within the installation, for the demo and for tests: its signatures are technically real
 * and prove nothing to anybody outside.
 */
export class TestAuthority implements Signer {
  readonly test = true
  private readonly store: AuthorityStore
  private readonly secret: string
  private readonly settings: { now: () => Date; stamping?: Stamping }
  private own: Promise<StoredAuthority> | null = null

  /** @param secret the installation's */
  constructor(store: AuthorityStore, secret: string, settings: { now?: () => Date; stamping?: Stamping } = {}) {
    this.store = store
    this.secret = secret
    this.settings = { now: () => new Date(), ...settings }
  }

  private authority(): Promise<StoredAuthority> {
    this.own ??= this.open()
    this.own.catch(() => (this.own = null))
    return this.own
  }

  private async open(): Promise<StoredAuthority> {
    const kept = await this.store.authority()
    if (kept) return kept
    const { publicKey, privateKey } = newKeys()
    const now = this.settings.now().getTime()
    const name = { CN: 'Otoritas Uji Coba Pendopo', O: 'UJI COBA, bukan sertifikat elektronik sah', C: 'ID' }
    const certificate = issue({ name, publicKey, key: privateKey, from: new Date(now - day), to: new Date(now + 3650 * day) })
    return this.store.keepAuthority({ certificate, sealedKey: seal(this.secret, purpose.authority, exported(privateKey)) })
  }

  /** Its certificate, for those who want to check its signatures with other programs. */
  async rootPem(): Promise<string> {
    return new X509Certificate((await this.authority()).certificate).toString()
  }

  /** Gives a person a key under a passphrase of their own; a new one replaces the former, whose signatures stay valid. */
  async enrol(person: { identifier: string; name: string; organisation: string }, passphrase: string): Promise<Certificate> {
    const authority = await this.authority()
    const { publicKey, privateKey } = newKeys()
    const now = this.settings.now().getTime()
    const until = Math.min(now + 730 * day, new Date(new X509Certificate(authority.certificate).validTo).getTime())
    const certificate = issue({
      name: { CN: person.name, O: person.organisation, C: 'ID' },
      publicKey,
      issuer: { certificate: authority.certificate, key: keyOf(unseal(this.secret, purpose.authority, authority.sealedKey)) },
      from: new Date(now - 60_000),
      to: new Date(until),
    })
    const salt = randomBytes(16)
    const sealedKey = seal(await secretOf(this.secret, passphrase, salt), purpose.key, exported(privateKey))
    await this.store.keepKey({ identifier: person.identifier, certificate, salt, sealedKey })
    return factsOf(new X509Certificate(certificate))
  }

  async canSign(identifier: string): Promise<boolean> {
    const kept = await this.store.key(identifier)
    return kept !== null && new Date(new X509Certificate(kept.certificate).validTo) > this.settings.now()
  }

  begin({ identifier, passphrase }: Credentials): SigningSession {
    // Another thread derives it while this one prints.
    const opened = this.opened(identifier, passphrase)
    opened.catch(() => {})
    return { sign: async order => this.sign(order, await opened) }
  }

  private async sign({ pdf, stamp, name, reason, location }: SigningOrder, { der, certificate, key }: Opened): Promise<Signed> {
    const at = this.settings.now()
    if (at > certificate.validTo) throw new Problem('passphrase', 'Sertifikat elektronik Anda sudah berakhir. Mintalah yang baru.')
    try {
      const signed = await signPades({ pdf, key, certificate: der, at, name, reason, location, stamp, mark: testMark, stamping: this.settings.stamping })
      return { pdf: signed, signedAt: at, certificate }
    } catch (error) {
      if (error instanceof UnreadablePdf) throw new Problem('file', 'Berkas PDF ini rusak atau terkunci, sehingga tidak dapat ditandatangani.')
      throw error
    }
  }

  private async opened(identifier: string, passphrase: string): Promise<Opened> {
    const kept = await this.store.key(identifier)
    if (!kept) throw new Problem('passphrase', 'Anda belum memiliki sertifikat elektronik.')
    const secret = await secretOf(this.secret, passphrase, kept.salt)
    try {
      return { der: kept.certificate, certificate: factsOf(new X509Certificate(kept.certificate)), key: keyOf(unseal(secret, purpose.key, kept.sealedKey)) }
    } catch {
      throw new Problem('passphrase', 'Passphrase salah.')
    }
  }
}
