/** What may be packed and what would be; a package's draft or template beside the library's own. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { ProcedureInput, ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { draftSchemaVersion, readDraft, type Draft } from '../../../shared/document/draft.ts'
import { contentKey } from '../../../shared/exchange/manifest.ts'
import type { TheirContent } from '../../../shared/exchange/plan.ts'
import { parsedJson } from '../../../shared/exchange/versioned.ts'
import { paperTemplateSchema } from '../../../shared/paper-templates/paper-template.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { kindStores } from '../exchange/kinds/all-kinds.ts'
import { contentsToPack } from '../exchange/library-contents.ts'
import { listPackable, packableCounts } from '../exchange/packable-contents.ts'
import { makerUnit, packageFileName, readGiven } from './exchange.ts'
import { localDay } from './ledger.ts'

type ListProcedures = 'packages.contents' | 'packages.plan' | 'packages.compare'

const instant = (time: number) => new Date(time).toISOString()

/** Titles of the contents of the list that name the content. */
function neededBy(contents: readonly TheirContent[], { kind, id }: TheirContent): readonly string[] {
  return contents.filter((one) => {
    const value = parsedJson(one.text) as { readonly layout?: unknown; readonly aspects?: { readonly set?: unknown } } | undefined
    return kind === 'layout' ? (one.kind === 'draft' || one.kind === 'template') && value?.layout === id : one.kind === 'template' && value?.aspects?.set === id
  }).map(({ title }) => title)
}

function plan(context: Context, { contents: wanted }: ProcedureInput<'packages.plan'>): ProcedureOutput<'packages.plan'> {
  const asked = new Set(wanted.map(contentKey))
  const there = wanted.filter(({ kind, id }) => kindStores[kind].find(context, id)?.trashed === false)
  const present = new Set(there.map(contentKey))
  const { contents } = contentsToPack(context, there)
  const unit = makerUnit(context)
  return {
    contents: contents.map((one) => ({ kind: one.kind, id: one.id, title: one.title, size: Buffer.byteLength(one.text), neededBy: asked.has(contentKey(one)) ? [] : neededBy(contents, one) })),
    missing: wanted.filter((one) => !present.has(contentKey(one))), unit, fileName: packageFileName(contents.map(({ title }) => title), unit, localDay(context.options.clock())),
  }
}

/** A template's blocks are compared as a draft's are. */
function paperOf(kind: 'draft' | 'template', text: string): Draft | undefined {
  const value = parsedJson(text)
  if (kind === 'draft') {
    const read = readDraft(value)
    return read.ok ? read.draft : undefined
  }
  const read = paperTemplateSchema.safeParse(value)
  if (!read.success) return undefined
  const { id, name, kind: paperKind, layout, blocks } = read.data
  return { schemaVersion: draftSchemaVersion, id, kind: paperKind, title: name, meta: {}, layout, blocks }
}

async function compare(context: Context, { kind, id, ...file }: ProcedureInput<'packages.compare'>): Promise<Result<ProcedureOutput<'packages.compare'>>> {
  const given = await readGiven(context, file)
  if (!given.ok) return given
  const theirs = given.value.opened.contents.find((one) => one.kind === kind && one.id === id)
  const mine = kindStores[kind].find(context, id)
  const old = mine && paperOf(kind, mine.text)
  const now = theirs && paperOf(kind, theirs.text)
  if (!old || !now) return fail('PACKAGE_CONTENT_GONE')
  return context.jobs.run('compare-drafts', { old, now }, { jobId: file.jobId, name: file.name })
}

export function packageListHandlers(context: Context): { readonly [N in ListProcedures]: Handler<N> } {
  return {
    'packages.contents': ({ kind, query, offset, limit }) => {
      const words = query.split(/\s+/u).filter((word) => word !== '')
      const { rows, total } = listPackable(context.database(), kind, words, offset, limit)
      return ok({ contents: rows.map(({ id, title, size, updatedAt }) => ({ kind, id, title, size, updatedAt: instant(updatedAt) })), total, counts: packableCounts(context.database()) })
    },
    'packages.plan': (input) => ok(plan(context, input)),
    'packages.compare': (input) => compare(context, input),
  }
}
