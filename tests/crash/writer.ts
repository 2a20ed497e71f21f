/** A writer for the kill test: saves as fast as it can and says each save only when it was acknowledged. */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { createBackend } from '../../electron/backend/create-backend.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { must, testBackendOptions } from '../support/test-backend.ts'

const [dataFolder, draftId] = process.argv.slice(2) as [string, string]
const backend = await createBackend({ ...testBackendOptions({ dataFolder }), ids: randomUUID })
let { draft, revision } = await must(backend, 'drafts.open', { draftId })
const run = randomUUID().slice(0, 8)

writeSync(1, 'ready\n')
for (let count = 1; ; count += 1) {
  const text = `${run}-${count}`
  const next: Draft = { ...draft, blocks: [...draft.blocks.slice(0, 40), { role: 'paragraph', id: `p${count}`, runs: [{ text }] }] }
  const saved = await must(backend, 'drafts.save', { draftId, baseRevision: revision, draft: next, clientId: 'writer' })
  revision = saved.revision
  draft = next
  // A synchronous write: what is in the pipe was acknowledged before.
  writeSync(1, `${revision} ${text}\n`)
  await new Promise((resolve) => setImmediate(resolve))
}
