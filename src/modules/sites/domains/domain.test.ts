import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge, patienceDays, readDomain, type Finding, type Standing } from './domain.ts'

describe('a domain as it is typed', () => {
  test.each([
    ['Desa-Kalisapu.DESA.id', 'desa-kalisapu.desa.id'],
    ['https://www.kalisapu.desa.id/', 'www.kalisapu.desa.id'],
    ['kalisapu.desa.id.', 'kalisapu.desa.id'],
    ['kalisapü.id', 'xn--kalisap-t2a.id'],
  ])('%s is %s', (text, host) => expect(readDomain(text)).toEqual({ host }))

  test.each(['', 'desa.id', 'go.id', 'sch.id.', 'id', 'localhost', 'kalisapu', 'tegalkab.localhost', 'printer.local', 'a.internal', '10.0.0.1', '[::1]', 'kalisapu.desa.id:8080', 'kalisapu.desa.id/profil', 'a b.id', '*.kalisapu.desa.id', 'kalisapu_desa.id', '5.4.3.2.in-addr.arpa'])('%j cannot be bound', text => {
    expect(readDomain(text)).toHaveProperty('wrong')
  })
})

describe('a verified domain', () => {
  const day = 86_400_000
  const start = Date.UTC(2026, 10, 21)

  test('is lost only after its record was gone for seven days without a day of proof', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom<Finding>('verified', 'missing', 'other', 'silent'), { minLength: 1, maxLength: 40 }), findings => {
      let standing: Standing = { verifiedAt: new Date(start - day), failingSince: null }
      let gone: number | null = null
      for (const [i, finding] of findings.entries()) {
        const now = start + i * day
        const judged = judge(standing, finding, new Date(now))
        if (finding === 'verified') gone = null
        else if (finding !== 'silent' && standing.verifiedAt) gone ??= now
        if (standing.verifiedAt) {
          const lost: boolean = finding !== 'verified' && finding !== 'silent' && gone !== null && now - gone >= patienceDays * day
          expect(judged.verifiedAt === null).toBe(lost)
          expect(judged.news === 'lost').toBe(lost)
          if (lost) gone = null
        } else expect(judged.verifiedAt !== null).toBe(finding === 'verified')
        standing = judged
      }
    }))
  })
})
