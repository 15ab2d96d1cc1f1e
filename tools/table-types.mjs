// Writes src/modules/<noun>/tables.ts from the database that the migrations make: `node tools/table-types.mjs` on Node 26.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, existsSync, rmSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
mkdirSync(join(root, '.cache'), { recursive: true })
const scratch = mkdtempSync(join(root, '.cache', 'types-'))
try {
  await build({
    stdin: {
      contents: `import { startEmbedded } from '#platform/db/embedded.ts'; import { migrate, prepareServingRole } from '#platform/db/migrate.ts'; export { startEmbedded, migrate, prepareServingRole }`,
      resolveDir: join(root, 'src'), loader: 'ts',
    },
    outfile: join(scratch, 'db.mjs'), bundle: true, platform: 'node', format: 'esm', packages: 'external',
  })
  const { startEmbedded, migrate, prepareServingRole } = await import(join(scratch, 'db.mjs'))
  const server = await startEmbedded({ folder: mkdtempSync(join(scratch, 'server-')), settings: { fsync: 'off' } })
  try {
    const url = server.url('postgres')
    await prepareServingRole(url, 'pendopo_serve', null)
    const modules = join(root, 'src/modules')
    const nouns = readdirSync(modules).filter(noun => existsSync(join(modules, noun, 'migrations')))
    const order = ['organisation', 'identity', 'publications']
    nouns.sort((a, b) => (order.indexOf(a) + 1 || 99) - (order.indexOf(b) + 1 || 99) || a.localeCompare(b))
    await migrate(url, [{ room: 'platform', folder: join(root, 'src/platform/migrations') }, ...nouns.map(room => ({ room, folder: join(modules, room, 'migrations') }))])
    for (const noun of nouns) {
      const out = join(modules, noun, 'tables.ts')
      // Modules that write their SQL whole have no use for types of tables.
      if (!existsSync(out)) continue
      const schema = noun.replaceAll('-', '_')
      execFileSync(process.execPath, [join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'), '--dialect', 'postgres', '--url', url, '--include-pattern', `${schema}.*`, '--date-parser', 'string', '--numeric-parser', 'number', '--out-file', out, '--no-domains', '--log-level', 'warn'], { stdio: 'inherit' })
      const text = readFileSync(out, 'utf8')
        .replace(/^\/\*\*[\s\S]*?\*\/\s*/, '')
        .replace('export interface DB {', 'export type Tables = {')
        .replace(/export type Int8 = [^\n]*/, 'export type Int8 = ColumnType<bigint, bigint | number | string, bigint | number | string>;')
        .replace(/^export (?=(interface |type (?!Tables)))/gm, '')
      writeFileSync(out, `// Written by tools/table-types.mjs from the migrations; do not edit.\n${text}`)
      console.log(`src/modules/${noun}/tables.ts`)
    }
  } finally {
    await server.stop()
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
