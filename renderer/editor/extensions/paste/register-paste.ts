/** Paste: text comes in clean and with its structure recognised; blocks copied from a paper stay what they are. */

import { $isTableNode } from '@lexical/table'
import {
  $getRoot, $getSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, PASTE_COMMAND,
  type LexicalEditor, type LexicalNode, type RangeSelection,
} from 'lexical'
import type { Block } from '../../../../shared/document/draft.ts'
import { printLines } from '../../../../shared/document/print-text.ts'
import { recognise } from '../../../../shared/recognition/recognise.ts'
import type { SourceParagraph } from '../../../../shared/recognition/source.ts'
import { newBlockId } from '../../block-ids.ts'
import { $nodeOf, $getHead } from '../../draft-to-editor.ts'
import { $blockOf, $isPaperBlock, type PaperBlockNode } from '../block/paper-block-node.ts'
import { clipboardParagraphs } from './clipboard-paragraphs.ts'

/** Recognises what is pasted as a piece of a paper of the same kind: its first line is no title, its last no signature. */
export function pastedBlocks(paragraphs: readonly SourceParagraph[], kind: Parameters<typeof recognise>[1]['kind']): Block[] {
  const { draft } = recognise(paragraphs, { draftId: 'paste', fragment: true, ...(kind === undefined ? {} : { kind }) })
  return draft.blocks.map((block) => ({ ...block, id: newBlockId() }))
}

/** Text before the caret stays in its block, text after it moves behind what is pasted. */
function $insertBlocks(selection: RangeSelection, blocks: readonly Block[]): void {
  selection.removeText()
  const block = $blockOf(selection.anchor.getNode())
  const nodes = blocks.map($nodeOf)
  if (!block) {
    $getRoot().append(...nodes)
    return
  }
  const tail = block.isEmpty() ? null : $splitOff(block, selection)
  let last: LexicalNode = block
  for (const node of nodes) {
    last.insertAfter(node)
    last = node
  }
  if (block.isEmpty()) block.remove()
  const end = nodes.at(-1)!
  if ($isTableNode(end)) end.selectEnd()
  else if ($isPaperBlock(end)) end.selectEnd()
  if (tail && tail.isEmpty()) tail.remove()
}

function $splitOff(block: PaperBlockNode, selection: RangeSelection): PaperBlockNode | null {
  const inserted = selection.insertParagraph()
  return $isPaperBlock(inserted) && !inserted.is(block) ? inserted : null
}

function $pasteParagraphs(paragraphs: readonly SourceParagraph[]): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const filled = paragraphs.filter((paragraph) => paragraph.text.trim() !== '')
  if (filled.length === 0) return true
  const block = $blockOf(selection.anchor.getNode())
  const single = filled.length === 1 && filled[0]!.hint?.table === undefined
  // Inside a table cell, and for a piece of a sentence, the text alone goes in.
  if (block === null || (single && !(block.isEmpty() && pastedBlocks(filled, $getHead().kind).length > 1))) {
    selection.insertRawText(block === null ? filled.map((paragraph) => paragraph.text).join('\n') : printLines(pastedBlocks(filled, $getHead().kind)).join(''))
    return true
  }
  $insertBlocks(selection, pastedBlocks(filled, $getHead().kind))
  return true
}

export function registerPaste(editor: LexicalEditor): () => void {
  return editor.registerCommand(PASTE_COMMAND, (event) => {
    if (!('clipboardData' in event) || event.clipboardData === null) return false
    const data = event.clipboardData
    // From a paper of this program: the blocks themselves, handled by Lexical; the transforms give them ids of their own.
    if (data.getData('application/x-lexical-editor') !== '') return false
    event.preventDefault()
    const paragraphs = clipboardParagraphs(data)
    editor.update(() => { $pasteParagraphs(paragraphs) }, { tag: 'paste' })
    return true
  }, COMMAND_PRIORITY_HIGH)
}


