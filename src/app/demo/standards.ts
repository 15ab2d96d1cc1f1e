import type { Services } from '#platform/web/services.ts'
import { dayIn } from '#platform/time/zone.ts'
import { begin, publish } from '#modules/code-lists/lifecycle.ts'
import { codeLists } from '#modules/code-lists/contract.ts'
import { draftOf, insertDraft, insertList, keepItems, keptList, updateDraft } from '#modules/code-lists/store.ts'
import { people } from '#modules/identity/contract.ts'
import { establish, propose, review, sendBack } from '#modules/standards/lifecycle.ts'
import { startingStandards } from '#modules/standards/starting.ts'
import { standardById } from '#modules/standards/store.ts'
import type { Place } from './units.ts'

/** Which agency proposes data of a theme. */
const producers: Record<string, string> = {
  kependudukan: 'disdukcapil', kesehatan: 'dinkes', pendidikan: 'dikbud', 'pekerjaan-umum': 'dpu', ekonomi: 'dinkopukmdag', pertanian: 'pertanian', lingkungan: 'dlh', ketenagakerjaan: 'perintransnaker', pariwisata: 'porapar', sosial: 'bapperida', pemerintahan: 'setda',
}

/** Standards still on their way: waiting, waiting to be set, sent back. */
const waiting = ['Jumlah Wisatawan Nusantara', 'Volume Timbulan Sampah']
const reviewed = ['Jumlah Kejadian Bencana']
const returned = ['Jumlah Usaha Mikro dan Kecil']

const bridges = ['Jembatan Kali Gung', 'Jembatan Kali Rambut', 'Jembatan Kali Ketiwon', 'Jembatan Kali Erang', 'Jembatan Kali Cacaban']

/** A registry a year old: standards of each state, one in its second version, a list of the regency's own and one being prepared. */
export async function addStandards({ database, ask }: Pick<Services, 'database' | 'ask'>, { governmentId, zone, units, unit }: Place, now = new Date()): Promise<void> {
  const means = { governmentId, ask }
  const day = (back: number) => dayIn(new Date(now.getTime() - back * 86_400_000), zone)
  await database.transaction(governmentId, async tx => {
    const root = units.all.find(one => one.parentId === null)!
    const keepers = await ask(people).holding(tx, 'standards.review', root.id)
    const [first = null, second = null] = keepers.map(person => person.id)
    for (const content of startingStandards(await ask(codeLists).codeLists(tx))) {
      const own = producers[content.theme] ?? 'diskominfo'
      const earlier = content.name === 'Panjang Jalan Kabupaten' ? { ...content, definition: 'Jalan yang ditetapkan bupati sebagai jalan kabupaten dengan surat keputusan ruas jalan.' } : content
      // A definition that two data share has to be the same from the start.
      const said = content.name === 'Persentase Jalan Kabupaten Mantap' ? { ...content, concept: 'Jalan Kabupaten Berkondisi Mantap' } : earlier
      const standard = await propose(tx, means, said, { unitId: unit(own).id, by: null, of: null, quiet: true })
      if (waiting.includes(content.name)) continue
      if (returned.includes(content.name)) {
        await sendBack(tx, standard, 'Batas modal usaha mikro dan kecil berbeda; jelaskan keduanya, lalu sebut pasalnya.', first)
        continue
      }
      await review(tx, standard, first)
      if (reviewed.includes(content.name)) continue
      await establish(tx, means, (await standardById(tx, standard.id))!, day(300), second)
      if (earlier === content) continue
      const later = await propose(tx, means, { ...content, reason: 'UU 2/2022 mengubah pengelompokan jalan; batas dengan jalan desa sekarang disebut.' }, { unitId: unit(own).id, by: null, of: standard.slug, quiet: true })
      await review(tx, later, first)
      await establish(tx, means, (await standardById(tx, later.id))!, day(40), second)
    }

    const bridge = { code: 'jembatan-kabupaten', title: 'Jembatan kabupaten', description: 'Jembatan pada ruas jalan kabupaten yang dipelihara Dinas Pekerjaan Umum dan Penataan Ruang.', kind: 'master' } as const
    const listId = await insertList(tx, bridge)
    const itemsFrom = (names: readonly string[]) => names.map((label, i) => ({ code: `JB-${String(i + 1).padStart(3, '0')}`, label, parent: null }))
    const versions = [{ names: bridges.slice(0, 4), from: day(290) }, { names: [...bridges.slice(0, 3), 'Jembatan Kali Erang I', bridges[4]!], from: day(20) }]
    for (const { names, from } of versions) {
      const id = await insertDraft(tx, listId, null, second)
      await keepItems(tx, id, itemsFrom(names))
      await updateDraft(tx, id, { valid_from: from, legal_basis: 'Keputusan Bupati tentang penetapan ruas dan jembatan kabupaten', verified: true })
      await publish(tx, governmentId, (await keptList(tx, bridge.code))!, (await draftOf(tx, listId))!, second)
    }
    const conditions = (await keptList(tx, 'kondisi-jalan'))!
    const next = await begin(tx, conditions, { empty: false, today: day(0), by: second })
    await keepItems(tx, next, [{ code: 'belum-disurvei', label: 'Belum disurvei', parent: null }])
  })
}
