import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser, aRole, anAccount, assign, signIn, testPassword, type Browser } from '../testing.ts'

describe('managing accounts and roles', () => {
  let installation: Installation
  let tegal: TestGovernment
  let admin: Browser
  /** Manages accounts of Diskominfo and below, and may publish there. */
  let unitAdmin: Browser
  let localRole: string
  let wideRole: string
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date())
  const db = () => installation.services.database.of(tegal.id)
  const roleId = async (code: string) => (await sql<{ id: string }>`select id from identity.role where code = ${code}`.execute(db())).rows[0]!.id

  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
    await anAccount(installation, tegal, { username: 'admin.tegal', name: 'Fajar Setyo', unit: 'diskominfo-ikp', roles: [{ code: 'administrator', unit: 'pemerintah' }] })
    localRole = await aRole(installation, tegal, 'admin-unit', [{ permission: 'identity.manage-accounts', reach: 'unit-and-below' }, { permission: 'identity.manage-roles', reach: 'unit-and-below' }])
    wideRole = await aRole(installation, tegal, 'penata', [{ permission: 'organisation.manage', reach: 'government' }])
    const local = await anAccount(installation, tegal, { username: 'admin.kominfo' })
    await assign(installation, tegal, local.id, localRole, 'diskominfo')
    admin = await signIn(installation, tegal, 'admin.tegal')
    unitAdmin = await signIn(installation, tegal, 'admin.kominfo')
  })
  afterAll(() => installation.close())

  test('lists and finds accounts within reach only', async () => {
    await anAccount(installation, tegal, { username: 'staf.ikp', name: 'Galih Priambudi', unit: 'diskominfo-ikp' })
    const far = await anAccount(installation, tegal, { username: 'staf.dpu', name: 'Yoga Aditya', unit: 'dpu' })
    expect((await admin.get('/kerja/akun')).body).toContain('Yoga Aditya')
    const near = await unitAdmin.get('/kerja/akun')
    expect(near.body).toContain('Galih Priambudi')
    expect(near.body).not.toContain('Yoga Aditya')
    expect((await unitAdmin.get('/kerja/akun?q=yoga')).body).toContain('Tidak ada akun yang cocok')
    expect((await admin.get(`/kerja/akun?q=galih&unit=${tegal.units.diskominfo}`)).body).toContain('Galih Priambudi')
    expect((await unitAdmin.get(`/kerja/akun/${far.id}`)).statusCode).toBe(404)
  })

  test('pages through many accounts without missing or repeating one', async () => {
    await sql`insert into identity.account (name, email, unit_id) select 'Orang ' || lpad(n::text, 3, '0'), 'orang' || n || '@contoh.id', ${tegal.units.slawi}::uuid from generate_series(1, 95) n`.execute(db())
    const seen: string[] = []
    let next: string | undefined = `/kerja/akun?unit=${tegal.units.slawi}`
    while (next) {
      const { body }: { body: string } = await admin.get(next)
      seen.push(...[...body.matchAll(/>(Orang \d{3})</g)].map(match => match[1]!))
      next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual(Array.from({ length: 95 }, (_, i) => `Orang ${String(i + 1).padStart(3, '0')}`))
  })

  test('invites a person, who makes a password and signs in with the roles given', async () => {
    const sent = await unitAdmin.post('/kerja/akun/undang', { nama: 'Ratri Handayani', surel: 'Ratri@contoh.id', nip: '', jabatan: 'Pranata Humas', unit: tegal.units['diskominfo-ikp']!, peran: localRole })
    expect(sent.statusCode).toBe(303)
    const { rows } = await sql<{ body_text: string }>`select body_text from platform.mail where recipient = 'ratri@contoh.id'`.execute(db())
    const link = new URL(/http:\S+\/undangan\/\S+/.exec(rows[0]!.body_text)![0]).pathname
    const guest = aBrowser(installation, tegal)
    expect((await guest.post(link, { nama: 'Ratri Handayani', pengguna: 'admin.tegal', sandi: 'awan-gunung-kopi-12' })).body).toContain('sudah dipakai orang lain')
    expect((await guest.post(link, { nama: 'Ratri Handayani', pengguna: 'ratri', sandi: 'awan-gunung-kopi-12' })).headers.location).toBe('/masuk')
    expect((await guest.get(link)).body).toContain('tidak berlaku lagi')
    const ratri = await signIn(installation, tegal, 'ratri', 'awan-gunung-kopi-12')
    expect((await ratri.get('/kerja/akun')).statusCode).toBe(200)
    expect((await unitAdmin.post('/kerja/akun/undang', { nama: 'Orang Lain', surel: 'ratri@contoh.id', unit: tegal.units.diskominfo! })).body).toContain('Surel ini sudah dipakai')
  })

  test('an invitation ends after seven days and with a newer one', async () => {
    await admin.post('/kerja/akun/undang', { nama: 'Calon Pegawai', surel: 'calon@contoh.id', unit: tegal.units.dpu! })
    const letters = async () => (await sql<{ body_text: string }>`select body_text from platform.mail where recipient = 'calon@contoh.id' order by id`.execute(db())).rows.map(row => new URL(/http:\S+\/undangan\/\S+/.exec(row.body_text)![0]).pathname)
    const { rows } = await sql<{ id: string }>`select id from identity.account where email = 'calon@contoh.id'`.execute(db())
    await admin.post(`/kerja/akun/${rows[0]!.id}`, { langkah: 'undang' })
    const [first, second] = await letters()
    const guest = aBrowser(installation, tegal)
    expect((await guest.get(first!)).body).toContain('tidak berlaku lagi')
    expect((await guest.get(second!)).body).toContain('Lengkapi akun Anda')
    await sql`update identity.invitation set expires_at = now() - interval '1 minute'`.execute(db())
    expect((await guest.get(second!)).body).toContain('tidak berlaku lagi')
  })

  test('gives a role with dates and takes it back; the person is told and feels it at once', async () => {
    const staff = await anAccount(installation, tegal, { username: 'plt.kadis', unit: 'dpu' })
    const browser = await signIn(installation, tegal, 'plt.kadis')
    expect((await browser.get('/kerja/akun')).statusCode).toBe(403)
    const given = await admin.post(`/kerja/akun/${staff.id}`, { langkah: 'beri', peran: localRole, unit: tegal.units.dpu!, mulai: today, sampai: today })
    expect(given.statusCode).toBe(303)
    expect((await admin.post(`/kerja/akun/${staff.id}`, { langkah: 'beri', peran: localRole, unit: tegal.units.dpu!, mulai: today, sampai: '' })).statusCode).toBe(422)
    await expect.poll(async () => (await browser.get('/kerja/akun')).statusCode).toBe(200)
    expect((await browser.get('/pemberitahuan')).body).toContain('Anda menerima peran')
    const page = await admin.get(`/kerja/akun/${staff.id}`)
    const holding = /name="pegangan" value="([^"]+)"/.exec(page.body)![1]!
    await admin.post(`/kerja/akun/${staff.id}`, { langkah: 'cabut', pegangan: holding })
    await expect.poll(async () => (await browser.get('/kerja/akun')).statusCode).toBe(403)
  })

  test('a role not yet begun or already over gives nothing', async () => {
    const staff = await anAccount(installation, tegal, { username: 'nanti' })
    await sql`insert into identity.assignment (account_id, role_id, unit_id, days) values (${staff.id}, ${localRole}, ${tegal.units.dpu}, daterange(current_date + 2, null)), (${staff.id}, ${localRole}, ${tegal.units.diskominfo}, daterange(current_date - 9, current_date - 2))`.execute(db())
    expect((await (await signIn(installation, tegal, 'nanti')).get('/kerja/akun')).statusCode).toBe(403)
  })

  test('nobody gives a role, a reach or a unit beyond their own', async () => {
    const staff = await anAccount(installation, tegal, { username: 'biasa', unit: 'diskominfo-ikp' })
    const to = `/kerja/akun/${staff.id}`
    const tries = [
      { peran: wideRole, unit: tegal.units.diskominfo! },
      { peran: await roleId('administrator'), unit: tegal.units['diskominfo-ikp']! },
      { peran: localRole, unit: tegal.units.dpu! },
      { peran: localRole, unit: tegal.units.pemerintah! },
    ]
    for (const one of tries) expect((await unitAdmin.post(to, { langkah: 'beri', mulai: today, sampai: '', ...one })).statusCode).toBe(422)
    expect((await unitAdmin.post(to, { langkah: 'beri', mulai: today, sampai: '', peran: localRole, unit: tegal.units['diskominfo-ikp']! })).statusCode).toBe(303)
    for (const peran of [wideRole, await roleId('administrator')])
      expect((await unitAdmin.post('/kerja/akun/undang', { nama: 'Akun Bayangan', surel: 'bayangan@contoh.id', unit: tegal.units.diskominfo!, peran })).statusCode).toBe(422)
    expect((await unitAdmin.post('/kerja/akun/undang', { nama: 'Akun Bayangan', surel: 'bayangan@contoh.id', unit: tegal.units.dpu! })).statusCode).toBe(422)
  })

  test('nobody manages themselves, or someone who holds more than they do', async () => {
    const { rows } = await sql<{ id: string; username: string }>`select id, username from identity.account where username in ('admin.tegal', 'admin.kominfo')`.execute(db())
    const idOf = (username: string) => rows.find(row => row.username === username)!.id
    // The government's administrator works in a unit below Diskominfo, so the unit's administrator sees the account.
    const page = await unitAdmin.get(`/kerja/akun/${idOf('admin.tegal')}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('Nonaktifkan')
    const own = await anAccount(installation, tegal, { username: 'lawan' })
    const form = /name="_csrf" value="([^"]+)"/.exec((await unitAdmin.get(`/kerja/akun/${own.id}`)).body)![1]!
    const post = (id: string, values: Record<string, string>) =>
      installation.web.server.inject({ method: 'POST', url: `/kerja/akun/${id}`, headers: { host: tegal.host, cookie: unitAdmin.header(), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _csrf: form, ...values }).toString() })
    for (const langkah of ['nonaktifkan', 'lepas-langkah-kedua', 'undang']) {
      expect((await post(idOf('admin.tegal'), { langkah })).statusCode).toBe(403)
      expect((await post(idOf('admin.kominfo'), { langkah })).statusCode).toBe(403)
    }
    expect((await post(idOf('admin.kominfo'), { langkah: 'beri', peran: localRole, unit: tegal.units['diskominfo-ikp']!, mulai: today, sampai: '' })).statusCode).toBe(403)
  })

  test('deactivating ends every session and the way in, and can be undone', async () => {
    const staff = await anAccount(installation, tegal, { username: 'pensiun', unit: 'dpu' })
    const browser = await signIn(installation, tegal, 'pensiun')
    await admin.post(`/kerja/akun/${staff.id}`, { langkah: 'nonaktifkan' })
    expect((await browser.get('/akun')).statusCode).toBe(303)
    await expect(signIn(installation, tegal, 'pensiun')).rejects.toThrow('422')
    await admin.post(`/kerja/akun/${staff.id}`, { langkah: 'aktifkan' })
    await signIn(installation, tegal, 'pensiun')
  })

  test('a role takes only permissions its editor holds for the whole government', async () => {
    const made = await admin.post('/kerja/peran', { nama: 'Pengelola unit' })
    const path = made.headers.location as string
    const save = (browser: Browser, values: Record<string, string>) => browser.post(path, { nama: 'Pengelola unit', version: '1', langkah: 'simpan', ...values })
    expect((await save(unitAdmin, { 'jangkauan.identity.manage-accounts': 'unit' }).catch(() => ({ statusCode: 0 }))).statusCode).not.toBe(303)
    expect((await save(admin, { 'jangkauan.organisation.manage': 'governments-below' })).statusCode).toBe(422)
    expect((await save(admin, { 'jangkauan.organisation.manage': 'unit-and-below' })).statusCode).toBe(303)
    expect((await save(admin, { 'jangkauan.organisation.manage': 'unit' })).statusCode).toBe(409)
    expect((await admin.get(path)).body).toContain('value="unit-and-below" selected')
  })

  test('the administrators’ role keeps the last door open', async () => {
    const id = await roleId('administrator')
    const answer = await admin.post(`/kerja/peran/${id}`, { nama: 'Administrator', version: '1', langkah: 'simpan', 'jangkauan.identity.manage-accounts': 'government' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('harus tetap dapat mengelola')
  })

  test('every change stands in the audit with who did it', async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.audit_entry where record_kind in ('account', 'role') and account_id is not null`.execute(db())
    expect(rows[0]!.n).toBeGreaterThan(8)
    const { rows: entries } = await sql<{ entry: string }>`select entry from platform.audit_entry`.execute(db())
    expect(JSON.stringify(entries)).not.toContain(testPassword)
  })
})
