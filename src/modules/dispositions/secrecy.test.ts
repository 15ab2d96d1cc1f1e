import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Permission } from '#platform/access/who.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { seated, type Seat } from '#app/testing/seats.ts'
import { anAccount, aRole, assign, signIn } from '#modules/identity/testing.ts'
import type { Secrecy } from '#modules/correspondence/contract.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import { chainOf } from './store.ts'
import { disposed, onDesk, read, reported } from './testing.ts'

let installation: Installation
let place: TestGovernment

/** Somebody with a seat or a permission, who looks at everything. */
interface Reader extends Pick<Seat, 'browser'>, Partial<Pick<Seat, 'postId'>> {
  account: { id: string; name: string }
}
const readers: Record<string, Reader> = {}

const classes: readonly Secrecy[] = ['B', 'T', 'R', 'SR']
const letters = new Map<Secrecy, { id: string; recipients: string[]; file: string }>()
const note = (secrecy: Secrecy) => `Catatan khusus ${secrecy}x`
const told = (secrecy: Secrecy) => `Laporan khusus ${secrecy}x`
const subject = (secrecy: Secrecy) => `Perkara kelas ${secrecy}x`

/** Who sits where; `helper` was given nothing, `sender` wrote the letters. */
const chart = [
  ['head', 'diskominfo', 'Jabatan head', { kind: 'jpt', rank: 1 }],
  ['helper', 'diskominfo', 'Jabatan helper', { kind: 'pelaksana', rank: 80 }],
  ['division', 'diskominfo-ikp', 'Jabatan division', { kind: 'administrator', rank: 1 }],
  ['expert', 'diskominfo-ikp', 'Jabatan expert', { kind: 'fungsional', rank: 9 }],
  ['recalled', 'diskominfo', 'Jabatan recalled', { kind: 'pengawas', rank: 9 }],
  ['sender', 'dpu', 'Jabatan sender', { kind: 'jpt', rank: 1 }],
] as const
const granted: Record<string, { permission: Permission; unit: string }> = {
  office: { permission: 'correspondence.office', unit: 'diskominfo' }, leader: { permission: 'correspondence.read', unit: 'diskominfo' }, vault: { permission: 'correspondence.read-secret', unit: 'diskominfo' },
  elsewhere: { permission: 'correspondence.office', unit: 'dpu' }, everything: { permission: 'correspondence.office', unit: 'pemerintah' },
}

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  Object.assign(readers, await seated(installation, place, chart))
  for (const [name, { permission, unit }] of Object.entries(granted)) {
    const account = { ...(await anAccount(installation, place, { unit: 'slawi' })), name }
    await assign(installation, place, account.id, await aRole(installation, place, `uji-${name}`, [{ permission, reach: 'unit-and-below' }]), unit)
    readers[name] = { account, browser: await signIn(installation, place, account.username) }
  }
  const stranger = { ...(await anAccount(installation, place, { unit: 'diskominfo' })), name: 'stranger' }
  readers.stranger = { account: stranger, browser: await signIn(installation, place, stranger.username) }

  const { services } = installation
  const late = dayIn(new Date(Date.now() + 86_400_000), 'Asia/Jakarta')
  for (const secrecy of classes) {
    const { postId: head, account: by } = readers.head!
    const unitId = place.units.diskominfo!
    const { id } = await aLetter(installation, place, { secrecy, subject: subject(secrecy), sender: 'Jabatan sender' }, [{ unitId, role: 'to', desk: null }, { unitId: place.units.dpu!, role: 'maker', desk: { postId: readers.sender!.postId! } }])
    await onDesk(installation, place, id, head!)
    await disposed(installation, place, { letterId: id, by, to: [readers.division!.postId!, readers.recalled!.postId!], note: note(secrecy), dueOn: late })
    await services.database.transaction(place.id, tx => sql`update dispositions.recipient set state = 'recalled', done_at = now(), recall_reason = 'salah' where letter_id = ${id} and post_id = ${readers.recalled!.postId!}`.execute(tx))
    await read(installation, place, { letterId: id, postId: readers.division!.postId!, by: readers.division!.account })
    await disposed(installation, place, { letterId: id, by: readers.division!.account, to: [readers.expert!.postId!], note: note(secrecy) })
    await reported(installation, place, { letterId: id, postId: readers.expert!.postId!, by: readers.expert!.account, text: told(secrecy) })
    const { id: file } = await services.files.put(services.database.of(place.id), place.id, { name: 'laporan.txt', mediaType: 'text/plain', body: Buffer.from(told(secrecy)), unitId, public: false })
    await services.database.transaction(place.id, tx => sql`update dispositions.report p set files = ${JSON.stringify([{ fileId: file, name: 'laporan.txt', mediaType: 'text/plain', bytes: 10 }])}::jsonb from dispositions.recipient r where r.id = p.recipient_id and r.letter_id = ${id}`.execute(tx))
    letters.set(secrecy, { id, file, recipients: (await chainOf(services.database.of(place.id), id)).recipients.map(one => one.id) })
  }
  // Everybody has just shown who they are again, so that only the rules of this module are asked.
  await services.database.transaction(place.id, tx => sql`update identity.session set proven_at = now()`.execute(tx))
})
afterAll(() => installation.close())

/** Whether somebody may see what was asked and reported about a letter of this class. */
function sees(name: string, secrecy: Secrecy): boolean {
  if (['head', 'division', 'expert'].includes(name)) return true
  if (name === 'office' || name === 'everything') return secrecy === 'B' || secrecy === 'T'
  return name === 'leader' && secrecy === 'B'
}

const names = [...chart.map(([name]) => name), ...Object.keys(granted), 'stranger']

it.each(classes)('what is asked and reported about a letter of class %s shows to those it concerns, on no page, sheet or file to anybody else', async secrecy => {
  const { id, recipients, file } = letters.get(secrecy)!
  const leaks = (body: string) => [note(secrecy), told(secrecy)].filter(one => body.includes(one))
  const at = `/kerja/surat/${id}/disposisi`
  for (const name of names) {
    const { browser } = readers[name]!
    const allowed = sees(name, secrecy)
    const tree = await browser.get(at)
    expect([tree.statusCode, leaks(tree.body).length], `${name}: tree`).toEqual(allowed ? [200, 2] : [404, 0])
    expect((await browser.get(`${at}/lembar.pdf`)).statusCode, `${name}: sheet`).toBe(allowed ? 200 : 404)
    const paper = await browser.get(`${at}/berkas/${file}`)
    expect([paper.statusCode, leaks(paper.body).length], `${name}: file`).toEqual(allowed ? [200, 1] : [404, 0])
    // The letter itself may be open to more people than what others make of it.
    if (!allowed) expect(leaks((await browser.get(`/kerja/surat/${id}`)).body), `${name}: letter`).toEqual([])
    if (!allowed) for (const recipient of recipients) for (const step of ['lapor', 'laporan', 'tarik']) {
      const page = await browser.get(`${at}/${recipient}/${step}`)
      expect([page.statusCode, leaks(page.body)], `${name}: ${step}`).toEqual([404, []])
    }
  }
}, 120_000)

it('lists and notifications name a letter only to those who may know of it, and never say what a secret one is about', async () => {
  for (const name of names) {
    const { browser, account } = readers[name]!
    const said = [JSON.stringify(await notificationsOf(installation.services.database.of(place.id), account.id))]
    for (const list of ['/kerja/disposisi', '/kerja/disposisi?sisi=unit', '/kerja/disposisi?sisi=unit&tahap=selesai']) said.push((await browser.get(list)).body)
    const everything = said.join('\n')
    for (const secrecy of classes) {
      const secret = secrecy === 'R' || secrecy === 'SR'
      const lists = said.slice(1).join('\n')
      expect([everything.includes(note(secrecy)), everything.includes(told(secrecy)), !sees(name, secrecy) && lists.includes(letters.get(secrecy)!.id), secret && everything.includes(subject(secrecy))], `${name}: ${secrecy}`).toEqual([false, false, false, false])
    }
  }
}, 60_000)

it('nobody else acts either: forms of others are answered like pages that are not there', async () => {
  const { id, recipients } = letters.get('B')!
  for (const name of ['stranger', 'helper', 'sender', 'recalled']) for (const step of ['lapor', 'laporan', 'tarik']) {
    const { browser } = readers[name]!
    const token = /name="_csrf" value="([^"]+)"/.exec((await browser.get('/kerja/disposisi')).body)![1]!
    const answer = await installation.web.server.inject({ method: 'POST', url: `/kerja/surat/${id}/disposisi/${recipients[0]}/${step}`, headers: { host: place.host, cookie: browser.header(), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _csrf: token, laporan: 'x', langkah: 'terima', alasan: 'ingin tahu' }).toString() })
    expect([404, 403], `${name} ${step}`).toContain(answer.statusCode)
  }
})
