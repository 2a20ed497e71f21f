/** Law D2, the other way: the content of the editor becomes a draft. Call inside a read. */
import { $getRoot, $isTextNode, type LexicalNode } from 'lexical'
import type { Block, Draft, Run, TextBlock } from '../../shared/document/draft.ts'
import { headingLevel } from '../../shared/document/roles.ts'
import { normaliseRuns, plainRuns } from '../../shared/document/runs.ts'
import { $isPaperBlock, type PaperBlockNode } from './extensions/block/paper-block-node.ts'
import { $getHead } from './draft-to-editor.ts'
import { $isPlaceholder } from './extensions/placeholder/placeholder-node.ts'
import { $isPaperTable, $readPaperTable, $tableId } from './extensions/table/paper-table.ts'

function $runOf(node: LexicalNode): Run {
  const text = node.getTextContent()
  if (!$isTextNode(node)) return { text }
  return {
    text,
    ...(node.hasFormat('bold') ? { bold: true as const } : {}),
    ...(node.hasFormat('underline') ? { underline: true as const } : {}),
    ...($isPlaceholder(node) ? { placeholder: node.getPlaceholderKey() } : {}),
  }
}

/** Whether every character of the node may stand in a draft; the transforms see to it, this guards what is saved. */
function printable(run: Run): Run {
  const text = run.text.replaceAll('\t', '\u3000').replaceAll(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/g, '').toWellFormed()
  return text === run.text ? run : { ...run, text }
}

export function $readBlock(node: PaperBlockNode): TextBlock {
  const runs = normaliseRuns(node.getChildren().map((child) => printable($runOf(child))))
  return { ...node.getShape(), id: node.getBlockId(), runs } as TextBlock
}

export function $readBlocks(): Block[] {
  return $getRoot().getChildren().flatMap((node): Block[] => ($isPaperBlock(node) ? [$readBlock(node)] : $isPaperTable(node) ? [$readPaperTable(node)] : []))
}

/** The blocks with the texts of headings alone: what structure is told by. Reading every text of a long paper takes longer. */
export function $structureBlocks(): Block[] {
  return $getRoot().getChildren().flatMap((node): Block[] => {
    if ($isPaperTable(node)) return [{ role: 'table', id: $tableId(node), columns: ['other'], headerRows: 0, rows: [['']] }]
    if (!$isPaperBlock(node)) return []
    const shape = node.getShape()
    return [{ ...shape, id: node.getBlockId(), runs: headingLevel(shape.role) === undefined ? [] : plainRuns(node.getTextContent()) } as TextBlock]
  })
}

export function $editorToDraft(): Draft {
  return { ...$getHead(), blocks: $readBlocks() }
}
