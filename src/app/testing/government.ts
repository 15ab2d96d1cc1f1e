import pg from 'pg'
import { changed } from '#platform/db/changes.ts'
import { roleSeeding } from '#modules/identity/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import type { Installation } from './installation.ts'

/** A government as tests need it: hosts, a small tree of units, the roles of all modules. */
export interface TestGovernment {
  id: string
  slug: string
  /** `Host` header of its portal. */
  host: string
  /** Ids of its units by slug. */
  units: Record<string, string>
}

/** Slug → parent's slug; the order makes parents first. */
const tree: [slug: string, parent: string | null, kind: string, name: string][] = [
  ['pemerintah', null, 'government', 'Pemerintah'],
  ['diskominfo', 'pemerintah', 'agency', 'Dinas Komunikasi dan Informatika'],
  ['diskominfo-ikp', 'diskominfo', 'division', 'Bidang Informasi Publik'],
  ['dpu', 'pemerintah', 'agency', 'Dinas Pekerjaan Umum'],
  ['dpu-bina-marga', 'dpu', 'division', 'Bidang Bina Marga'],
  ['slawi', 'pemerintah', 'subdistrict', 'Kecamatan Slawi'],
  ['kalisapu', 'slawi', 'village', 'Desa Kalisapu'],
]

/** Makes a government `slug` at `<slug>.localhost` with seven units (`diskominfo`, `diskominfo-ikp`, `dpu`, …) and all roles. */
export async function aGovernment(installation: Installation, slug = 'tegalkab', name = 'Kabupaten Tegal'): Promise<TestGovernment> {
  const client = new pg.Client({ connectionString: installation.url })
  await client.connect()
  const units: Record<string, string> = {}
  let id = ''
  try {
    const { rows } = await client.query(
      `insert into organisation.government (slug, name, level, region_code, accent, pattern, zone) values ($1, $2, 'regency', $1, '#0b5a55', 'kawung', 'Asia/Jakarta') returning id`,
      [slug, name],
    )
    id = (rows[0] as { id: string }).id
    await client.query('insert into organisation.government_host (host, government_id) values ($1, $2)', [`${slug}.localhost`, id])
    for (const [unit, parent, kind, unitName] of tree) {
      const added = await client.query(
        `insert into organisation.unit (government_id, parent_id, path, slug, name, short_name, kind) values ($1, $2, '', $3, $4, $4, $5) returning id`,
        [id, parent && units[parent], unit, unitName, kind],
      )
      units[unit] = (added.rows[0] as { id: string }).id
    }
  } finally {
    await client.end()
  }
  const { database } = installation.services
  await database.transaction(id, async tx => {
    await changed(tx, 'governments', `units:${id}`)
    await installation.services.ask(roleSeeding).seed(tx)
  })
  // Hosts are answered from memory, which hears of this one a moment later.
  const directory = installation.services.ask(governmentDirectory)
  while (directory.at(`${slug}.localhost`)?.government.id !== id) await new Promise(resolve => setTimeout(resolve, 2))
  return { id, slug, host: `${slug}.localhost`, units }
}
