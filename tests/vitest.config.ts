import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Everything but what needs LibreOffice (tests/print) and what only measures (tests/bench). */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    // Browsers, worker threads and packaging are tested on what is built.
    globalSetup: fileURLToPath(new URL('support/build.mjs', import.meta.url)),
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/print/**', 'tests/bench/**', '**/node_modules/**'],
    pool: 'forks',
    // Browsers wait more than they work: two files at a time also where there are only two cores (the default would be one).
    maxWorkers: 2,
    testTimeout: 40_000,
    // A busy machine takes its time to show what was done.
    expect: { poll: { timeout: 8_000 } },
    hookTimeout: 30_000,
  },
})
