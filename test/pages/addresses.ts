import pg from 'pg'
import { keepsAgendas } from '#app/testing/agendas.ts'
import type { Demo } from '#app/testing/demo.ts'
import { modules } from '#app/modules.ts'
import { appRoutes } from '#app/routes.ts'
import { aBrowser, type Browser } from '#modules/identity/testing.ts'
import { archiveAddresses } from '#modules/archives/testing.ts'
import { aDeskOfDispositions } from '#modules/dispositions/testing.ts'
import { aDeskOfDrafts } from '#modules/drafting/testing.ts'
import { anExport } from '#modules/imports/testing.ts'
import { blockSpecs } from '#modules/pages/blocks/index.ts'
import { aZipWithMistakes, chosenColumns, letterListWithMistakes } from '#modules/letter-lists/testing/letters.ts'
import { siteAudits } from '#modules/site-health/contract.ts'
import { staffListWithMistakes } from '#modules/staff-lists/testing/staff.ts'
import { aDeskOfLetters } from '#modules/signatures/testing.ts'
import type { Page } from '#platform/web/page.ts'
import { signedIn } from '../journeys/forms.ts'

/** Every page of the installation, as the route table has it: a new one is looked at the moment it exists. */
const pages = [...appRoutes, ...modules.flatMap(module => module.routes)].filter((route): route is Page => route.kind === 'page')

export const publicPaths = pages.filter(({ may, path }) => may === 'public' && !path.startsWith('/_ui/')).map(({ path }) => path)
export const officePaths = pages.filter(({ may }) => may !== 'public').map(({ path }) => path)

/** Pages of sites of each template, whose blocks differ. */
const siteCases = ['smpn-1-slawi/penerimaan-murid', 'desa-purwahamba/potensi', 'desa-purwahamba/anggaran', 'desa-purwahamba/penduduk', 'desa-purwahamba/galeri', 'dpu/struktur-organisasi', 'dpu/layanan', 'dpu/dokumen', 'kecamatan-slawi/desa-dan-kelurahan', 'desa-trayeman']
  .map(page => `/situs/${page}`)

/** Pages as people also meet them: filtered, corrected, empty, refused. */
export const publicCases = ['/berita?jenis=kegiatan&kecamatan=33.28.10', '/berita?q=jalann', '/cari?q=puskesmas', '/cari?q=zzzzzz', '/kanal/desa-pamiritan', '/keaktifan?kelompok=desa', '/halaman-yang-tidak-ada', 'corrected article', 'article without picture', 'summed up', 'drawn on a map', 'dataset that is closed', '/data?tema=kesehatan', '/data?q=zzzzzz', '/data/permintaan/baru?data=penerima-bantuan-perbaikan-rumah', ...siteCases]
export const officeCases = ['/kerja/formasi?unit=dpu&keadaan=tumpang-tindih', '/kerja/publikasi?keadaan=approved', '/kerja/publikasi?jenis=infografis&q=zzz', '/kerja/kanal-senyap?kelompok=desa', '/kerja/publikasi/019a0000-0000-7000-8000-000000000000']

/** Steps and the state a publication must be in for them. */
const states: Record<string, string> = {
  kirim: 'draft', tarik: 'submitted', kembalikan: 'submitted', setujui: 'submitted', terbitkan: 'approved', jadwalkan: 'approved', 'batal-jadwal': 'scheduled',
  ralat: 'published', 'buang-ralat': 'revised', arsipkan: 'published', pulihkan: 'archived', ubah: 'revised', versi: 'corrected', 'versi/banding': 'corrected',
}

/** Where a page is read in a language: sites have their English at addresses of their own, the portal asks the cookie. */
export const inLanguage = (address: string, language: string): string => (language === 'en' ? address.replace(/^\/situs\/[^/]+/, '$&/en') : address)

/** Answers a real address for every path; one with a parameter nobody filled is an error that says where to fill it. */
export async function addressBook(demo: Demo): Promise<(path: string) => string> {
  await keepsAgendas(demo, 'admin.tegal')
  const admin = aBrowser(demo, demo.government)
  await posted(admin, '/masuk', { nama: 'admin.tegal', sandi: 'pendopo-peragaan' })
  const client = new pg.Client({ connectionString: demo.url })
  await client.connect()
  try {
    const one = async (text: string) => String(((await client.query(text)).rows[0] as { it?: unknown } | undefined)?.it ?? '')
    const inState = (state: string) => one(`select id as it from publications.publication where state = '${state}' and live_version is null order by id limit 1`)

    const published = () => one("select id as it from publications.publication where state = 'published' and visible order by published_at limit 1")
    const revised = await published()
    await posted(admin, `/kerja/publikasi/${revised}/ralat`, {})
    for (const title of ['Jadwal pelayanan keliling', 'Syarat pelayanan keliling', 'Lokasi pelayanan keliling']) {
      const kanal = await one("select id as it from organisation.unit where slug = 'dukcapil' or slug = 'diskominfo' order by slug limit 1")
      const saved = await posted(admin, '/kerja/publikasi/baru', { unit: kanal, kind: 'pengumuman', title, summary: `${title} bulan ini.`, body: title, next: 'submit' })
      await posted(admin, `${saved}/setujui`, {})
    }
    const approved = (await client.query("select id from publications.publication where state = 'approved' order by id")).rows as { id: string }[]
    const bundle = await posted(admin, '/kerja/rilis', { title: 'Pelayanan keliling', items: approved.slice(0, 2).map(({ id }) => id) })

    const byState: Record<string, string> = { revised, corrected: await one('select id as it from publications.publication where corrected_at is not null and working_version > 1 limit 1'), published: await published(), approved: approved[2]!.id, archived: await one("select id as it from publications.publication where state = 'archived' limit 1") }
    for (const state of ['draft', 'submitted', 'scheduled']) byState[state] = await inState(state)

    const unit = await one("select id as it from organisation.unit where slug = 'dpu'")
    await posted(admin, '/kerja/akun/undang', { nama: 'Budi Contoh', surel: 'budi@contoh.example', unit, peran: '' })
    const reader = aBrowser(demo, demo.government)
    await posted(reader, '/langganan', { surel: 'pembaca@contoh.example', frekuensi: 'at-once' })
    await posted(reader, '/langganan', { surel: 'pembaca2@contoh.example', frekuensi: 'at-once' })
    const letters = ((await client.query('select body_text from platform.mail order by id')).rows as { body_text: string }[]).map(row => row.body_text).join('\n')
    const linked = (pattern: RegExp) => pattern.exec(letters)?.[0] ?? ''
    const confirmations = [...letters.matchAll(/\/langganan\/konfirmasi\/[\w.~-]+/g)].map(([address]) => address)
    const managed = await posted(reader, confirmations[1]!, {})

    const session = await signedIn(demo.origin, 'admin.tegal')
    const uploaded = async (address: string, field: string, filename: string, body: string | Buffer) => {
      const answer = await session.sendParts(address, {}, [{ name: field, filename, body }])
      if (answer.status !== 303) throw new Error(`${address} answered ${answer.status}: ${/error-summary.*?<\/ul>/s.exec(answer.text)?.[0] ?? ''}`)
      return String(answer.headers.location).replace(/\?.*/, '')
    }
    await demo.work()
    const become = async (run: string, state: string, table = 'imports.run') => {
      for (let i = 0; (await one(`select state as it from ${table} where id = '${run.split('/').at(-1)}'`)) !== state; i++) {
        if (i > 300) throw new Error(`${run} did not become ${state}`)
        await new Promise(resolve => setTimeout(resolve, 100))
      }
    }
    const runs = []
    for (const name of ['satu', 'dua']) runs.push(await uploaded('/kerja/impor/baru', 'berkas', `${name}.xml`, anExport({ id: name === 'satu' ? 11 : 12, title: `Tulisan lama ${name}`, html: '<p>Isi lama.</p><script>x</script>' })))
    for (const run of runs) await become(run, 'ready')
    await posted(admin, runs[1]!, { langkah: 'bawa' })
    await become(runs[1]!, 'done')
    const csv = await uploaded('/kerja/rujukan/impor', 'file', 'libur.csv', 'daftar,kode,nilai,dasar hukum,berlaku dari,berlaku sampai\nholidays,2027-01-01,"{""name"":""Tahun Baru"",""kind"":""libur-nasional""}",SKB 3 Menteri,2027-01-01,\nholidays,,,,salah,\n')
    const staffList = await uploaded('/kerja/pegawai/impor', 'berkas', 'pegawai.csv', staffListWithMistakes)
    await become(staffList, 'mapping', 'platform.sheet_run')
    await posted(admin, staffList, { langkah: 'periksa', k_nip: '0', k_name: '1', k_birthDate: '2', k_sex: '3', k_unit: '4', k_grade: '5' })
    await become(staffList, 'ready', 'platform.sheet_run')
    const balances = await uploaded('/kerja/cuti/impor', 'berkas', 'saldo.csv', 'NIP;Sisa N-1;Sisa N-2;Dipakai\n199406072019031922;6;0;0\n199912312020031000;3;0;0\n')
    await become(balances, 'mapping', 'platform.sheet_run')
    const rosterSheet = await uploaded('/kerja/jadwal/jaga/impor', 'berkas', 'jaga.csv', 'NIP;Bulan;1;2;3\n199406072019031922;2027-06;P;P;L\n199912312020031000;2027-06;P;S;M\n')
    await become(rosterSheet, 'mapping', 'platform.sheet_run')
    const deviceSheet = await uploaded('/kerja/presensi/impor', 'berkas', 'mesin.csv', 'NIP;Tanggal;Jam\n199406072019031922;2026-11-02;07:25\n199912312020031000;2026-11-02;07:25\n')
    await become(deviceSheet, 'mapping', 'platform.sheet_run')
    const codeSheet = await uploaded('/kerja/kode-referensi/impor', 'berkas', 'kode.csv', 'Kode;Uraian;Induk;Daftar\nbelum-disurvei;Belum disurvei;;kondisi-jalan\nsalah kode;Salah;;kondisi-jalan\n')
    await become(codeSheet, 'mapping', 'platform.sheet_run')
    const letterList = await uploaded('/kerja/surat/impor', 'berkas', 'surat.csv', letterListWithMistakes)
    await become(letterList, 'mapping', 'platform.sheet_run')
    await posted(admin, letterList, { langkah: 'periksa', ...chosenColumns })
    await become(letterList, 'ready', 'platform.sheet_run')
    const scans = await uploaded('/kerja/surat/impor/berkas', 'berkas', 'surat.zip', await aZipWithMistakes())
    await become(scans, 'done', 'letter_lists.bundle')
    const mention = await one('select m.page_id || chr(47) || m.link_id as it from upkeep.mention m order by m.page_id limit 1')

    const filled: Record<string, string> = {
      '/kerja/impor/:run': runs[0]!,
      '/kerja/impor/:run/batalkan': `${runs[1]}/batalkan`,
      '/kerja/rujukan/impor/:file': csv,
      '/kerja/pegawai/impor/:run': staffList,
      '/kerja/surat/impor/:run': letterList,
      '/kerja/surat/impor/berkas/:id': scans,
      '/kerja/rujukan/daftar/:list': '/kerja/rujukan/daftar/channel-silence',
      '/kerja/perawatan/abaikan/:page/:link': `/kerja/perawatan/abaikan/${mention}`,
      '/berita/:slug': `/berita/${await one("select p.slug as it from publications.publication p join publications.version v on v.publication_id = p.id and v.number = p.live_version where visible and v.cover is not null and v.languages <> '{}' limit 1")}`,
      'corrected article': `/berita/${await one('select slug as it from publications.publication where visible and corrected_at is not null limit 1')}`,
      'article without picture': `/berita/${await one('select p.slug as it from publications.publication p join publications.version v on v.publication_id = p.id and v.number = p.live_version where visible and v.cover is null limit 1')}`,
      '/kanal/:unit': '/kanal/dpu',
      '/undangan/:token': linked(/\/undangan\/[\w.~-]+/),
      '/langganan/konfirmasi/:token': confirmations[0]!,
      '/langganan/kelola/:token': managed,
      '/langganan/berhenti/:token': managed.replace('kelola', 'berhenti'),
      '/kerja/unit/:id': `/kerja/unit/${unit}`,
      '/kerja/akun/:id': `/kerja/akun/${await one("select id as it from identity.account where username = 'penulis.dpu'")}`,
      '/kerja/peran/:id': `/kerja/peran/${await one("select id as it from identity.role where code = 'writer'")}`,
      '/kerja/rilis/:id': bundle,
      '/kerja/banner/:id': `/kerja/banner/${await one("select id as it from banners.banner where state = 'ended' limit 1")}`,
      '/kerja/banner/:id/ubah': `/kerja/banner/${await one("select id as it from banners.banner where state = 'draft' limit 1")}/ubah`,
      '/kerja/publikasi/:id': `/kerja/publikasi/${byState.published}`,
    }
    const catalogued = "from datasets.dataset d join datasets.release r on r.id = d.release_id join datasets.resource t on t.release_id = r.id where d.slug = 'kunjungan-puskesmas-menurut-kecamatan-dan-bulan' limit 1"
    const dataset = await one(`select d.id as it ${catalogued}`)
    const explored = await one(`select '/data/' || d.slug || '/jelajah/' || t.id as it ${catalogued}`)
    Object.assign(filled, {
      '/data/:slug': await one(`select '/data/' || d.slug as it ${catalogued}`), '/data/:slug/banding': await one(`select '/data/' || d.slug || '/banding' as it ${catalogued}`),
      '/data/:slug/jelajah/:resource': explored, 'summed up': `${explored}?kel=kecamatan&ukur=jumlah:jkn`, 'drawn on a map': `${explored}?kel=kode_kecamatan&ukur=jumlah:jkn&bagan=peta`,
      'dataset that is closed': '/data/letak-gudang-dan-jalur-pasokan-logistik-bencana', '/kerja/data/rilis/:id': `/kerja/data/rilis/${await one("select id as it from datasets.release where state = 'checked' limit 1")}`,
    })
    for (const part of ['', '/ubah', '/metadata', '/rilis/baru']) filled[`/kerja/data/:id${part}`] = `/kerja/data/${dataset}${part}`
    const filling = await one("select r.id as it from datasets.release r join data_intake.upload u on u.release_id = r.id where r.state = 'draft' and u.state = 'found' limit 1")
    for (const part of ['unggah', 'dokumen']) filled[`/kerja/data/rilis/:id/${part}`] = `/kerja/data/rilis/${filling}/${part}`
    for (const [part, state] of Object.entries({ '': 'arriving', '/kolom': 'describing', '/hasil': 'found' })) filled[`/kerja/data/unggahan/:id${part}`] = `/kerja/data/unggahan/${await one(`select id as it from data_intake.upload where state = '${state}' limit 1`)}${part}`
    filled['/kerja/data/isi/:id'] = `/kerja/data/isi/${await one("select resource_id as it from data_intake.upload where state = 'kept' limit 1")}`
    const about = { subject: 'Kunjungan puskesmas menurut kecamatan dan bulan', holder: await one(`select d.unit_id as it ${catalogued}`) }
    await posted(reader, '/data/permintaan/baru?data=kunjungan-puskesmas-menurut-kecamatan-dan-bulan', { ...about, fields: 'Semua', period: '2026', purpose: 'Penelitian tentang kunjungan puskesmas', form: 'csv', name: 'Budi Contoh', email: 'budi@contoh.example' })
    await posted(reader, '/data/permintaan/baru?data=kunjungan-puskesmas-menurut-kecamatan-dan-bulan', { ...about, fields: 'Semua', period: '2026', purpose: 'Penelitian tentang kunjungan puskesmas', form: 'csv', name: 'Ani Contoh', email: 'ani@contoh.example' })
    const asked = [...(await one("select string_agg(body_text, ' ' order by id) as it from platform.mail")).matchAll(/\/data\/permintaan\/konfirmasi\/[\w-]+/g)].map(([address]) => address)
    const request = async (where: string) => one(`select r.id as it from data_requests.request r left join data_requests.access a on a.request_id = r.id where ${where} order by r.id limit 1`)
    const [granted, answering] = [await request("a.degree = 'full' and r.unit_id is not null"), await request("r.state = 'waiting' and r.asker = 'citizen'")]
    const approval = await one("select id as it from approved_queries.approval where state = 'approved' limit 1")
    Object.assign(filled, {
      '/data/permintaan/:code': `/data/permintaan/${await one("select code as it from data_requests.request where state = 'upheld' limit 1")}`,
      '/data/permintaan/milik/:token': await posted(reader, asked[0]!, {}), '/data/permintaan/konfirmasi/:token': asked[1]!,
      '/kerja/permintaan-data/:id': `/kerja/permintaan-data/${await request('r.level = 3')}`,
      '/kerja/kueri-data/:id': `/kerja/kueri-data/${await one("select id as it from approved_queries.approval where state = 'draft' limit 1")}`, '/kerja/kueri-data/:id/tanya': `/kerja/kueri-data/${approval}/tanya`,
      '/kerja/kueri-data/jawaban/:code': `/kerja/kueri-data/jawaban/${await one('select code as it from approved_queries.answer limit 1')}`,
      '/kerja/usulan-data/:id': `/kerja/usulan-data/${await one("select id as it from data_wishes.wish where state = 'unread' limit 1")}`,
    })
    for (const part of ['data', 'pemakaian', 'berita-acara']) filled[`/kerja/permintaan-data/:id/${part}`] = `/kerja/permintaan-data/${granted}/${part}`
    for (const part of ['jawab', 'pemohon']) filled[`/kerja/permintaan-data/:id/${part}`] = `/kerja/permintaan-data/${answering}/${part}`
    const proposal = await one("select id as it from standards.concept where state = 'proposed' order by id limit 1")
    Object.assign(filled, {
      '/data/standar/:slug': '/data/standar/panjang-jalan-kabupaten', '/data/kode/:list': '/data/kode/kondisi-jalan',
      '/kerja/standar-data/:id': `/kerja/standar-data/${proposal}`, '/kerja/standar-data/:id/ubah': `/kerja/standar-data/${proposal}/ubah`,
      '/kerja/kode-referensi/:code': '/kerja/kode-referensi/jembatan-kabupaten', '/kerja/kode-referensi/:code/rancangan': '/kerja/kode-referensi/kondisi-jalan/rancangan',
      '/kerja/kode-referensi/:code/rancangan/baru': '/kerja/kode-referensi/kondisi-jalan/rancangan/baru', '/kerja/kode-referensi/:code/rancangan/:item': '/kerja/kode-referensi/kondisi-jalan/rancangan/baik', '/kerja/kode-referensi/impor/:run': codeSheet,
    })
    filled['/kerja/kotak-masuk/serah/:id'] = `/kerja/kotak-masuk/serah/${await one("select id as it from identity.account where username = 'admin.tegal'")}`
    const employee = await one("select e.id as it from personnel.employee e join identity.account a on a.id = e.account_id where a.username = 'penulis.dpu'")
    filled['/kerja/pegawai/:id'] = `/kerja/pegawai/${employee}`
    for (const part of ['ubah', 'pribadi', 'akun', 'foto', 'jabatan']) filled[`/kerja/pegawai/:id/${part}`] = `/kerja/pegawai/${employee}/${part}`
    filled['/kerja/pegawai/:id/riwayat/:kind/:record'] = `/kerja/pegawai/${employee}/riwayat/rank/${await one(`select id as it from personnel.record where employee_id = '${employee}' and kind = 'rank' limit 1`)}`
    filled['/kerja/pegawai/usulan/:proposal'] = `/kerja/pegawai/usulan/${await one("select r.id as it from personnel.record r join personnel.employee e on e.id = r.employee_id where r.state = 'proposed' and e.account_id not in (select id from identity.account where username = 'admin.tegal') limit 1")}`
    const ownLeave = (state: string) => one(`select r.id as it from leave.request r join personnel.employee e on e.id = r.employee_id join identity.account a on a.id = e.account_id where a.username = 'admin.tegal' and r.state = '${state}' limit 1`)
    Object.assign(filled, {
      '/cuti/ajukan/:kind': '/cuti/ajukan/tahunan', '/cuti/:id': `/cuti/${await ownLeave('approved')}`, '/cuti/:id/ubah': `/cuti/${await ownLeave('draft')}/ubah`,
      '/kerja/cuti/:id': `/kerja/cuti/${await one(`select id as it from leave.request where employee_id = '${employee}' and state <> 'draft' limit 1`)}`,
      '/kerja/cuti/sisa/:employee': `/kerja/cuti/sisa/${employee}`, '/kerja/cuti/impor/:run': balances,
    })
    const roster = await one("select id as it from rosters.roster where state = 'published' order by month limit 1")
    const workPlace = await one("select id as it from schedules.place where shape = 'circle' order by name limit 1")
    Object.assign(filled, {
      '/kerja/jadwal/penetapan/:id': `/kerja/jadwal/penetapan/${await one('select id as it from schedules.assignment order by id limit 1')}`,
      '/kerja/jadwal/tempat/:id': `/kerja/jadwal/tempat/${workPlace}`, '/kerja/jadwal/tempat/:id/ubah': `/kerja/jadwal/tempat/${workPlace}/ubah`,
      '/kerja/jadwal/jaga/:id': `/kerja/jadwal/jaga/${roster}`, '/kerja/jadwal/jaga/:id/giliran': `/kerja/jadwal/jaga/${roster}/giliran`,
      '/kerja/jadwal/jaga/sif/:id': `/kerja/jadwal/jaga/sif/${await one('select id as it from rosters.shift order by id limit 1')}`, '/kerja/jadwal/jaga/impor/:run': rosterSheet,
    })
    Object.assign(filled, {
      '/kerja/presensi/impor/:run': deviceSheet, '/kerja/presensi/kios/:place': `/kerja/presensi/kios/${workPlace}`, '/kerja/presensi/pegawai/:id': `/kerja/presensi/pegawai/${employee}`,
      '/kerja/presensi/rekap/pegawai/:id': await one("select '/kerja/presensi/rekap/pegawai/' || employee_id || '?bulan=' || to_char(month, 'YYYY-MM') as it from attendance_recaps.recap where (counts ->> 'absent')::int > 0 limit 1"),
      '/kerja/presensi/rekap/pegawai/:id/perbaiki': await one("select '/kerja/presensi/rekap/pegawai/' || r.employee_id || '/perbaiki?hari=' || (d ->> 'day') as it from attendance_recaps.recap r cross join jsonb_array_elements(r.days) as d where d ->> 'state' = 'absent' limit 1"),
      '/kerja/presensi/tinjau/:id': `/kerja/presensi/tinjau/${await one("select id as it from attendance.scan where level = 'doubtful' and verdict is null order by at limit 1")}`,
      '/kerja/presensi/permohonan/:id': `/kerja/presensi/permohonan/${await one(`select id as it from attendance_requests.request where employee_id = '${employee}' limit 1`)}`,
    })
    await one("insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) select u.government_id, 'attendance-selfie', 'rule', '{\"offered\": true, \"days\": 7}', 'Contoh', false, '2026-01-01' from organisation.unit u where u.slug = 'dpu' limit 1")
    await posted(admin, '/presensi', { direction: 'in' })
    filled['/presensi/foto/:id'] = `/presensi/foto/${await one("update attendance.scan set level = 'doubtful', received_at = now() + interval '1 day' where id = (select s.id from attendance.scan s join personnel.employee e on e.id = s.employee_id join identity.account a on a.id = e.account_id where a.username = 'admin.tegal' order by s.at desc limit 1) returning id as it")}`
    filled['/kerja/panggil/daftar/:id'] = `/kerja/panggil/daftar/${await one("select l.id as it from roll_calls.list l join identity.account a on a.id = l.account_id where a.username = 'admin.tegal' limit 1")}`
    const comparison = await one("select comparison_id as it from reconciliation.pair where state = 'ask' order by comparison_id limit 1")
    for (const part of ['', '/ubah', '/padanan', '/perbedaan', '/hasil']) filled[`/kerja/rekonsiliasi/:id${part}`] = `/kerja/rekonsiliasi/${comparison}${part}`
    Object.assign(filled, {
      '/kerja/rekonsiliasi/:id/sumber/:source': `/kerja/rekonsiliasi/${comparison}/sumber/${await one(`select id as it from reconciliation.source where comparison_id = '${comparison}' order by position limit 1`)}`,
      '/kerja/rekonsiliasi/:id/berkas/:delivery': await one("select '/kerja/rekonsiliasi/' || s.comparison_id || '/berkas/' || d.id as it from reconciliation_deliveries.delivery d join reconciliation.source s on s.id = d.source_id where d.state = 'ready' limit 1"),
      '/kerja/rekonsiliasi/perbedaan/:difference': `/kerja/rekonsiliasi/perbedaan/${await one("select id as it from reconciliation.difference where state = 'asked' order by id limit 1")}`,
    })
    filled['/kerja/panggil/:id'] = `/kerja/panggil/${await one("select id as it from roll_calls.call where kind = 'meeting' limit 1")}`
    filled['/kerja/kepegawaian/surat/:id'] = `/kerja/kepegawaian/surat/${await one('select letter_id as it from decrees.decree order by letter_id desc limit 1')}`
    filled['/saya/usul/:kind/:record'] = '/saya/usul/education/baru'
    filled['/berita/:slug/cetak'] = `${filled['/berita/:slug']}/cetak`
    for (const part of ['ubah', 'jabatan']) filled[`/kerja/unit/:id/${part}`] = `${filled['/kerja/unit/:id']}/${part}`
    const position = await one("select p.id as it from organisation.position p join organisation.unit u on u.id = p.unit_id where u.slug = 'dpu' and p.rank = 1")
    for (const part of ['', '/ubah', '/angkat', '/peran']) filled[`/kerja/jabatan/:id${part}`] = `/kerja/jabatan/${position}${part}`
    for (const [step, state] of Object.entries(states)) filled[`/kerja/publikasi/:id/${step}`] = `/kerja/publikasi/${byState[state]}/${step}${step.endsWith('banding') ? '?dari=1&ke=2' : ''}`

    const agency = await one("select id as it from organisation.unit where slug = 'diskominfo' and id in (select unit_id from numbering.series)")
    for (const part of ['', '/pola', '/pesan', '/catat', '/cetak']) filled[`/kerja/penomoran/:unit${part}`] = `/kerja/penomoran/${agency}${part}`
    filled['/kerja/penomoran/nomor/:id'] = `/kerja/penomoran/nomor/${await one("select id as it from numbering.number where state = 'booked' order by id limit 1")}`

    const pageOf = (where: string) => one(`select p.id as it from pages.page p join organisation.unit u on u.id = p.unit_id where ${where} limit 1`)
    const [changed, submitted] = [await pageOf("u.slug = 'desa-purwahamba' and p.slug = 'layanan'"), await pageOf("p.state = 'submitted'")]
    const [newest, older] = (await client.query(`
      select p.slug, p.published_at as at, p.id from publications.publication p join organisation.unit u on u.id = p.unit_id
      where u.slug = 'dpu' and p.visible order by p.published_at desc, p.id desc limit 2`)).rows as { slug: string; at: Date; id: string }[]
    const markOf = ({ at, id }: { at: Date; id: string }) => `${at.getTime().toString(36)}.${id}`
    Object.assign(filled, {
      '/situs/:site': '/situs/desa-purwahamba',
      '/situs/:site/:page': '/situs/desa-purwahamba/profil',
      '/situs/:site/berita': '/situs/dpu/berita',
      '/situs/:site/berita/sebelum/:before': `/situs/dpu/berita/sebelum/${markOf(newest!)}`,
      '/situs/:site/berita/setelah/:after': `/situs/dpu/berita/setelah/${markOf(older!)}`,
      '/situs/:site/berita/:slug': `/situs/dpu/berita/${newest!.slug}`,
      '/kerja/halaman/:id': `/kerja/halaman/${changed}`,
      '/kerja/halaman/:id/pratinjau': `/kerja/halaman/${submitted}/pratinjau`,
      '/kerja/halaman/:id/versi/banding': `/kerja/halaman/${changed}/versi/banding?dari=2&ke=3`,
    })
    const desk = await aDeskOfDrafts(demo, demo.government, { name: 'Fajar Setyo Utomo', colleague: 'Wulan Kartikasari' })
    for (const part of ['naskah', 'ubah', 'edarkan', 'batalkan', 'versi']) filled[`/kerja/surat/:id/${part}`] = `/kerja/surat/${desk.draft}/${part}`
    filled['/kerja/surat/:id/versi/banding'] = `/kerja/surat/${desk.draft}/versi/banding?dari=1&ke=2`
    filled['/kerja/surat/:id/tarik'] = `/kerja/surat/${desk.circulating}/tarik`
    filled['/kerja/surat/:id/paraf'] = `/kerja/surat/${desk.waiting}/paraf`
    filled['/kerja/templat-surat/:id'] = '/kerja/templat-surat/baru?jenis=surat-undangan'
    const disposing = await aDeskOfDispositions(demo, demo.government, { name: 'Fajar Setyo Utomo' })
    filled['/kerja/surat/:id/disposisi'] = disposing.disposisi
    for (const step of ['lapor', 'laporan', 'tarik'] as const) filled[`/kerja/surat/:id/disposisi/:recipient/${step}`] = disposing[step]
    Object.assign(filled, await archiveAddresses(demo, admin, unit, await one("select id as it from identity.account where username = 'admin.tegal'")))
    const waiting = await aDeskOfLetters(demo, demo.government, { name: 'Fajar Setyo Utomo' })
    for (const step of ['tanda-tangan', 'kembalikan', 'cabut', 'kirim', 'selesai'] as const) filled[`/kerja/surat/:id/${step}`] = waiting[step]
    filled['/kerja/surat/:id'] = waiting.selesai.replace('/selesai', '')
    filled['/v/:code'] = waiting.periksa
    await demo.services.ask(siteAudits).auditAll(demo.government.id)
    filled['/kerja/kesehatan-situs/:id'] = `/kerja/kesehatan-situs/${await one('select id as it from site_health.subject where score is not null order by score limit 1')}`
    filled['/kerja/data/panen/:id'] = `/kerja/data/panen/${await one('select id as it from harvests.source order by id limit 1')}`
    for (const part of ['', '/tampilan', '/domain']) filled[`/kerja/situs/:site${part}`] = `/kerja/situs/desa-purwahamba${part}`
    for (const part of ['ubah', 'versi']) filled[`/kerja/halaman/:id/${part}`] = `/kerja/halaman/${changed}/${part}`
    for (const { kind } of blockSpecs) {
      const block = await one(`
        select p.id || '/bagian/${kind}/' || (block ->> 'id') as it from pages.page p join pages.version v on v.page_id = p.id and v.number = p.working_version, jsonb_array_elements(v.blocks) block
        where block ->> 'kind' = '${kind}' order by p.id limit 1`)
      filled[`/kerja/halaman/:id/bagian/${kind}/:block`] = `/kerja/halaman/${block || `${changed}/bagian/${kind}/baru`}`
    }
    return path => {
      const address = filled[path] ?? path
      if (address === '' || /\/:|\/(?:undefined)?(?:\/|$)./.test(address) || address.includes('undefined')) throw new Error(`Say in test/pages/addresses.ts which record shows ${path} (now ${address || 'none'})`)
      return address
    }
  } finally {
    await client.end()
  }
}

/** Posts a form and answers where it leads. */
async function posted(browser: Browser, address: string, values: Record<string, string | string[]>): Promise<string> {
  const answer = await browser.post(address, values)
  if (answer.statusCode !== 303) throw new Error(`${address} answered ${answer.statusCode}: ${/error-summary.*?<\/ul>/s.exec(answer.body)?.[0] ?? ''}`)
  return String(answer.headers.location)
}
