/** The corpus of invented papers in tests/fixtures/papers and what a careful clerk expects of each. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft } from '../../shared/document/draft.ts'
import { deriveItems, type RecordText } from '../../shared/document/items.ts'
import { deriveOutline, type OutlineEntry } from '../../shared/document/outline.ts'
import { printText } from '../../shared/document/print-text.ts'
import { blockText } from '../../shared/document/runs.ts'
import { paperTimeContext } from '../../shared/time-limit/paper-context.ts'
import { parseTimeLimit } from '../../shared/time-limit/parse-time-limit.ts'

interface ExpectedHeading {
  readonly number: string
  readonly text: string
  readonly children?: readonly ExpectedHeading[]
}

interface ExpectedLimit {
  readonly text: string
  readonly due?: string | null
  readonly ongoing?: boolean
  readonly yearInferred?: boolean
}

interface ExpectedItem {
  readonly group?: string
  readonly problems?: readonly string[]
  readonly causes?: readonly string[]
  readonly measures?: readonly string[]
  readonly timeLimits?: readonly ExpectedLimit[]
  readonly responsible?: readonly string[]
}

export interface ExpectedPaper {
  readonly kind?: string
  readonly title?: string
  readonly outline?: readonly ExpectedHeading[]
  readonly outlineDepth?: number
  readonly items?: readonly ExpectedItem[]
  readonly counts?: Readonly<Record<string, number>>
  readonly removed?: readonly string[]
  readonly kept?: readonly string[]
  readonly roles?: readonly { readonly text: string; readonly role: string }[]
}

export interface Paper {
  readonly name: string
  readonly text: string
  readonly expected: ExpectedPaper
}

export function readPapers(folder: string): Paper[] {
  return readdirSync(folder).filter((file) => file.endsWith('.txt')).sort().map((file) => ({
    name: file.replace('.txt', ''),
    text: readFileSync(join(folder, file), 'utf8'),
    expected: JSON.parse(readFileSync(join(folder, file.replace('.txt', '.expected.json')), 'utf8')) as ExpectedPaper,
  }))
}

/** Blanks, closing marks and character widths are not what is compared. */
const fold = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '').replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'").replace(/[。.;:,，、]+$/u, '').trim()

function compareOutline(expected: readonly ExpectedHeading[], actual: readonly OutlineEntry[], depth: number, path: string): string[] {
  if (depth === 0) return []
  const show = (entries: readonly { number: string; text: string }[]) => entries.map((entry) => `${entry.number}${fold(entry.text)}`).join(' | ')
  const same = expected.length === actual.length && expected.every((entry, index) => fold(entry.text) === fold(actual[index]!.text) && entry.number === actual[index]!.number)
  if (!same) return [`outline ${path}: expected ${show(expected)}\n           got ${show(actual)}`]
  return expected.flatMap((entry, index) => (entry.children ? compareOutline(entry.children, actual[index]!.children, depth - 1, `${path}${entry.number}`) : []))
}

/** Everything in which the draft is not what was expected, one line each. */
export function differences(draft: Draft, expected: ExpectedPaper): string[] {
  const found: string[] = []
  const printed = printText(draft)
  const say = (what: string, want: unknown, got: unknown) => {
    if (JSON.stringify(want) !== JSON.stringify(got)) found.push(`${what}: expected ${JSON.stringify(want)}\n           got ${JSON.stringify(got)}`)
  }
  if (expected.kind !== undefined) say('kind', expected.kind, draft.kind)
  if (expected.title !== undefined) say('title', fold(expected.title), fold(draft.blocks.filter((block) => block.role === 'title').map(blockText).join('')))
  if (expected.outline) found.push(...compareOutline(expected.outline, deriveOutline(draft), expected.outlineDepth ?? 9, ''))
  for (const text of expected.removed ?? []) if (printed.includes(text)) found.push(`not removed: ${text}`)
  for (const text of expected.kept ?? []) if (!fold(printed).includes(fold(text))) found.push(`not kept: ${text}`)
  for (const { text, role } of expected.roles ?? []) {
    const roles = draft.blocks.filter((block) => fold(blockText(block)) === fold(text)).map((block) => block.role)
    if (!roles.includes(role as never)) found.push(`role of “${text.slice(0, 40)}”: expected ${role}, got ${roles.join(',') || 'no such block'}`)
  }
  for (const [role, count] of Object.entries(expected.counts ?? {})) {
    const fields: Record<string, 'problems' | 'causes' | 'measures' | 'timeLimits' | 'responsible'> = { problem: 'problems', cause: 'causes', measure: 'measures', timeLimit: 'timeLimits', responsible: 'responsible' }
    const field = fields[role]
    say(`count of ${role}`, count, field ? deriveItems(draft).reduce((sum, item) => sum + item[field].length, 0) : draft.blocks.filter((block) => block.role === role).length)
  }
  if (expected.items) found.push(...compareItems(draft, expected.items))
  return found
}

function compareItems(draft: Draft, expected: readonly ExpectedItem[]): string[] {
  const found: string[] = []
  const items = deriveItems(draft)
  const context = paperTimeContext(draft)
  if (items.length !== expected.length) found.push(`items: expected ${expected.length}, got ${items.length}: ${items.map((item) => `${fold(item.group)}(${item.problems.length}/${item.causes.length}/${item.measures.length}/${item.timeLimits.length}/${item.responsible.length})`).join(' ')}`)
  expected.forEach((want, index) => {
    const item = items[index]
    if (!item) return
    const texts = (list: readonly RecordText[]) => list.map((text) => fold(text.text))
    const say = (what: string, a: unknown, b: unknown) => {
      if (JSON.stringify(a) !== JSON.stringify(b)) found.push(`item ${index + 1} ${what}: expected ${JSON.stringify(a)}\n           got ${JSON.stringify(b)}`)
    }
    if (want.group !== undefined) say('group', fold(want.group), fold(item.group))
    for (const field of ['problems', 'causes', 'measures', 'responsible'] as const) if (want[field]) say(field, want[field].map(fold), texts(item[field]))
    if (!want.timeLimits) return
    say('timeLimits', want.timeLimits.map((limit) => fold(limit.text)), texts(item.timeLimits))
    want.timeLimits.forEach((limit, at) => {
      const actual = item.timeLimits[at] && parseTimeLimit(item.timeLimits[at].text, context)
      if (!actual) return
      for (const key of ['due', 'ongoing', 'yearInferred'] as const) if (limit[key] !== undefined) say(`limit “${limit.text}” ${key}`, limit[key], actual[key])
    })
  })
  return found
}

/** All invented papers. */
export function readCorpora(): Paper[] {
  const fixtures = join(import.meta.dirname, '../fixtures')
  return readdirSync(fixtures).filter((name) => /^papers(?:-\d+)?$/u.test(name)).flatMap((name) => readPapers(join(fixtures, name)))
}
