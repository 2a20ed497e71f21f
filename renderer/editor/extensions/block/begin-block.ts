/** What a new block is that Enter begins, or a click below a table: in a part of the record what that part is made of. */
import { $getSelection, $isRangeSelection } from 'lexical'
import { changeRole } from '../../../../shared/document/edits.ts'
import { headingLevel } from '../../../../shared/document/roles.ts'
import { roleAfter, roleBelow } from '../../../../shared/recognition/role-below.ts'
import { isIntroduction } from '../../../../shared/recognition/section-context.ts'
import { $findHead, $getHead } from '../../draft-to-editor.ts'
import { $readBlocks } from '../../editor-to-draft.ts'
import { $blockOf, $isAtEnd, $isPaperBlock, type PaperBlockNode } from './paper-block-node.ts'

/** Gives the new block that follows an entry, an introduction or a table the role of its part, where that has one. */
export function $shapeAfter(block: PaperBlockNode): void {
  const head = $findHead()
  const index = block.getIndexWithinParent()
  const role = head === null ? undefined : roleAfter($readBlocks(), index, head.kind)
  if (role !== undefined) block.setShape(changeRole($readBlocks(), index, role))
}

function $roleOfNext(block: PaperBlockNode) {
  const { role } = block.getShape()
  const index = block.getIndexWithinParent()
  if (headingLevel(role) !== undefined) return roleBelow($readBlocks(), index, $getHead().kind)
  if (block.isEmpty()) return undefined
  const follows = role === 'timeLimit' || role === 'responsible' || (role === 'paragraph' && isIntroduction(block.getTextContent()))
  return follows ? roleAfter($readBlocks(), index, $getHead().kind) : undefined
}

/** Enter at the end of a heading, of the last part of an entry or of an introduction. */
export function $beginBlock(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const before = $blockOf(selection.anchor.getNode())
  if (!before || !$isAtEnd(before, selection)) return false
  const role = $roleOfNext(before)
  const below = role && selection.insertParagraph()
  if (!role || !below || !$isPaperBlock(below)) return false
  below.setShape(changeRole($readBlocks(), below.getIndexWithinParent(), role))
  return true
}
