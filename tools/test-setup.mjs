// Before any test: pages name the browser scripts they load, so those have to be built from the source as it is.
// Whatever tests write for themselves lies in one folder, which goes with the run.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'

export async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-tests-'))
  process.env.TMPDIR = folder
  await build()
  return () => rm(folder, { recursive: true, force: true })
}
