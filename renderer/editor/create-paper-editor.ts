import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import { createEditor, type CreateEditorArgs, type LexicalEditor } from 'lexical'
import { PaperBlockNode } from './extensions/block/paper-block-node.ts'
import { PlaceholderNode } from './extensions/placeholder/placeholder-node.ts'

export const paperNodes = [PaperBlockNode, PlaceholderNode, TableNode, TableRowNode, TableCellNode] as const

/** What every paper editor is made of, on screen or headless. */
export const paperEditorConfig: CreateEditorArgs = {
  namespace: 'zhenggao-paper',
  nodes: [...paperNodes],
  theme: {
    text: { bold: 'bold', underline: 'underlined' },
    table: 'paper-table', tableCell: 'paper-cell', tableCellHeader: 'paper-cell-head', tableSelection: 'paper-table-selecting', tableCellSelected: 'paper-cell-selected',
  },
  // A fault in an update is shown by the window's own handler; the state before it stays.
  onError: (error) => { throw error },
}

export function createPaperEditor(): LexicalEditor {
  return createEditor(paperEditorConfig)
}
