/** The commands. Results go to `out`, everything else to `err`; the returned number is the exit code. */
import { existsSync } from 'node:fs'
import { fail, ok, type Failure, type Result } from '../../shared/contract/errors.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { createWorkerPool } from '../backend/jobs/worker-pool.ts'
import { readInputFile } from '../backend/files/read-input-file.ts'
import type { ImportPreview } from '../../shared/contract/procedures.ts'
import type { RevisionView } from '../../shared/recognition/revision-view.ts'
import { parseCommand, usage, type Command } from './arguments.ts'
import { runCollect } from './run-collect.ts'
import { runDeidentify } from './run-deidentify.ts'
import { runExport } from './run-export.ts'
import { importFiles, summary } from './run-import.ts'
import { runNew } from './run-new.ts'
import { runPackage } from './run-package.ts'
import { runLedger } from './run-ledger.ts'
import { openLibrary, type Installation, type Library } from './library.ts'
import { recognisedText, recognisedView } from './views.ts'

export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

export const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

export function report(error: Failure, asJson: boolean, streams: Streams): 1 {
  streams.err(`${error.message}（${error.code}）\n`)
  if (asJson) streams.out(json({ error: { code: error.code, message: error.message } }))
  return 1
}

/** In a worker, as in the app: a hostile file meets the same limits of time and memory here (law D5). */
async function recogniseFile(path: string, installation: Installation, revisions?: RevisionView): Promise<Result<ImportPreview>> {
  const file = readInputFile(path)
  if (!file.ok) return file
  const pool = createWorkerPool(installation.workerUrl, undefined, { convert: installation.convert ?? true })
  try {
    return await pool.run('read-file', { name: file.value.name, bytes: new Uint8Array(file.value.bytes), draftId: 'draft', revisions }, { name: file.value.name })
  } finally {
    await pool.close()
  }
}

/** A file is recognised; anything else is taken for the id of a draft in the library. */
async function findDraft(source: string, data: string | undefined, installation: Installation, revisions?: RevisionView): Promise<Result<Draft>> {
  if (existsSync(source)) {
    const recognised = await recogniseFile(source, installation, revisions)
    return recognised.ok ? ok(recognised.value.draft) : recognised
  }
  if (/[/\\.]/u.test(source)) return fail('FILE_NOT_FOUND', { name: source })
  return withLibrary(installation, data, async (library) => {
    const opened = await library.call('drafts.open', { draftId: source })
    return opened.ok ? ok(opened.value.draft) : opened
  })
}

async function withLibrary<T>(installation: Installation, data: string | undefined, use: (library: Library) => Promise<Result<T>>): Promise<Result<T>> {
  const library = await openLibrary(installation, data)
  if (!library.ok) return library
  try {
    return await use(library.value)
  } finally {
    await library.value.close()
  }
}

async function runImport(command: Extract<Command, { name: 'import' }>, installation: Installation, streams: Streams): Promise<number> {
  const done = await withLibrary(installation, command.data, (library) => importFiles(library, command, streams))
  if (!done.ok) return report(done.error, command.json, streams)
  const { results, failed } = done.value
  if (command.json) streams.out(json(results))
  else if (results.length > 1) streams.err(summary(results))
  return failed > 0 ? 1 : 0
}

async function runList(command: Extract<Command, { name: 'list' }>, installation: Installation, streams: Streams): Promise<number> {
  const listed = await withLibrary(installation, command.data, async (library) => {
    const drafts: { id: string; title: string; kind: string; updatedAt: string }[] = []
    for (;;) {
      const page = await library.call('library.list', { folder: 'active', query: '', kind: null, offset: drafts.length, limit: 500 })
      if (!page.ok) return page
      drafts.push(...page.value.drafts.map(({ id, title, kind, updatedAt }) => ({ id, title, kind, updatedAt })))
      if (page.value.drafts.length === 0 || drafts.length >= page.value.total) return ok(drafts)
    }
  })
  if (!listed.ok) return report(listed.error, command.json, streams)
  if (command.json) streams.out(json({ drafts: listed.value }))
  else for (const draft of listed.value) streams.out(`${draft.id}\t${draft.kind}\t${draft.updatedAt}\t${draft.title}\n`)
  return 0
}

export async function runCommand(args: readonly string[], given: Installation, streams: Streams): Promise<number> {
  const command = parseCommand(args)
  if ('problem' in command) {
    streams.err(`${command.problem}\n\n${usage}`)
    return 2
  }
  const installation: Installation = 'convert' in command ? { ...given, convert: command.convert } : given
  switch (command.name) {
    case 'help':
      streams.out(usage)
      return 0
    case 'recognise': {
      const result = await recogniseFile(command.file, installation, command.revisions)
      if (!result.ok) return report(result.error, command.json, streams)
      const { draft, report: changes, source } = result.value
      for (const note of source.notes) streams.err(`${note}\n`)
      streams.out(command.json ? json(recognisedView(draft, changes)) : `${recognisedText(draft, changes)}\n`)
      return 0
    }
    case 'text': {
      const draft = await findDraft(command.source, command.data, installation, command.revisions)
      if (!draft.ok) return report(draft.error, command.json, streams)
      streams.out(command.json ? json({ text: printText(draft.value) }) : `${printText(draft.value)}\n`)
      return 0
    }
    case 'import': return runImport(command, installation, streams)
    case 'package': {
      const said = await withLibrary(installation, command.data, (library) => runPackage(library, command, streams))
      if (!said.ok) return report(said.error, command.json, streams)
      streams.out(command.json ? json(said.value.value) : said.value.lines.map((line) => `${line}\n`).join(''))
      return 0
    }
    case 'collect': return runCollect(command, { installation, streams })
    case 'new': {
      const made = await withLibrary(installation, command.data, (library) => runNew(library, command))
      if (!made.ok) return report(made.error, command.json, streams)
      streams.out(command.json ? json(made.value) : `${made.value.draftId}\n`)
      return 0
    }
    case 'list': return runList(command, installation, streams)
    case 'export': return runExport(command, { installation, streams, recognise: async (path) => {
      const recognised = await recogniseFile(path, installation, command.revisions)
      return recognised.ok ? ok(recognised.value.draft) : recognised
    } })
    case 'deidentify': return runDeidentify(command, { installation, streams, findDraft: (source) => findDraft(source, command.data, installation, command.revisions) })
    case 'ledger': return runLedger(command, {
      installation, streams, findDraft: (source) => findDraft(source, command.data, installation, command.revisions),
      storedSheet: (list) => withLibrary(installation, command.data, async (library) => {
        const content = await library.call('ledger.content', { ...list, names: null, format: 'xlsx' })
        return content.ok ? ok(new Uint8Array(Buffer.from(content.value.contentBase64, 'base64'))) : content
      }),
    })
  }
}
