import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Manifest } from '#platform/archive/manifest.ts'
import { openArchive } from '#platform/archive/reading.ts'
import { ArchiveRefused } from '#platform/archive/refused.ts'
import { changed } from '#platform/db/changes.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { patch, placesOf, repack } from '../testing/archives.ts'
import { archivePath, aSetUp, fill, rowsOf, type Filled, type SetUp } from '../testing/moving.ts'
import { exportUnit, importUnit } from './moving.ts'

const quiet = () => {}

let source: SetUp
let target: SetUp
let filled: Filled
let path: string
let bytes: Buffer

beforeAll(async () => {
  source = await aSetUp()
  target = await aSetUp()
  filled = await fill(source)
  path = await archivePath()
  const [government] = await source.services.ask(governmentDirectory).all()
  await exportUnit(source.services, government!, filled.unit.slug, path, quiet)
  bytes = await readFile(path)
})

afterAll(async () => {
  await source.close()
  await target.close()
})

/** Every row and every file that an import could leave. */
async function state() {
  const rows = await rowsOf(target, `select schemaname || '.' || relname as name,
    (xpath('//d/text()', query_to_xml(format($$select count(*) || md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as d from %I.%I t$$, schemaname, relname), false, true, '')))[1]::text as digest
    from pg_stat_user_tables where schemaname <> 'pgboss' or relname = 'job_common' order by 1`)
  const files = await readdir(join(target.config.data, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])
  return { rows, files: files.filter(file => file.isFile()).map(file => file.name) }
}

/** Imports an archive that must be refused, and answers the sentence. */
async function refusal(file: string): Promise<string> {
  const before = await state()
  const error: unknown = await importUnit(target.services, file, {}, quiet).then(() => null, (thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ArchiveRefused)
  expect(await state()).toEqual(before)
  return (error as Error).message
}

describe('a damaged archive', () => {
  const opens = async (content: Buffer): Promise<string> => {
    const file = join(await archivePath(), '..', 'damaged.zip')
    await writeFile(file, content)
    return openArchive(file).then(async archive => (await archive.close(), 'opened'), (error: unknown) => (error instanceof ArchiveRefused ? 'refused' : `failed: ${String(error)}`))
  }

  test('opens only when it is whole', async () => {
    expect(await opens(bytes)).toBe('opened')
  })

  test('is refused whichever byte has changed, wherever it was cut off, whatever was added', async () => {
    const anywhere = fc.integer({ min: 0, max: bytes.length - 1 })
    // The directory and the seal at the end are a small part of the bytes, and most of what is read first.
    const nearEnd = fc.integer({ min: Math.max(0, bytes.length - 6000), max: bytes.length - 1 })
    await fc.assert(fc.asyncProperty(fc.oneof(anywhere, nearEnd), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(bytes)
      changed[at] = changed[at]! ^ by
      expect(await opens(changed)).toBe('refused')
    }), { numRuns: 250 })
    await fc.assert(fc.asyncProperty(fc.oneof(anywhere, nearEnd), async length => {
      expect(await opens(bytes.subarray(0, length))).toBe('refused')
    }), { numRuns: 60 })
    await fc.assert(fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.boolean(), async (more, before) => {
      expect(await opens(Buffer.concat(before ? [more, bytes] : [bytes, more]))).toBe('refused')
    }), { numRuns: 60 })
    await fc.assert(fc.asyncProperty(anywhere, anywhere, async (a, b) => {
      expect(await opens(Buffer.concat([bytes.subarray(0, Math.min(a, b)), bytes.subarray(Math.max(a, b) + 1)]))).toBe('refused')
    }), { numRuns: 60 })
  }, 120_000)

  test('says so in a sentence and leaves nothing', async () => {
    const changed = Buffer.from(bytes)
    changed[1000] = changed[1000]! ^ 1
    const file = await archivePath()
    await writeFile(file, changed)
    expect(await refusal(file)).toMatch(/is damaged: it is not as export-unit wrote it/)
    await writeFile(file, bytes.subarray(0, bytes.length - 1))
    expect(await refusal(file)).toMatch(/was cut off/)
  })
})

describe('an archive of something else', () => {
  test.each([
    ['nothing at all', Buffer.alloc(0)],
    ['a text', Buffer.from('Dear colleague, find attached the archive of our website.'.repeat(100))],
    ['an empty zip', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')],
  ])('is refused: %s', async (_, content) => {
    const file = await archivePath()
    await writeFile(file, content)
    expect(await refusal(file)).toMatch(/is no archive of a unit/)
  })

  test('is refused: a missing file, a folder', async () => {
    expect(await refusal('/nowhere/unit.zip')).toBe('There is no file /nowhere/unit.zip.')
    expect(await refusal('/tmp')).toMatch(/is not a file/)
  })
})

const json = <T>(entries: Map<string, Buffer>, name: string, change: (value: T) => void) => {
  const value = JSON.parse(entries.get(name)!.toString()) as T
  change(value)
  entries.set(name, Buffer.from(JSON.stringify(value)))
}
const rows = (entries: Map<string, Buffer>, table: string, change: (row: Record<string, unknown>, at: number) => unknown) => {
  const name = `rows/${table}.ndjson`
  const lines = entries.get(name)!.toString().split('\n').filter(Boolean).map(line => JSON.parse(line) as Record<string, unknown>)
  lines.forEach(change)
  entries.set(name, Buffer.from(lines.map(line => `${JSON.stringify(line)}\n`).join('')))
}
const table = (manifest: Manifest, name: string) => manifest.tables.find(one => one.name === name)!

describe('an archive somebody has made by hand, seal and all', () => {
  test('is taken in when nothing is wrong with it, so that what follows is refused for its own reason', async () => {
    const other = await aSetUp()
    await expect(importUnit(other.services, await repack(path, () => {}), {}, quiet)).resolves.toMatchObject({ already: false })
    await other.close()
  })

  test.each<[string, (entries: Map<string, Buffer>) => void, RegExp, boolean?]>([
    ['no manifest', entries => void entries.delete('manifest.json'), /has no manifest/],
    ['a manifest of something else', entries => void entries.set('manifest.json', Buffer.from('{"format":"wordpress"}')), /its manifest says something else/, false],
    ['a manifest that is no JSON', entries => void entries.set('manifest.json', Buffer.from('{')), /its manifest says something else/, false],
    ['a newer format', entries => json<Manifest & { number: number }>(entries, 'manifest.json', manifest => void Object.assign(manifest, { number: 7 })), /newer Pendopo \(format 7, this one reads 1\)/],
    ['a missing entry', entries => void entries.delete('people.json'), /is not complete: people.json is missing/],
    ['a missing file', entries => void entries.delete([...entries.keys()].find(name => name.startsWith('files/'))!), /is missing|does not hold the files/],
    ['an entry the manifest does not know', entries => void entries.set('files/00000000-0000-4000-8000-000000000000', Buffer.from('x')), /holds something its manifest does not name/, false],
    ['an entry of another kind', entries => void entries.set('scripts/run.sh', Buffer.from('x')), /holds an entry that no archive of a unit has/],
    ['a file nobody lists', entries => void entries.set('files/00000000-0000-4000-8000-000000000000', Buffer.from('x')), /does not hold the files it lists/],
    ['other bytes than the manifest says', entries => void entries.set('people.json', Buffer.from(entries.get('people.json')!.toString().replace('Rosmaini', 'Rosmaina'))), /people.json is not as it was written/, false],
    ['a picture that is another, after others were taken in', entries => { const name = [...entries.keys()].findLast(one => /^files\/[^.]+$/.test(one))!; const body = Buffer.from(entries.get(name)!); body[5] = body[5]! ^ 1; entries.set(name, body) }, /is not as it was written/, false],
    ['a row of another unit', entries => rows(entries, 'publications.publication', row => void (row.unit_id = '00000000-0000-4000-8000-000000000000')), /breaks a rule of this installation: null value in column "unit_id"/],
    ['a state there is not', entries => rows(entries, 'publications.publication', row => void (row.state = 'sold')), /breaks a rule of this installation: .*publication_state_check/],
    ['a version of nothing', entries => rows(entries, 'publications.version', (row, at) => at === 0 && (row.publication_id = '00000000-0000-4000-8000-000000000000')), /breaks a rule of this installation: .*foreign key/],
    ['a date there is not', entries => rows(entries, 'publications.publication', row => void (row.created_at = '2026-02-31T00:00:00Z')), /breaks a rule of this installation: date\/time field value out of range/],
    ['a row that is no JSON', entries => void entries.set('rows/publications.step.ndjson', Buffer.from('{"id":\n')), /breaks a rule of this installation: invalid input syntax for type json/],
    ['a row cut off', entries => void entries.set('rows/publications.step.ndjson', entries.get('rows/publications.step.ndjson')!.subarray(0, -1)), /ends within a row/],
    ['fewer rows than it says', entries => void entries.set('rows/publications.step.ndjson', Buffer.alloc(0)), /has other rows than its manifest says/],
    ['the same row twice', entries => { const name = 'rows/pages.step.ndjson'; const lines = entries.get(name)!.toString(); entries.set(name, Buffer.from(lines + lines)); json<Manifest>(entries, 'manifest.json', manifest => void (table(manifest, 'pages.step').rows *= 2)) }, /Nothing was taken in/],
    ['a table nobody knows', entries => { entries.set('rows/weather.report.ndjson', Buffer.from('{}\n')); json<Manifest>(entries, 'manifest.json', manifest => void manifest.tables.push({ name: 'weather.report', columns: ['id'], rows: 1 })) }, /does not know what the archive holds \(weather.report\)/],
    ['a table that does not leave', entries => { entries.set('rows/identity.account.ndjson', Buffer.from('{}\n')); json<Manifest>(entries, 'manifest.json', manifest => void manifest.tables.push({ name: 'identity.account', columns: ['id'], rows: 1 })) }, /does not know what the archive holds \(identity.account\)/],
    ['a column nobody knows', entries => json<Manifest>(entries, 'manifest.json', manifest => void table(manifest, 'publications.publication').columns.push('mood')), /knows more of publications.publication than this installation \(mood\)/],
    ['a government of its own choice', entries => json<Manifest>(entries, 'manifest.json', manifest => void table(manifest, 'publications.publication').columns.push('government_id')), /knows more of publications.publication/],
    ['a domain that calls itself proven', entries => json<Manifest>(entries, 'manifest.json', manifest => void table(manifest, 'sites.domain').columns.push('verified_at')), /knows more of sites.domain/],
    ['rows that cannot be told apart', entries => json<Manifest>(entries, 'manifest.json', manifest => void (table(manifest, 'publications.step').columns = ['event'])), /cannot be told apart/],
    ['no unit', entries => json<{ units: unknown[] }>(entries, 'units.json', value => void (value.units = [])), /its units cannot be read/],
    ['a unit of no kind', entries => json<{ units: { kind: string }[] }>(entries, 'units.json', value => void (value.units[0]!.kind = 'kingdom')), /its units cannot be read/],
    ['units that do not hang together', entries => json<{ units: { parentId: string }[] }>(entries, 'units.json', value => void (value.units[1]!.parentId = '00000000-0000-4000-8000-000000000000')), /do not hang together/],
    ['the government itself', entries => json<{ units: Record<string, unknown>[] }>(entries, 'units.json', value => void Object.assign(value.units[0]!, { regionCode: '13.74', slug: 'pemerintah', kind: 'government' })), /stands elsewhere in the tree/],
    ['people without a name', entries => void entries.set('people.json', Buffer.from('[{"id":"00000000-0000-4000-8000-000000000000"}]')), /its list of people cannot be read/],
    ['files without an id', entries => void entries.set('files.ndjson', Buffer.from('{"id":"../../etc/passwd"}\n')), /names something that is none/],
    ['more than it says', entries => void entries.set('rows/publications.step.ndjson', Buffer.alloc(60_000_000, '\n')), /would unpack to 60000000 bytes/],
  ])('is refused: %s', async (_, change, sentence, tell) => {
    expect(await refusal(await repack(path, change, tell ?? true))).toMatch(sentence)
  })

  test('is refused when a name leads out of it', async () => {
    const name = `files/${filled.files.attachment}`
    for (const trick of ['../../', '/////e', 'C:\\win', 'files\\']) {
      const made = await patch(path, all => placesOf(all, name).forEach(at => all.write(trick, at, 'latin1')))
      expect(await refusal(made)).toMatch(/no archive of a unit/)
    }
  })

  test('is refused when an entry is longer or shorter than the directory says', async () => {
    const name = 'rows/publications.version.ndjson'
    for (const more of [1, -1]) {
      const made = await patch(path, all => {
        const at = placesOf(all, name).at(-1)! - 46 + 24
        all.writeUInt32LE(all.readUInt32LE(at) + more, at)
      })
      expect(await refusal(made)).toMatch(/of another size than its manifest says/)
    }
    const lying = await patch(await repack(path, entries => json<Manifest>(entries, 'manifest.json', manifest => void (manifest.entries.find(entry => entry.path === name)!.bytes -= 1)), false), all => {
      const at = placesOf(all, name).at(-1)! - 46 + 24
      all.writeUInt32LE(all.readUInt32LE(at) - 1, at)
    })
    expect(await refusal(lying)).toMatch(/cannot be unpacked/)
  })

  test('is refused when it is on the installation in another government', async () => {
    const { services } = target
    const owner = await rowsOf(target, `insert into organisation.government (slug, name, level, region_code, accent, pattern, zone) values ('lain', 'Kabupaten Lain', 'regency', '99.01', '#0b5a55', 'kawung', 'Asia/Jakarta') returning id`)
    const elsewhere = String(owner[0]!.id)
    await rowsOf(target, `insert into organisation.unit (government_id, path, slug, name, short_name, kind, channel) values ($1, '', 'pemerintah', 'Lain', 'Lain', 'government', false)`, [elsewhere])
    await services.database.transaction(elsewhere, tx => changed(tx, 'governments', `units:${elsewhere}`))
    await expect.poll(async () => (await services.ask(governmentDirectory).all()).length).toBe(2)
    await importUnit(services, path, { government: 'lain', under: 'pemerintah' }, quiet)
    expect(await refusal(path)).toMatch(/on this installation in another government/)
  })
})
