import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/web/services.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import type { Block } from '#modules/pages/contract.ts'
import { publish } from '#modules/pages/lifecycle.ts'
import { freeSlug, insertPage, workingById, workingPages } from '#modules/pages/store.ts'
import type { Place } from './units.ts'

const title = 'Kondisi jalan kabupaten dalam angka'

const roads = {
  opening: `Setiap tahun petugas kami menyusuri seluruh ruas jalan kabupaten dan mencatat kondisi permukaannya. Halaman ini membuka hasilnya: bukan laporan yang diringkas, melainkan angka yang sama dengan yang kami pakai menyusun prioritas.

Jalan disebut **mantap** bila kondisinya baik atau sedang. Jalan rusak berat tidak cukup ditambal; badan jalannya dibangun ulang.`,
  openingEnglish: `Every year our surveyors travel all district roads and note how their surface stands. This page opens what they found: not a summary, but the very numbers our priorities are made from.

A road counts as **sound** when it is good or fair. Roads in very bad condition cannot be patched; they are built anew.`,
  map: 'Warna yang lebih gelap berarti lebih banyak kilometer rusak berat. Kecamatan di lereng Gunung Slamet punya hujan lebih deras dan tanah yang bergerak; di dataran utara, truk tebu dan pasir yang lebih berat dari kelas jalannya.',
  mapEnglish: 'Darker means more kilometres in very bad condition. The subdistricts on the slopes of Mount Slamet have heavier rain and moving ground; in the northern plain it is lorries heavier than the roads were built for.',
  ranks: 'Sepuluh kilometer di satu kecamatan tidak sama beratnya dengan sepuluh kilometer di kecamatan lain. Karena itu urutan perbaikan juga melihat berapa banyak orang yang melewatinya.',
  closing: `Ada ruas yang menurut Anda salah dinilai? Laporkan dengan fotonya lewat [pengaduan](/pengaduan). Laporan yang benar memperbaiki data, dan data yang benar memperbaiki urutan pekerjaan.`,
  closingEnglish: 'Do you think a road was judged wrongly? [Report it](/pengaduan) with a photo. A true report mends the data, and true data mend the order of works.',
}

/** A story of the public works agency, told with its own survey of roads. */
export async function addStory(services: Services, place: Place): Promise<void> {
  const db = services.database.of(place.governmentId)
  const [survey] = (await services.ask(catalogue).find(db, { words: 'kondisi jalan kabupaten' }, { limit: 1, offset: 0 })).items
  const [table] = survey?.releaseId ? ((await services.ask(catalogue).resources(db, [survey.releaseId])).get(survey.releaseId) ?? []) : []
  if (!survey || !table) throw new Error('The demo has no survey of roads')
  const at = (query: string) => `/data/${survey.slug}/jelajah/${table.id}?${query}`
  const block = (kind: Block['kind'], values: Block['values']): Block => ({ id: randomUUID().slice(-12), kind, values })
  const content = {
    title, summary: 'Berapa kilometer yang baik, berapa yang rusak, dan di kecamatan mana, langsung dari survei tahunan.',
    english: { title: 'District roads in numbers', summary: 'How many kilometres are good, how many are damaged, and where, straight from the yearly survey.' },
    blocks: [
      block('text', { heading: '', text: roads.opening, english: roads.openingEnglish }),
      block('data', { heading: 'Di mana jalan rusak berat', address: at('kel=kode_kecamatan&ukur=jumlah%3Arusak_berat&bagan=peta'), show: 'bagan', text: roads.map, english: roads.mapEnglish }),
      block('data', { heading: 'Kecamatan dengan jalan rusak berat terpanjang', address: at('kel=kecamatan&ukur=jumlah%3Arusak_berat&bagan=batang'), show: 'bagan', text: roads.ranks, english: '' }),
      block('data', { heading: 'Semua angkanya', address: at('urut=-rusak_berat'), show: 'tabel', text: '', english: '' }),
      block('text', { heading: 'Bantu kami memperbaiki angka ini', text: roads.closing, english: roads.closingEnglish }),
    ],
  }
  const { id: unitId } = place.unit('dpu')
  const hands = { governmentId: place.governmentId, files: services.files, tables: services.tables, jobs: services.jobs, secret: services.config.secret }
  await services.database.transaction(place.governmentId, async tx => {
    const parentId = (await workingPages(tx, unitId)).find(one => one.purpose === 'profile')?.id ?? null
    const id = await insertPage(tx, { unitId, slug: await freeSlug(tx, unitId, 'kondisi-jalan'), purpose: null, parentId, position: 110, inMenu: true, content, empty: false, by: null })
    await publish(tx, hands, services, (await workingById(tx, id))!, null)
  })
}
