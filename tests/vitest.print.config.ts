import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests that lay a Word file out with LibreOffice: slow, and one at a time because LibreOffice shares one profile. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    // The built program makes the PDF files that are compared.
    globalSetup: fileURLToPath(new URL('support/build.mjs', import.meta.url)),
    include: ['tests/print/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    passWithNoTests: true,
  },
})
