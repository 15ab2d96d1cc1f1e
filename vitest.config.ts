import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tools/test-order.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'test/**/*.test.{ts,tsx}'],
    globalSetup: ['tools/test-setup.mjs', 'src/app/testing/database-server.ts'],
    testTimeout: 20_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    pool: 'forks',
    // Every file has its own database and installation; loading the application once per worker saves minutes.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
})
