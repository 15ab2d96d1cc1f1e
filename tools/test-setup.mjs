// Before any test: pages name the browser scripts they load, so those have to be built from the source as it is.

import { build } from './build.mjs'

export async function setup() {
  await build()
}
