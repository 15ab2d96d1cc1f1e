import type { Services } from '#platform/web/services.ts'
import { draft } from '#modules/banners/lifecycle.ts'
import { tables } from '#modules/banners/store.ts'
import { people } from '#modules/identity/contract.ts'
import type { Place } from './units.ts'

const oneHour = 3_600_000

/** Adds the banner of last week's flood, long over, and one that is being prepared. */
export async function addBanners({ database, ask }: Pick<Services, 'database' | 'ask'>, { governmentId, units }: Place): Promise<void> {
  const began = new Date(Date.now() - 6 * 24 * oneHour)
  const ended = new Date(began.getTime() + 9 * oneHour)
  await database.transaction(governmentId, async tx => {
    const [officer] = await ask(people).holding(tx, 'banners.publish', units.all.find(unit => unit.kind === 'government')!.id)
    const by = officer?.id ?? null
    const flood = {
      tone: 'danger', title: 'Hujan lebat dan banjir: jauhi tepi sungai, jangan melintasi jalan yang tergenang',
      body: 'Hubungi 112 bila terjebak air. Kantor desa terdekat membuka tempat mengungsi.', ends_at: ended,
    }
    const { id } = await tables(tx)
      .insertInto('banners.banner')
      .values({
        ...flood, href: '/berita', title_english: 'Heavy rain and floods: stay away from rivers and do not cross flooded roads',
        body_english: 'Call 112 if you are trapped by water. The nearest village office has opened a shelter.',
        state: 'ended', created_by: by, created_at: began, shown_at: began, ended_at: ended,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [event, at, who] of [['save', began, by], ['show', began, by], ['expire', ended, null]] as const)
      await tables(tx).insertInto('banners.step').values({ banner_id: id, event, at, by: who, tone: flood.tone, title: flood.title, body: flood.body, ends_at: ended }).execute()
    await draft(tx, {
      tone: 'info', title: 'Pelayanan tatap muka tutup sementara saat pemeliharaan listrik', text: null, href: '/kanal',
      titleEnglish: null, textEnglish: null, startsAt: null, endsAt: new Date(Date.now() + 10 * 24 * oneHour),
    }, by)
  })
}
