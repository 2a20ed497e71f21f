/**
 * For the kill tests of packages: opens one over and over (`open`), opens it and takes that back (`turns`), makes two in
 * turn under one name (`make`), or writes two in turn (`write`); and says what is done.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { writeExport } from '../../electron/backend/files/write-export.ts'
import { openWith, reviewsOf, type Wanted } from '../support/packages.ts'
import { callAs, testBackendOptions } from '../support/test-backend.ts'

const [mode, place, ...files] = process.argv.slice(2) as [string, string, ...string[]]
const packages = mode === 'make' ? [] : files.map((file) => Uint8Array.from(readFileSync(file)))
if (mode === 'write') {
  writeSync(1, 'ready\n')
  for (let count = 0; ; count += 1) {
    const written = await writeExport(place, packages[count % packages.length]!, 'replace', undefined, { verify: true })
    if (!written.ok) throw new Error(written.error.code)
    writeSync(1, 'written\n')
  }
}
const backend = await createBackend({ ...testBackendOptions({ dataFolder: place }), ids: randomUUID })
// The package is read and verified, comparing and storing come next: the parent aims at that moment.
backend.subscribe((event) => { if (event.type === 'job-progress' && event.done >= 0.6) writeSync(1, 'near\n') })
writeSync(1, 'ready\n')
if (mode === 'make') {
  // Two lists of contents in turn: what is under the name must be one of them, whole.
  const lists = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Wanted)
  const reviews = await Promise.all(lists.map((list) => reviewsOf(backend, list)))
  for (let count = 0; ; count += 1) {
    const made = await callAs(backend, 'packages.make', { jobId: 'make', contents: [...lists[count % lists.length]!], reviews: reviews[count % lists.length]!, passphrase: null, sign: count % 4 > 1, target: { kind: 'default' }, ifExists: 'replace' })
    if (!made.ok) throw new Error(made.error.code)
    writeSync(1, 'written\n')
  }
}
for (;;) {
  const opened = await openWith(backend, packages[0]!, { conflict: 'both' })
  if (!opened.ok) throw new Error(opened.error.code)
  writeSync(1, `opening ${opened.value.openingId}\n`)
  if (mode !== 'turns') continue
  const undone = await callAs(backend, 'packages.undo', { openingId: opened.value.openingId! })
  if (!undone.ok) throw new Error(undone.error.code)
  writeSync(1, `undone ${opened.value.openingId}\n`)
}
