/** Blocks with guidance that are still empty: known anew when blocks come, go, or gain or lose their text, never at a key. */
import { $getRoot, type LexicalEditor, type LexicalNode } from 'lexical'
import { $isPaperBlock } from '../block/paper-block-node.ts'
import { $idOfBlock } from '../notes/keep-notes.ts'
import { structureChanged } from '../numbering/show-numbers.ts'
import { $isPaperTable, $readPaperTable } from '../table/paper-table.ts'

function $isEmpty(node: LexicalNode): boolean {
  if ($isPaperBlock(node)) return node.isEmpty()
  if (!$isPaperTable(node)) return false
  const { rows, headerRows, columns } = $readPaperTable(node)
  return rows.slice(headerRows).every((row) => row.every((cell, column) => cell === '' || (row.length > 1 && columns[column] === 'number')))
}

/** Ids of those of the wanted blocks that are empty, in the order of the paper. Call inside a read. */
export function $emptyBlocks(wanted: (id: string) => boolean): string[] {
  return $getRoot().getChildren().flatMap((node) => {
    const id = $idOfBlock(node)
    return id !== undefined && wanted(id) && $isEmpty(node) ? [id] : []
  })
}

/** Elements of the blocks and tables of the paper by id; only those wanted. */
export function elementsOf(editor: LexicalEditor, wanted: ReadonlySet<string>): ReadonlyMap<string, HTMLElement> {
  return editor.getEditorState().read(() => new Map($getRoot().getChildren().flatMap((node) => {
    const id = $idOfBlock(node)
    const element = id !== undefined && wanted.has(id) ? editor.getElementByKey(node.getKey()) : null
    return id !== undefined && element ? [[id, element] as const] : []
  })))
}

/** Calls back at once and whenever the structure changed. */
export function watchStructure(editor: LexicalEditor, changed: () => void): () => void {
  const removes = [
    editor.registerUpdateListener((update) => { if (structureChanged(update)) changed() }),
    editor.registerRootListener((root) => { if (root) changed() }),
  ]
  return () => { for (const remove of removes) remove() }
}
