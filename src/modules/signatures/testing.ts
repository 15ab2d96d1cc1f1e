import { visitor, type Who } from '#platform/access/who.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { aContent, anAddressee, approved } from '#modules/drafting/testing.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { candidates, governmentDirectory } from '#modules/organisation/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { dayIn } from '#platform/time/zone.ts'
import { originOf } from '#platform/config/config.ts'
import type { Services } from '#platform/web/services.ts'
import { signing } from './contract.ts'
import { signLetters } from './sign/sign.ts'

/** What these builders need of an installation and a government of `#app/testing`. */
interface Opened {
  services: Services
}
interface Place {
  id: string
}

/** Of certificates in tests. */
const testPassphrase = 'tiga kuda di alun-alun'

const whoOf = (id: string): Who => ({ ...visitor, account: { id, name: '', username: '', email: '', unitId: '', title: null, language: 'id', sessionId: '', strong: false } })

/** Gives somebody a certificate of the test authority. */
export const enrolled = async ({ services }: Opened, place: Place, { accountId, name }: { accountId: string; name: string }, passphrase: string): Promise<void> => {
  const government = await services.ask(governmentDirectory).byId(place.id)
  await services.ask(signing).enrol(place.id, { identifier: accountId, name, organisation: government!.name }, passphrase)
}

/** Signs letters as the person in charge does; throws what kept the first one from it. */
export async function signed({ services }: Opened, place: Place, { accountId, letterIds, passphrase }: { accountId: string; letterIds: readonly string[]; passphrase: string }): Promise<void> {
  const { ask, database, files, tables, jobs, config } = services
  const directory = ask(governmentDirectory)
  const government = (await directory.byId(place.id))!
  const origin = originOf(config, directory.portalOf(place.id))
  const results = await signLetters({
    db: database.of(place.id), who: whoOf(accountId), government, now: new Date(), ask: port => ask(port), hands: { governmentId: place.id, files, tables, jobs, secret: config.secret },
    request: { ip: '127.0.0.1', userAgent: '', headers: new Headers(), origin, official: true, url: '/' },
  }, letterIds, passphrase)
  const failed = results.find(({ error }) => error)
  if (failed) throw failed.error!
}

/**
 * Letters on one person's desk, found by part of the name: one that waits for their signature, one they signed, one of
 * these that still goes out as print, and one that came in. Answers the addresses of what can be done with them.
 */
export async function aDeskOfLetters(opened: Opened, { id: governmentId }: Place, { name }: { name: string }): Promise<Record<'tanda-tangan' | 'kembalikan' | 'cabut' | 'kirim' | 'selesai' | 'periksa', string>> {
  const { database, ask } = opened.services
  const [person] = await database.transaction(governmentId, tx => ask(candidates).search(tx, name))
  if (!person) throw new Error(`Nobody is called ${name}`)
  const { accountId, unitId } = person
  const place = { id: governmentId, units: { desk: unitId } }
  const today = dayIn(new Date(), 'Asia/Jakarta')
  const postId = await aPost(opened, place, 'desk', 'Koordinator Persuratan', { rank: 600 })
  await appointed(opened, place, postId, { kind: 'plt', accountId, name: person.name, from: today, to: today })
  await enrolled(opened, place, { accountId, name: person.name }, testPassphrase)
  const letter = async (subject: string) => (await approved(opened, place, { unitId, accountId, content: aContent(postId, { subject, addressees: [anAddressee()] }) })).id
  const [waiting, printed, sent] = [await letter('Permohonan pemakaian aula'), await letter('Pemberitahuan jadwal pemeliharaan'), await letter('Undangan rapat mingguan')]
  await signed(opened, place, { accountId, letterIds: [printed, sent], passphrase: testPassphrase })
  const incoming = await aLetter(opened, place, { unit: 'desk' }, [{ unitId, role: 'to', desk: { postId } }])
  const code = await database.transaction(governmentId, async tx => {
    await ask(tasks).put(tx, [{ kind: 'incoming', desk: { postId }, unitId, matter: { kind: 'letter', id: incoming.id }, title: incoming.subject, from: incoming.sender, href: `/kerja/surat/${incoming.id}` }])
    return (await ask(letters).byId(tx, sent))!.code
  })
  const at = (id: string, step: string) => `/kerja/surat/${id}/${step}`
  return { 'tanda-tangan': at(waiting, 'tanda-tangan'), kembalikan: at(waiting, 'kembalikan'), cabut: at(sent, 'cabut'), kirim: at(printed, 'kirim'), selesai: at(incoming.id, 'selesai'), periksa: `/v/${code}` }
}
