import type { Config } from '../config/config.ts'
import { TestAuthority, type AuthorityStore } from './authority.ts'
import { BsreSigner } from './bsre.ts'
import type { Signer } from './signer.ts'
import { stampingBy } from './timestamp.ts'

/** Who signs on this installation: BSrE when the settings name it, otherwise the test authority, marked as such. */
export function signerBy(config: Config, store: AuthorityStore): Signer {
  const { BSRE_URL: url, BSRE_USER: user, BSRE_PASSWORD: password, BSRE_API: version, SIGNING_TSA_URL: tsa } = config
  if (url && user && password) return new BsreSigner({ url, user, password, version })
  return new TestAuthority(store, config.secret, { stamping: tsa ? stampingBy(tsa) : undefined })
}
