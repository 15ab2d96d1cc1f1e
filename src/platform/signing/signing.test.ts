import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderWithPlaces } from '../documents/compiler.ts'
import { letterDocument } from '../documents/letter.ts'
import { Problem } from '../web/problems.ts'
import type { TestAuthority } from './authority.ts'
import { issue } from './certificates.ts'
import { checkPdf } from './checking.ts'
import { detachedSignature, sha256 } from './cms.ts'
import { PdfFile } from './pdf/file.ts'
import { UnreadablePdf } from './pdf/reading.ts'
import { Update } from './pdf/update.ts'
import { SigningUnavailable, signMany, type Credentials, type SigningOrder } from './signer.ts'
import { aTimestampService, anAuthority, passphrase } from './testing.ts'
import { stampingBy } from './timestamp.ts'

const missing = (...programs: string[]) => programs.filter(program => spawnSync(program, ['--version']).error !== undefined)
const poppler = missing('pdfsig', 'certutil')
const qpdf = missing('qpdf')
const unless = (lacking: string[]) => (lacking.length ? ` (skipped: needs ${lacking.join(', ')})` : '')

let folder: string
let authority: TestAuthority
let root: string
let letter: { pdf: Buffer; stamp: SigningOrder['stamp'] }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signing-'))
  authority = await anAuthority()
  root = await authority.rootPem()
  const { pdf, places } = await renderWithPlaces(
    await letterDocument({
      paper: 'a4',
      about: { title: 'Undangan rapat', author: 'Diskominfo', date: new Date('2026-11-21T02:00:00Z') },
      facts: [{ label: 'Nomor', value: ['000.1.5/123/DISKOMINFO/2026'] }],
      body: 'Dengan hormat kami mengundang Saudara.',
      signature: { capacity: ['KEPALA DINAS,'], name: 'Dra. SRI WAHYUNINGSIH, M.Si.' },
    }),
  )
  letter = { pdf, stamp: { page: places[0]!.page, rect: places[0]!.rect, lines: ['Dra. SRI WAHYUNINGSIH, M.Si.', '21 November 2026'], qr: 'https://tegalkab.go.id/v/7Q2M' } }
})
afterAll(() => rmSync(folder, { recursive: true }))

const order = (over: Partial<SigningOrder> = {}): SigningOrder => ({ ...letter, name: 'Dra. Sri Wahyuningsih, M.Si.', reason: 'Menandatangani surat', location: 'Slawi', ...over })

/** One letter signed by one person. */
const signed = (by: TestAuthority, over: Partial<SigningOrder> = {}, typed: Partial<Credentials> = {}) => by.begin({ identifier: '1', passphrase, ...typed }).sign(order(over))

function saved(name: string, pdf: Buffer): string {
  const file = join(folder, name)
  writeFileSync(file, pdf)
  return file
}

/** What pdfsig says of a file, with a set of trusted authorities that holds ours. */
function pdfsig(pdf: Buffer): string {
  const trust = join(folder, 'trust')
  if (!spawnSync('test', ['-d', trust]).status) return spawnSync('pdfsig', ['-nssdir', trust, saved('sig.pdf', pdf)], { encoding: 'utf8' }).stdout
  mkdirSync(trust)
  spawnSync('certutil', ['-N', '-d', `sql:${trust}`, '--empty-password'])
  spawnSync('certutil', ['-A', '-d', `sql:${trust}`, '-n', 'root', '-t', 'C,C,C', '-i', saved('root.pem', Buffer.from(root))])
  return pdfsig(pdf)
}

const count = (text: string, part: string) => text.split(part).length - 1

describe('a signed letter', () => {
  it.skipIf(poppler.length)(`is valid and trusted for pdfsig${unless(poppler)}`, async () => {
    const { pdf } = await signed(authority)
    const said = pdfsig(pdf)
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Certificate is Trusted')
    expect(said).toContain('ETSI.CAdES.detached')
    expect(said).toContain('Total document signed')
    expect(said).toContain('CN="Dra. Sri Wahyuningsih, M.Si."')
  })

  it('keeps every byte of the letter, and adds behind it', async () => {
    const { pdf } = await signed(authority)
    expect(pdf.subarray(0, letter.pdf.length).equals(letter.pdf)).toBe(true)
  })

  it.skipIf(qpdf.length)(`has nothing qpdf complains about, with or without a stamp${unless(qpdf)}`, async () => {
    for (const stamp of [letter.stamp, null]) {
      const { pdf } = await signed(authority, { stamp })
      const checked = spawnSync('qpdf', ['--check', saved('checked.pdf', pdf)], { encoding: 'utf8' })
      expect(checked.stdout + checked.stderr).toContain('No syntax or stream encoding errors found')
      expect(checked.status).toBe(0)
    }
  })

  it.skipIf(poppler.length)(`shows who signed, and that it is only a test${unless(poppler)}`, async () => {
    const { pdf } = await signed(authority)
    const words = spawnSync('pdftotext', ['-layout', saved('stamp.pdf', pdf), '-'], { encoding: 'utf8' }).stdout
    expect(words).toContain('UJI COBA – BUKAN TANDA TANGAN SAH')
    expect(words).toContain('Ditandatangani secara elektronik oleh:')
    const fonts = spawnSync('pdffonts', [saved('stamp.pdf', pdf)], { encoding: 'utf8' }).stdout.trim().split('\n').slice(2)
    expect(fonts.filter(line => !/ yes +yes +yes /.test(line))).toEqual([])
  })

  it('says who signed, when, why and where', async () => {
    const { pdf, signedAt, certificate } = await signed(authority)
    const { signatures, changedAfterSigning } = checkPdf(pdf, [root])
    expect(signatures).toEqual([
      { signer: 'Dra. Sri Wahyuningsih, M.Si.', at: new Date(Math.trunc(signedAt.getTime() / 1000) * 1000), timeProven: false, certificate, reason: 'Menandatangani surat', location: 'Slawi', intact: true, trusted: true, coversWholeFile: true },
    ])
    expect(changedAfterSigning).toBe(false)
    expect(certificate).toMatchObject({ subject: 'Dra. Sri Wahyuningsih, M.Si.', issuer: 'Otoritas Uji Coba Pendopo' })
  })

  it('may be signed by others after, and the earlier signatures stay valid', async () => {
    const first = await signed(authority)
    const second = await signed(authority, { pdf: first.pdf, stamp: null, name: 'Budi Santoso' }, { identifier: '2' })
    expect(checkPdf(second.pdf, [root])).toMatchObject({
      changedAfterSigning: false,
      signatures: [{ signer: 'Dra. Sri Wahyuningsih, M.Si.', intact: true, trusted: true, coversWholeFile: false }, { signer: 'Budi Santoso', intact: true, trusted: true, coversWholeFile: true }],
    })
    if (poppler.length) return
    expect([count(pdfsig(second.pdf), 'Signature is Valid'), count(pdfsig(second.pdf), 'Certificate is Trusted')]).toEqual([2, 2])
  })

  it.skipIf(qpdf.length)(`may be a PDF of another kind, with its table in a stream${unless(qpdf)}`, async () => {
    const packed = join(folder, 'packed.pdf')
    spawnSync('qpdf', ['--object-streams=generate', saved('plain.pdf', letter.pdf), packed])
    const { pdf } = await signed(authority, { pdf: readFileSync(packed) })
    const again = await signed(authority, { pdf, stamp: null, name: 'Budi Santoso' }, { identifier: '2' })
    expect(checkPdf(again.pdf, [root]).signatures).toMatchObject([{ intact: true, trusted: true }, { intact: true, trusted: true }])
    expect(spawnSync('qpdf', ['--check', saved('again.pdf', again.pdf)]).status).toBe(0)
    if (poppler.length === 0) expect(count(pdfsig(again.pdf), 'Signature is Valid')).toBe(2)
  })
})

describe('a changed file', () => {
  it('is noticed wherever one byte differs', async () => {
    const { pdf } = await signed(authority)
    const from = pdf.indexOf('/Contents <', letter.pdf.length) + 10
    const to = pdf.indexOf('>', from) + 1
    fc.assert(fc.property(fc.integer({ min: 0, max: pdf.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      if (at >= from && at < to) return
      const changed = Buffer.from(pdf)
      changed[at] = (changed[at]! + by) & 0xff
      expect(intactOnes(changed)).toBe(0)
    }), { numRuns: 250 })
  }, 60_000)

  it.skipIf(poppler.length)(`is noticed by pdfsig${unless(poppler)}`, async () => {
    const { pdf } = await signed(authority)
    const signature = pdf.indexOf('/Contents <', letter.pdf.length)
    for (const at of [12, 600, letter.pdf.length >> 1, letter.pdf.length - 8, signature - 3, pdf.indexOf('/Reason'), pdf.length - 120]) {
      const changed = Buffer.from(pdf)
      changed[at] = changed[at]! ^ 1
      expect(pdfsig(changed)).not.toContain('Signature is Valid')
    }
  }, 60_000)

  it('is noticed when something was added behind the signature', async () => {
    const { pdf } = await signed(authority)
    const update = new Update(new PdfFile(pdf))
    update.add(new Map([['Tambahan', 1]]))
    expect(checkPdf(update.bytes(), [root])).toMatchObject({ changedAfterSigning: true, signatures: [{ intact: true, coversWholeFile: false }] })
  })

  it('is noticed when a signature leaves out more than itself, although it fits what it covers', async () => {
    const { pdf } = await signed(authority, { stamp: null })
    const range = /\/ByteRange (\[0 (\d+) (\d+) (\d+)\] *)/.exec(pdf.toString('latin1', letter.pdf.length))!
    const [, written, from, to] = range as unknown as [string, string, string, string]
    const resigned = async (less: number) => {
      const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const certificate = issue({ name: { CN: 'Penipu', O: 'Penipu', C: 'ID' }, publicKey: keys.publicKey, issuer: { certificate: new X509Certificate(root).raw, key: keys.privateKey }, from: new Date(), to: new Date(Date.now() + 1e7) })
      const file = Buffer.from(pdf)
      file.write(`[0 ${Number(from) - less} ${to} ${file.length - Number(to)}]`.padEnd(written.length), file.indexOf(written, letter.pdf.length), 'latin1')
      const cms = await detachedSignature(sha256(file.subarray(0, Number(from) - less), file.subarray(Number(to))), keys.privateKey, certificate)
      file.write(cms.toString('hex').padEnd(Number(to) - Number(from) - 2, '0'), Number(from) + 1, 'latin1')
      return checkPdf(file, [root]).signatures
    }
    expect(await resigned(0)).toMatchObject([{ intact: true, trusted: false }])
    expect(await resigned(10)).toMatchObject([{ intact: false, trusted: false }])
  })

  it('is not trusted when another authority of the same name signed it', async () => {
    const { pdf } = await signed(await anAuthority())
    expect(checkPdf(pdf, [root]).signatures).toMatchObject([{ intact: true, trusted: false }])
  })

  it('that never was a PDF, is cut off or protected is refused with a sentence, by the signer and by the check', async () => {
    const broken = [Buffer.from('bukan pdf'), Buffer.alloc(0), letter.pdf.subarray(0, 3000), Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'), Buffer.from('%PDF-1.7\nstartxref\n99999999\n%%EOF'), Buffer.from(`%PDF-1.7\n${'['.repeat(100_000)}\nstartxref\n9\n%%EOF`)]
    if (!qpdf.length) {
      spawnSync('qpdf', ['--encrypt', 'a', 'b', '256', '--', saved('open.pdf', letter.pdf), join(folder, 'locked.pdf')])
      broken.push(readFileSync(join(folder, 'locked.pdf')))
    }
    for (const pdf of broken) {
      expect(() => checkPdf(pdf, [root])).toThrow(UnreadablePdf)
      await expect(signed(authority, { pdf })).rejects.toThrow('rusak atau terkunci')
    }
    expect(checkPdf(letter.pdf, [root])).toEqual({ signatures: [], changedAfterSigning: false })
  })
})

/** How many signatures of a file are intact; a file that cannot be read has none. */
function intactOnes(pdf: Buffer): number {
  try {
    return checkPdf(pdf, [root]).signatures.filter(({ intact }) => intact).length
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadablePdf)
    return 0
  }
}

describe('the passphrase', () => {
  it('must be right, and the person must have a certificate that is still valid', async () => {
    await expect(signed(authority, {}, { passphrase: 'salah' })).rejects.toThrow(new Problem('passphrase', 'Passphrase salah.'))
    await expect(signed(authority, {}, { identifier: '9' })).rejects.toThrow('belum memiliki sertifikat')
    let now = new Date('2026-11-21T02:00:00Z')
    const other = await anAuthority({ '1': 'Sri' }, { now: () => now })
    now = new Date('2029-01-01T00:00:00Z')
    await expect(signed(other)).rejects.toThrow('sudah berakhir')
    expect([await other.canSign('1'), await authority.canSign('1'), await authority.canSign('9')]).toEqual([false, true, false])
  })

  it('opens nothing of somebody else, and a new certificate leaves the old signatures valid', async () => {
    const own = await anAuthority({ '1': 'Sri' })
    const before = await signed(own)
    await own.enrol({ identifier: '1', name: 'Sri', organisation: 'Pemerintah Kabupaten Tegal' }, 'frasa yang baru')
    await expect(signed(own)).rejects.toThrow('Passphrase salah.')
    const after = await signed(own, {}, { passphrase: 'frasa yang baru' })
    expect(after.certificate.serial).not.toBe(before.certificate.serial)
    expect(checkPdf(before.pdf, [await own.rootPem()]).signatures).toMatchObject([{ intact: true, trusted: true }])
  })

  it('signs many at once, each for itself', async () => {
    const outcomes = await signMany(authority.begin({ identifier: '1', passphrase }), [{ key: 'a', order: order() }, { key: 'b', order: order({ pdf: Buffer.from('rusak') }) }, { key: 'c', order: order({ stamp: null }) }])
    expect(outcomes.map(outcome => [outcome.key, 'signed' in outcome])).toEqual([['a', true], ['b', false], ['c', true]])
  })

  it('when wrong, is tried once only for many', async () => {
    let tries = 0
    const session = authority.begin({ identifier: '1', passphrase: 'salah' })
    const counting = { sign: (asked: SigningOrder) => (tries++, session.sign(asked)) }
    const outcomes = await signMany(counting, ['a', 'b', 'c'].map(key => ({ key, order: order() })))
    expect([tries, outcomes.filter(outcome => 'error' in outcome).length]).toEqual([1, 3])
  })
})

describe('a timestamp', () => {
  it('proves the time to whoever trusts its service', async () => {
    const service = await aTimestampService()
    const timed = await anAuthority({ '1': 'Sri' }, { stamping: stampingBy(service.url) })
    const { pdf } = await signed(timed)
    service.close()
    const own = await timed.rootPem()
    expect(checkPdf(pdf, [own, service.root]).signatures).toMatchObject([{ intact: true, trusted: true, timeProven: true, coversWholeFile: true }])
    expect(checkPdf(pdf, [own]).signatures).toMatchObject([{ intact: true, timeProven: false }])
  })

  it('that fails leaves nothing signed', async () => {
    const service = await aTimestampService(token => token.fill(7, token.length - 20))
    const spoilt = await anAuthority({ '1': 'Sri' }, { stamping: stampingBy(service.url) })
    await expect(signed(spoilt)).rejects.toThrow(SigningUnavailable)
    service.close()
    await expect(signed(spoilt)).rejects.toThrow(SigningUnavailable)
  })
})
