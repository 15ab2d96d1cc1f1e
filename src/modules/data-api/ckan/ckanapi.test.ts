import { execFile, spawnSync } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn } from '#modules/identity/testing.ts'
import { aDataset } from '#modules/datasets/testing/published.ts'

const present = spawnSync('python3', ['-c', 'import ckanapi']).status === 0

let installation: Installation
let government: TestGovernment

beforeAll(async () => {
  installation = await openInstallation()
  government = await aGovernment(installation)
  await installation.web.server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => installation.close())

/** What a person of data would type, with CKAN's own client; it knows nothing of us. */
const script = `
import json, sys, tempfile, os
import ckanapi
portal = ckanapi.RemoteCKAN(sys.argv[1], apikey=sys.argv[2], user_agent='uji/1.0')
said = {}
said['list'] = portal.action.package_list()
found = portal.action.package_search(q='kunjungan', fq='organization:diskominfo', rows=5, **{'facet.field': ['groups']})
said['search'] = [found['count'], found['facets']]
package = portal.action.package_show(id='kunjungan-puskesmas')
resource = [r for r in package['resources'] if r['datastore_active']][0]
said['rows'] = portal.action.datastore_search(resource_id=resource['id'], filters={'kecamatan': 'Slawi'}, sort='kunjungan desc')['records']
said['sql'] = portal.action.datastore_search_sql(sql='SELECT count(*) AS n FROM "%s"' % resource['id'])['records']
said['organizations'] = [o['name'] for o in portal.action.organization_list(all_fields=True)]
for name, call in (('missing', lambda: portal.action.package_show(id='tidak-ada')), ('invalid', lambda: portal.action.package_create(title='X')), ('stranger', lambda: ckanapi.RemoteCKAN(sys.argv[1]).action.package_create(title='X'))):
    try:
        call()
    except (ckanapi.CKANAPIError, ckanapi.NotFound, ckanapi.ValidationError, ckanapi.NotAuthorized) as e:
        said[name] = type(e).__name__
made = portal.action.package_create(title='Dari ckanapi', notes='Uraian yang cukup panjang dari program.', owner_org='diskominfo', groups=[{'name': 'pendidikan'}], extras=[{'key': 'jadwal', 'value': 'year'}])
said['made'] = [made['name'], made['state']]
path = os.path.join(tempfile.mkdtemp(), 'data.csv')
open(path, 'w').write('kecamatan,jumlah\\nSlawi,10\\nAdiwerna,12\\n')
part = portal.action.resource_create(package_id=made['id'], name='Tabel', periode='2025', upload=open(path, 'rb'))
said['uploaded'] = [part['datastore_active'], part['release_state']]
print(json.dumps(said))
`

test.runIf(present)(`ckanapi reads, searches, asks, creates and uploads without a special case${present ? '' : ' (skipped: needs ckanapi for python3)'}`, async () => {
  await aDataset(installation, government, { slug: 'kunjungan-puskesmas', title: 'Kunjungan puskesmas', releases: [{ period: '2026-10' }] })
  await anAccount(installation, government, { username: 'produsen', roles: ['walidata-pendukung'] })
  const browser = await signIn(installation, government, 'produsen')
  await browser.post('/akun/kunci-api/baru', { name: 'ckanapi', permissions: ['datasets.read', 'datasets.produce'], unit: '', days: '30' })
  const key = /pdp_[a-z0-9]{8}_[\w-]{43}/.exec((await browser.get('/akun/kunci-api')).body)![0]
  const origin = `http://127.0.0.1:${(installation.web.server.server.address() as AddressInfo).port}`
  const said = await new Promise<string>((resolve, reject) => execFile('python3', ['-c', script, origin, key], { timeout: 60_000 }, (error, out, wrong) => (error ? reject(new Error(wrong)) : resolve(out))))
  expect(JSON.parse(said)).toEqual({
    list: ['kunjungan-puskesmas'], search: [1, { groups: { kesehatan: 1 } }], rows: [{ _id: 1, kecamatan: 'Slawi', tanggal: '2026-10-01', kunjungan: 120 }, { _id: 2, kecamatan: 'Slawi', tanggal: '2026-10-03', kunjungan: 95 }], sql: [{ n: 4 }],
    organizations: ['diskominfo'], missing: 'NotFound', invalid: 'ValidationError', stranger: 'NotAuthorized', made: ['dari-ckanapi', 'draft'], uploaded: [true, 'draft'],
  })
}, 90_000)
