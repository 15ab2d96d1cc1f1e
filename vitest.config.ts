import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tools/test-order.ts'

/** Measures the memory of its process, so nobody else's may be in it. */
const alone = ['src/platform/files/files.test.ts']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['tools/test-setup.mjs', 'src/app/testing/database-server.ts'],
    testTimeout: 20_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    projects: [
      // Every file has its own database and installation; loading the application once for all of a worker's files saves minutes.
      { extends: true, test: { name: 'together', include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'test/**/*.test.{ts,tsx}'], exclude: ['**/node_modules/**', ...alone], isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
})
