import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { TestAuthority, type AuthorityStore, type StoredAuthority, type StoredKey } from '#platform/signing/authority.ts'
import { signerBy } from '#platform/signing/choice.ts'
import type { Signer } from '#platform/signing/signer.ts'
import { Refused } from '#platform/web/problems.ts'
import type { Services } from '#platform/web/services.ts'
import type { Signing } from './contract.ts'

/** Keeps a government's test authority and its people's keys. */
const storeOf = (db: Db): AuthorityStore => ({
  async authority() {
    const { rows } = await sql<StoredAuthority>`select certificate, sealed_key as "sealedKey" from signatures.authority`.execute(db)
    return rows[0] ?? null
  },
  async keepAuthority({ certificate, sealedKey }) {
    await sql`insert into signatures.authority (certificate, sealed_key) values (${certificate}, ${sealedKey}) on conflict do nothing`.execute(db)
    return (await this.authority())!
  },
  async key(identifier) {
    const { rows } = await sql<StoredKey>`select identifier, certificate, salt, sealed_key as "sealedKey" from signatures.key where identifier = ${identifier}`.execute(db)
    return rows[0] ?? null
  },
  async keepKey({ identifier, certificate, salt, sealedKey }) {
    await sql`insert into signatures.key (identifier, certificate, salt, sealed_key) values (${identifier}, ${certificate}, ${salt}, ${sealedKey})
      on conflict (government_id, identifier) do update set certificate = excluded.certificate, salt = excluded.salt, sealed_key = excluded.sealed_key, made_at = now()`.execute(db)
  },
})

/** One signer per government, for as long as the process runs. */
export function makeSigning({ config, database }: Pick<Services, 'config' | 'database'>): Signing {
  const made = new Map<string, Signer>()
  const of = (governmentId: string): Signer => {
    let signer = made.get(governmentId)
    if (!signer) made.set(governmentId, (signer = signerBy(config, storeOf(database.of(governmentId)))))
    return signer
  }
  return {
    of,
    async trusted(governmentId) {
      const signer = of(governmentId)
      return signer instanceof TestAuthority ? [await signer.rootPem()] : []
    },
    async enrol(governmentId, person, passphrase) {
      const signer = of(governmentId)
      if (!(signer instanceof TestAuthority)) throw new Refused('Sertifikat elektronik diterbitkan oleh BSrE, tidak di sini.')
      await signer.enrol(person, passphrase)
    },
  }
}
