import { createPublicKey } from 'node:crypto'
import { z } from 'zod'
import { insertDevice, receiptKey } from '#platform/offline/store.ts'
import { deviceWords } from '#platform/text/device-words.ts'
import { endpoint } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'

/** The key of a browser, if it is one on the curve P-256. */
function keyIn(text: string): Buffer {
  const publicKey = Buffer.from(text, 'base64url')
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey({ key: publicKey, format: 'der', type: 'spki' })
    if (asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1') return publicKey
  } catch {
    // Said below.
  }
  throw new Problem('publicKey', 'Kunci perangkat ini tidak dapat dipakai.')
}

/** Makes a browser known as a device of whoever is signed in; once known, what it signs counts as theirs. */
export const registerDevice = endpoint({
  path: '/api/luring/perangkat',
  method: 'POST',
  may: 'signed-in',
  summary: 'Mendaftarkan peramban ini sebagai perangkat akun yang sedang masuk',
  body: z.strictObject({ id: z.uuid(), account: z.uuid(), publicKey: z.string().max(200) }),
  answer: z.object({ receiptKey: z.string(), time: z.number() }),
  async handle({ tx, who, body: { id, account, publicKey }, request, hands, note }) {
    const { id: accountId, strong } = who.account!
    // Somebody else signed in meanwhile: the key stays the other person's.
    if (account !== accountId) throw new Refused()
    const known = await insertDevice(tx, { id, accountId, publicKey: keyIn(publicKey), name: deviceWords(request.userAgent) ?? 'Perangkat', strong })
    if (!known) throw new Refused()
    note({ record: ['device', id], after: { registered: true } })
    return { receiptKey: (await receiptKey(tx, hands.governmentId, hands.secret)).publicKey.toString('base64url'), time: Date.now() }
  },
})
