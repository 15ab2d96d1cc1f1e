import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyedHash, newToken, seal, tokenHash, unseal } from './sealing.ts'

const secret = 'rahasia-instalasi-yang-cukup-panjang'

test('what is sealed opens with the same secret and purpose, and is never stored twice alike', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => {
    const sealed = seal(secret, 'address', text)
    expect(unseal(secret, 'address', sealed)).toBe(text)
    expect(sealed.equals(seal(secret, 'address', text))).toBe(false)
  }))
})

test('another secret, another purpose or one changed bit opens nothing', () => {
  const sealed = seal(secret, 'address', 'ani@contoh.id')
  expect(sealed.includes('ani@contoh.id')).toBe(false)
  expect(() => unseal(`${secret}!`, 'address', sealed)).toThrow()
  expect(() => unseal(secret, 'token', sealed)).toThrow()
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    expect(() => unseal(secret, 'address', changed)).toThrow()
  }
  expect(() => unseal(secret, 'address', Buffer.from('pendek'))).toThrow()
})

test('equal addresses are found by a hash that needs the secret', () => {
  expect(keyedHash(secret, 'address', 'a@b.id').equals(keyedHash(secret, 'address', 'a@b.id'))).toBe(true)
  expect(keyedHash(secret, 'address', 'a@b.id').equals(keyedHash('lain', 'address', 'a@b.id'))).toBe(false)
})

test('tokens are long, fit into an address and are stored as hashes', () => {
  const token = newToken()
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(tokenHash(token).toString('latin1')).not.toContain(token)
})
