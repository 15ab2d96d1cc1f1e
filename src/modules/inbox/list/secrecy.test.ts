import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReachKind } from '#platform/access/who.ts'
import { dayIn } from '#platform/time/zone.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import type { Desk, NewTask } from '../contract.ts'
import { taskKinds } from '../task.ts'
import { aTask, placed } from '../testing.ts'
import { counters } from './filters.ts'

let installation: Installation
let place: TestGovernment
const units = ['diskominfo', 'diskominfo-ikp', 'dpu', 'dpu-bina-marga', 'kalisapu']
const below: Record<string, string[]> = { diskominfo: ['diskominfo', 'diskominfo-ikp'], dpu: ['dpu', 'dpu-bina-marga'] }
const reaches: ({ reach: ReachKind; unit: string } | null)[] = [null, { reach: 'unit', unit: 'diskominfo' }, { reach: 'unit-and-below', unit: 'dpu' }, { reach: 'government', unit: 'diskominfo' }]
const people: { id: string; browser: Browser; office: (unit: string) => boolean }[] = []
const positions: string[] = []

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  for (const [i, held] of reaches.entries()) {
    const { id, username } = await anAccount(installation, place, { unit: 'slawi' })
    if (held) await assign(installation, place, id, await aRole(installation, place, `sekretariat-${i}`, [{ permission: 'inbox.office', reach: held.reach }]), held.unit)
    people.push({ id, browser: await signIn(installation, place, username), office: unit => held !== null && (held.reach === 'government' || (held.reach === 'unit' ? unit === held.unit : below[held.unit]!.includes(unit))) })
  }
  for (const unit of ['diskominfo', 'dpu-bina-marga', 'kalisapu']) positions.push(await aPost(installation, place, unit, `Kepala ${unit}`))
})
afterAll(() => installation.close())

const shifted = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), 'Asia/Jakarta')
const words = ['anggaran', 'mutasi', 'undangan']
const aDesk = fc.oneof(fc.record({ post: fc.nat(2) }), fc.record({ person: fc.nat(3) }), fc.record({ office: fc.nat(4) }))
const aThing = fc.record({ desk: aDesk, unit: fc.constantFrom(...units), kind: fc.constantFrom(...taskKinds), confidential: fc.boolean(), state: fc.constantFrom('unread', 'read', 'done'), word: fc.constantFrom(...words) })
const aHolding = fc.record({ post: fc.nat(2), person: fc.nat(3), kind: fc.constantFrom('plt' as const, 'plh' as const), from: fc.integer({ min: -3, max: 2 }), lasts: fc.nat(3) })

it('list, counters and search say what a plain reading of the rules says, and a secretariat learns nothing confidential', async () => {
  const db = installation.services.database.of(place.id)
  const deskOf = (desk: { post?: number; person?: number; office?: number }): Desk => (desk.post !== undefined ? { postId: positions[desk.post]! } : desk.person !== undefined ? { accountId: people[desk.person]!.id } : { officeId: place.units[units[desk.office!]!]! })
  await fc.assert(fc.asyncProperty(fc.array(aThing, { minLength: 5, maxLength: 25 }), fc.array(aHolding, { maxLength: 6 }), async (things, holdings) => {
    await installation.services.database.transaction(place.id, tx => sql`with t as (delete from inbox.task) delete from organisation.holding`.execute(tx))
    for (const { post, person, kind, from, lasts } of holdings) await appointed(installation, place, positions[post]!, { accountId: people[person]!.id, kind, from: shifted(from), to: shifted(from + lasts) })
    const named = things.map((thing, i) => ({ ...thing, title: `Perkara${i}x ${thing.word}` }))
    const ids = await placed(installation.services, place, named.map(({ desk, unit, kind, confidential, title }): NewTask => aTask(place, { desk: deskOf(desk), unit, kind, confidential, title, from: 'Pengirim', quiet: true })))
    for (const [i, { state }] of named.entries())
      if (state !== 'unread') await sql`update inbox.task set read_at = now(), done_at = ${state === 'done' ? new Date() : null}, outcome = ${state === 'done' ? 'done' : null} where id = ${ids[i]}`.execute(db)

    for (const [n, { browser, office }] of people.entries()) {
      const holds = (post: number) => holdings.some(one => one.post === post && one.person === n && one.from <= 0 && one.from + one.lasts >= 0)
      const mine = (thing: (typeof named)[number]) => ('person' in thing.desk ? thing.desk.person === n : 'post' in thing.desk ? holds(thing.desk.post) : false)
      const offices = (thing: (typeof named)[number]) => ('office' in thing.desk && office(units[thing.desk.office]!)) || (!thing.confidential && office(thing.unit))
      for (const [meja, sees] of [['saya', mine], ['kantor', offices]] as const) {
        const open = async (more: string) => {
          const { body, statusCode } = await browser.get(`/kerja/kotak-masuk?meja=${meja}${more}`)
          return { body, statusCode, shown: [...body.matchAll(/>(Perkara\d+x \w+)</g)].map(match => match[1]).toSorted() }
        }
        const first = await open('')
        if (meja === 'kantor' && !reaches[n]) {
          expect([first.statusCode, first.shown]).toEqual([403, []])
          continue
        }
        const seen = named.filter(sees)
        const titles = (list: typeof named) => list.map(one => one.title).toSorted()
        const waits = seen.filter(one => one.state !== 'done')
        expect(first.shown).toEqual(titles(waits))
        for (const { kind, unread, label } of counters) {
          const count = Number(new RegExp(`<b>(\\d+)</b> ${label}<`).exec(first.body)![1])
          expect(count, label).toBe(waits.filter(one => one.kind === kind && (!unread || one.state === 'unread')).length)
        }
        const { code, kind, unread } = counters[n * 2 + (meja === 'saya' ? 0 : 1)]!
        expect((await open(`&tugas=${code}`)).shown).toEqual(titles(waits.filter(one => one.kind === kind && (!unread || one.state === 'unread'))))
        expect((await open('&tab=selesai')).shown).toEqual(titles(seen.filter(one => one.state === 'done')))
        const word = words[n % words.length]!
        expect((await open(`&q=${word}`)).shown).toEqual(titles(waits.filter(one => one.word === word)))
        expect((await open(`&tab=selesai&q=${word}`)).shown).toEqual(titles(seen.filter(one => one.state === 'done' && one.word === word)))
        if (meja === 'saya') expect(Number(/>Kotak masuk<data value="(\d+)"/.exec(first.body)?.[1] ?? 0)).toBe(waits.length)
      }
    }
  }), { numRuns: 20 })
}, 120_000)
