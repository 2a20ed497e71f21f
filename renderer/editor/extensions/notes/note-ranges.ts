/** Places of notes as ranges of the page. The text nodes of the paper are read, never touched. */
import { $getRoot, type LexicalEditor, type LexicalNode } from 'lexical'
import { $isPaperTable, $readPaperTable } from '../table/paper-table.ts'
import { $idOfBlock } from './keep-notes.ts'

/** Row, cell and line of a place in the text of a table, and the offset in that line. */
export function lineAt(rows: readonly (readonly string[])[], at: number): { readonly row: number; readonly cell: number; readonly line: number; readonly offset: number } | undefined {
  let start = 0
  for (const [row, cells] of rows.entries()) {
    for (const [cell, text] of cells.entries()) {
      for (const [line, words] of text.split('\n').entries()) {
        if (at <= start + words.length) return { row, cell, line, offset: at - start }
        start += words.length + 1
      }
    }
  }
  return undefined
}

function rangeIn(element: Element, from: number, to: number): Range | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let offset = 0
  let begun = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const size = node.nodeValue?.length ?? 0
    if (!begun && from < offset + size) {
      range.setStart(node, from - offset)
      begun = true
    }
    if (begun && to <= offset + size) {
      range.setEnd(node, to - offset)
      return range
    }
    offset += size
  }
  return undefined
}

/** The node of a block, by its id. Call inside a read. */
export function $nodeOfBlock(blockId: string): LexicalNode | undefined {
  return $getRoot().getChildren().find((node) => $idOfBlock(node) === blockId)
}

/** The element a block is drawn by; a table's is the table, not the box around it. */
export function elementOf(editor: LexicalEditor, node: LexicalNode): HTMLElement | undefined {
  return editor.getElementByKey(node.getKey()) ?? undefined
}

/** A place of a block (`blockText`) on the page; undefined where it is not drawn. Call inside a read. */
export function $rangeOf(editor: LexicalEditor, node: LexicalNode, from: number, to: number): Range | undefined {
  const element = elementOf(editor, node)
  if (element === undefined) return undefined
  if (!$isPaperTable(node)) return rangeIn(element, from, to)
  const place = lineAt($readPaperTable(node).rows, from)
  const line = place && element.querySelectorAll('tr')[place.row]?.querySelectorAll('td, th')[place.cell]?.querySelectorAll('p')[place.line]
  return line && place ? rangeIn(line, place.offset, place.offset + to - from) : undefined
}
