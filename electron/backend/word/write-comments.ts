/**
 * Annotations as Word comments: word/comments.xml with their text, word/commentsExtended.xml (MS-DOCX §2.5.1.3) with answers
 * and what is done, and ranges over exactly the words they are about.
 */
import type { Annotation } from '../../../shared/notes/annotations.ts'
import type { PrintDocument, PrintParagraph, PrintRun, PrintTable } from '../../../shared/print/print-types.ts'
import { runProperties } from './formats.ts'
import { noMarks, type LinePlace, type WordMarks } from './text-marks.ts'
import { element, namespaces, textElement, value, xmlDeclaration } from './xml.ts'

interface Comment extends Annotation {
  readonly number: number
  /** Names its last paragraph, by which answers and states refer to it: eight hexadecimal digits below 80000000. */
  readonly paragraphId: string
}

const hexadecimal = (value: number) => value.toString(16).toUpperCase().padStart(8, '0')

/** Where in the block a comment begins and ends, never between the halves of a character. */
function whole(text: string, at: number): number {
  const low = text.charCodeAt(at)
  const high = text.charCodeAt(at - 1)
  return low >= 0xdc00 && low < 0xe000 && high >= 0xd800 && high < 0xdc00 ? at - 1 : at
}

interface Point {
  readonly at: number
  readonly xml: string
  /** Ends come before marks of no length, and those before beginnings. */
  readonly order: 0 | 1 | 2
}

/** Cuts a stretch of text that begins at the offset where marks stand; each mark is given out once. */
function withPoints(text: string, offset: number, points: Point[], write: (piece: string, first: boolean) => string): string {
  const end = offset + text.length
  // What begins at the end of a run belongs to the text behind it; what ends there ends here.
  const own = points.filter(({ at, order }) => at >= offset && (at < end || (at === end && order < 2))).sort((a, b) => a.at - b.at || a.order - b.order)
  let result = ''
  let from = offset
  for (const point of own) {
    points.splice(points.indexOf(point), 1)
    const at = whole(text, point.at - offset) + offset
    if (at > from) result += write(text.slice(from - offset, at - offset), from === offset)
    from = Math.max(from, at)
    result += point.xml
  }
  return result + (from < end || text === '' ? write(text.slice(from - offset), from === offset) : '')
}

function pointsOf(comments: readonly Comment[], reference: (comment: Comment) => string, clip: (comment: Comment) => readonly [number, number]): Point[] {
  return comments.flatMap((comment): Point[] => {
    const [from, to] = clip(comment)
    const start = element('w:commentRangeStart', { 'w:id': comment.number })
    const end = element('w:commentRangeEnd', { 'w:id': comment.number }) + reference(comment)
    return from >= to ? [{ at: from, xml: start + end, order: 1 }] : [{ at: from, xml: start, order: 2 }, { at: to, xml: end, order: 0 }]
  })
}

/** Where each line of each cell begins in the text of the table (`blockText`). */
function lineStarts(table: PrintTable): number[][][] {
  let at = 0
  return table.rows.map((row) => row.cells.map((cell) => cell.lines.map((line) => {
    const start = at
    at += line.length + 1
    return start
  })))
}

function commentElement(comment: Comment, document: PrintDocument): string {
  const { font } = document.typeStyles.body
  // 五号 on single lines: the body's type and exact pitch would fill the margin.
  const properties = element('w:pPr', {}, element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto' }), element('w:ind', { 'w:firstLineChars': 0, 'w:firstLine': 0 }), value('w:jc', 'left'))
  const run = (content: string) => element('w:r', {}, runProperties({ font, size: 21 }), content)
  const lines = comment.text.split('\n')
  return element('w:comment', { 'w:id': comment.number, 'w:author': comment.author, 'w:date': comment.date === undefined ? undefined : `${comment.date}Z`, 'w:initials': [...comment.author].slice(0, 4).join('') },
    ...lines.map((line, index) => element('w:p', index === lines.length - 1 ? { 'w14:paraId': comment.paragraphId } : {}, properties,
      index === 0 ? run('<w:annotationRef/>') : '', line === '' ? '' : run(textElement(line)))))
}

const word2010 = 'http://schemas.microsoft.com/office/word/2010/wordml'
const word2012 = 'http://schemas.microsoft.com/office/word/2012/wordml'
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

function commentsPart(comments: readonly Comment[], document: PrintDocument): string {
  return xmlDeclaration + element('w:comments', { 'xmlns:w': namespaces.main, 'xmlns:r': namespaces.relationships, 'xmlns:mc': compatibility, 'xmlns:w14': word2010, 'mc:Ignorable': 'w14' },
    ...comments.map((comment) => commentElement(comment, document)))
}

function extendedPart(comments: readonly Comment[]): string {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  return xmlDeclaration + element('w15:commentsEx', { 'xmlns:mc': compatibility, 'xmlns:w15': word2012, 'mc:Ignorable': 'w15' },
    ...comments.map((comment) => element('w15:commentEx', {
      'w15:paraId': comment.paragraphId, 'w15:paraIdParent': comment.answers === undefined ? undefined : byId.get(comment.answers)?.paragraphId, 'w15:done': comment.done ? 1 : 0,
    })))
}

function lastParagraphs(document: PrintDocument): Map<string, PrintParagraph> {
  const last = new Map<string, PrintParagraph>()
  for (const part of document.parts) if (part.kind === 'paragraph') for (const block of part.blocks) last.set(block.id, part)
  return last
}

/** @param annotations in the order of the text; those of blocks that are not printed are left out. */
export function wordComments(document: PrintDocument, annotations: readonly Annotation[]): WordMarks {
  const last = lastParagraphs(document)
  const tables = new Map(document.parts.flatMap((part) => (part.kind === 'table' ? [[part.blockId, part] as const] : [])))
  const comments = annotations.filter(({ blockId }) => last.has(blockId) || tables.has(blockId))
    .map((annotation, number): Comment => ({ ...annotation, number, paragraphId: hexadecimal(0x10000000 + number) }))
  if (comments.length === 0) return { text: noMarks, parts: [], relationships: [] }
  const reference = ({ number }: Comment) => element('w:r', {}, runProperties({ font: document.typeStyles.body.font, size: 21 }), element('w:commentReference', { 'w:id': number }))

  const byBlock = Map.groupBy(comments, (comment) => comment.blockId)
  const open = new Map([...byBlock].map(([id, own]) => [id, pointsOf(own, reference, ({ from, to }) => [from, to])]))
  const offsets = new Map<string, number>()
  const starts = new Map([...tables.values()].map((table) => [table, lineStarts(table)]))
  const placed = new Set<Comment>()

  const line = ({ table, row, cell, line: at }: LinePlace, text: string, write: (piece: string) => string) => {
    const start = starts.get(table)?.[row]?.[cell]?.[at] ?? 0
    const own = (byBlock.get(table.blockId) ?? []).filter((comment) => !placed.has(comment) && comment.from <= start + text.length)
    for (const comment of own) placed.add(comment)
    // A comment stands in one line of one cell: ranges over cells are kept by Word alone.
    const points = pointsOf(own, reference, ({ from, to }) => [Math.max(from, start), Math.min(Math.max(to, start), start + text.length)])
    return { content: withPoints(text, start, points, (piece) => (piece === '' ? '' : write(piece))), end: '' }
  }
  return {
    text: {
      ...noMarks,
      run: (run: PrintRun, write) => {
        const points = run.part === 'text' ? open.get(run.blockId) : undefined
        const offset = offsets.get(run.blockId) ?? 0
        if (run.part === 'text') offsets.set(run.blockId, offset + run.text.length)
        if (points === undefined || points.length === 0) return write(run)
        const { startsLine: _startsLine, ...rest } = run
        return withPoints(run.text, offset, points, (text, first) => write({ ...(first ? run : rest), text }))
      },
      // An empty block, or a place beyond its text: behind what it prints.
      blockEnd: (blockId, paragraph) => {
        const points = last.get(blockId) === paragraph ? open.get(blockId) : undefined
        return points?.splice(0).sort((a, b) => (a.order === 2 ? -1 : 0) - (b.order === 2 ? -1 : 0)).map((point) => point.xml).join('') ?? ''
      },
      line,
    },
    parts: [['word/comments.xml', commentsPart(comments, document)], ['word/commentsExtended.xml', extendedPart(comments)]],
    relationships: [
      ['rIdComments', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments', 'comments.xml'],
      ['rIdCommentsExtended', 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended', 'commentsExtended.xml'],
    ],
  }
}

