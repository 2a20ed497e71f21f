/** The ledger of many drafts: reading its rows, an edit in it, handing it out. */
import { deriveLedger } from '../../shared/ledger/ledger-rows.ts'
import type { Backend } from '../../shared/contract/backend.ts'
import { makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'
import { figure, times, type Figure } from './measure.ts'
import { planOf } from './papers.ts'

/** Stores drafts until the ledger has so many rows. @returns the rows it has. */
export async function storeLedger(backend: Pick<Backend, 'call'>, rows: number): Promise<number> {
  const draft = planOf(4_000, 'x')
  const each = deriveLedger(draft).rows.length
  const count = Math.ceil(rows / each)
  for (let number = 0; number < count; number += 1) await must(backend, 'drafts.copy', { draft, title: `第${number + 1}号单位整改方案` })
  return count * each
}

export async function measureLedger(): Promise<Figure[]> {
  const temp = makeTempFolder()
  const backend = await openTestBackend({ dataFolder: temp.folder })
  try {
    const draft = planOf(30_000, 'x')
    const derived = await times(100, () => deriveLedger(draft))
    const count = await storeLedger(backend, 10_000)
    const { rows } = await must(backend, 'ledger.rows', { jobId: 'j', draftIds: null })
    const read = await times(10, () => must(backend, 'ledger.rows', { jobId: 'j', draftIds: null }))
    const [row] = rows
    const edited = await times(100, (run) => must(backend, 'ledger.edit', { edits: [{ draftId: row!.draftId, key: row!.key, field: 'progress', value: `第${run + 100}次` }], clientId: 'bench' }))
    const list = { draftIds: null, names: null, fields: ['number', 'source', 'category', 'problem', 'measure', 'timeLimit', 'due', 'progress', 'state', 'closedOn'] as const, titles: {}, list: '整改台账' }
    const some = rows.slice(0, 1_000).map((one) => `${one.draftId}/${one.key}`)
    const sheet = await times(3, () => must(backend, 'ledger.content', { ...list, names: some, format: 'xlsx' }), 1)
    const word = await times(3, () => must(backend, 'ledger.content', { ...list, names: some.slice(0, 300), format: 'docx' }), 1)
    return [
      figure(`rows of a 30,000-character draft (${deriveLedger(draft).rows.length} items)`, derived),
      figure(`rows of ${count.toLocaleString('en-US')} items in ${Math.ceil(count / (deriveLedger(planOf(4_000, 'x')).rows.length))} drafts, read in a worker`, read),
      figure('an edit in the ledger, saved', edited),
      figure('1,000 of 10,000 rows to Excel, as a file', sheet),
      figure('300 of 10,000 rows to Word, as a file', word),
    ]
  } finally {
    await backend.close()
    temp.remove()
  }
}
