/** Two versions of a paper as one document: paragraphs and tables that came, went and changed. What frames the paper is the newer version's. */
import { alignUnits } from '../comparison/align.ts'
import type { TextChange } from '../comparison/text-diff.ts'
import type { ChangedBlank, ChangedDocument, ChangedPart } from './changed-types.ts'
import { changedParagraph, wholeParagraph } from './change-paragraph.ts'
import { asLines, groupsOf, isFramed, outOfColumn, unitOf, type Columns, type Group } from './changed-groups.ts'
import { changedTable, fitted, wholeTable } from './changed-table.ts'
import type { BlankLine, PrintDocument, PrintedPart } from './print-types.ts'

const isBlank = (part: PrintedPart): part is BlankLine => part.kind === 'blank'
const marked = (parts: readonly PrintedPart[], change: TextChange): ChangedBlank[] => parts.filter(isBlank).map((line) => ({ ...line, change }))

/** What stands between two parts in both versions. Where either is framed it is as the newer version has it: the blank lines belong to the frame. */
function between(old: readonly PrintedPart[], now: readonly PrintedPart[]): readonly ChangedPart[] {
  if (isFramed(old) || isFramed(now)) return now
  const kept = Math.min(old.length, now.length)
  return [...now.slice(0, kept), ...marked(now.slice(kept), 'inserted'), ...marked(old.slice(kept), 'deleted')]
}

function taken({ above, framed, part }: Group, document: PrintDocument): readonly ChangedPart[] {
  const own = part.kind === 'table' ? [wholeTable(part, 'deleted')]
    : part.kind === 'columns' ? part.lines.map((line) => wholeParagraph(outOfColumn(line, document), 'deleted'))
      : [wholeParagraph(part, 'deleted')]
  return framed ? own : [...marked(above, 'deleted'), ...own]
}

function given({ above, framed, part }: Group): readonly ChangedPart[] {
  const own = part.kind === 'table' ? [wholeTable(part, 'inserted')]
    : part.kind === 'columns' ? part.lines.map((line) => wholeParagraph(line, 'inserted'))
      : [wholeParagraph(part, 'inserted')]
  return framed ? [...above, ...own] : [...marked(above, 'inserted'), ...own]
}

const changedColumns = (old: Columns, now: Columns): ChangedPart[] => now.lines.map((line, index) => changedParagraph(old.lines[index]!, line))

function both(old: Group, now: Group): readonly ChangedPart[] {
  const above = between(old.above, now.above)
  if (old.part.kind === 'paragraph' && now.part.kind === 'paragraph') return [...above, changedParagraph(old.part, now.part)]
  if (old.part.kind === 'table' && now.part.kind === 'table') return [...above, changedTable(old.part, now.part)]
  if (old.part.kind === 'columns' && now.part.kind === 'columns') return [...above, ...changedColumns(old.part, now.part)]
  throw new Error(`a ${old.part.kind} is no ${now.part.kind}`)
}

const isChanged = (part: ChangedPart | undefined) => part !== undefined && 'change' in part && part.change !== undefined
const isTable = (part: ChangedPart | undefined) => part !== undefined && (part.kind === 'table' || (part.kind === 'paragraph' && part.column !== undefined))
const inRow = (a: ChangedPart | undefined, b: ChangedPart) => a?.kind === 'paragraph' && b.kind === 'paragraph' && a.column !== undefined && b.column !== undefined

/** Tables must not touch, and the last paragraph of a document can be neither put in nor taken out: a line of no height keeps them apart. */
function keptApart(parts: readonly ChangedPart[]): ChangedPart[] {
  const line: ChangedBlank = { kind: 'blank', linePitch: 20, keepWithNext: false }
  const apart = parts.flatMap((part, index): ChangedPart[] => {
    const before = parts[index - 1]
    return isTable(part) && isTable(before) && !inRow(before, part) ? [line, part] : [part]
  })
  return isChanged(apart.at(-1)) ? [...apart, line] : apart
}

function onTheirSheets(parts: readonly ChangedPart[], document: PrintDocument): ChangedPart[] {
  let { page } = document
  return parts.map((part) => {
    if (part.kind === 'turn') page = part.page
    return part.kind === 'table' ? fitted(part, page.width - page.left - page.right) : part
  })
}

/**
 * Both documents in one layout, and 版头, 密级, 版记, the room of seals and the sheets on their side: the newer one's.
 * @returns without what was put in it has the paragraphs and tables of `old`, without what was taken out those of `now`.
 */
export function changedDocument(old: PrintDocument, now: PrintDocument): ChangedDocument {
  const [{ groups: written, below: oldBelow }, { groups: after, below }] = [groupsOf(old), groupsOf(now)]
  const before = asLines(written, after, old)
  // What frames the head of the paper stands above all of it: a sheet with nothing but what was taken out would stay behind empty.
  const head = after[0]?.framed === true ? after[0].above : []
  const own = head.length === 0 ? after : [{ ...after[0]!, above: [] }, ...after.slice(1)]
  const parts = alignUnits(before.map(unitOf), own.map(unitOf)).flatMap((pair): readonly ChangedPart[] => {
    if (pair.now === undefined) return taken(before[pair.old]!, old)
    if (pair.old === undefined) return given(own[pair.now]!)
    const [was, is] = [before[pair.old]!, own[pair.now]!]
    return both(head.length > 0 && pair.now === 0 ? { ...was, above: [] } : was, is)
  })
  return { ...now, newer: now, parts: onTheirSheets(keptApart([...head, ...parts, ...between(oldBelow, below)]), now) }
}
