/** For the kill test of packages: opens one over and over, or writes two in turn under one name, and says what is done. */
import { randomUUID } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { writeExport } from '../../electron/backend/files/write-export.ts'
import { openWith } from '../support/packages.ts'
import { testBackendOptions } from '../support/test-backend.ts'

const [mode, place, ...files] = process.argv.slice(2) as [string, string, ...string[]]
const packages = files.map((file) => Uint8Array.from(readFileSync(file)))
if (mode === 'write') {
  writeSync(1, 'ready\n')
  for (let count = 0; ; count += 1) {
    const written = await writeExport(place, packages[count % packages.length]!, 'replace', undefined, { verify: true })
    if (!written.ok) throw new Error(written.error.code)
    writeSync(1, 'written\n')
  }
}
const backend = await createBackend({ ...testBackendOptions({ dataFolder: place }), ids: randomUUID })
// Just before it stores: the parent aims at that moment.
backend.subscribe((event) => { if (event.type === 'job-progress' && event.done >= 0.75) writeSync(1, 'near\n') })
writeSync(1, 'ready\n')
for (;;) {
  const opened = await openWith(backend, packages[0]!, { conflict: 'both' })
  if (!opened.ok) throw new Error(opened.error.code)
  writeSync(1, `opening ${opened.value.openingId}\n`)
}
