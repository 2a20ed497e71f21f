/** Puts another state of the paper into the editor block by block: what is the same stays, with the caret and the place on screen. */
import { $getRoot } from 'lexical'
import type { Block, Draft } from '../../shared/document/draft.ts'
import { $nodeOf, $setHead } from './draft-to-editor.ts'
import { $readBlocks } from './editor-to-draft.ts'

/** Key order differs between what was stored and what is read from the editor. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part)
}

/** Call inside an update. The same content as after `$draftToEditor(draft)`. */
export function $patchEditor(draft: Draft): void {
  const { blocks, ...head } = draft
  $setHead(head)
  const before = $readBlocks().map(canonical)
  const after = blocks.map((block: Block) => canonical(block))
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  // Nodes and blocks stand one to one: the root holds nothing else (E1).
  $getRoot().splice(start, before.length - start - end, blocks.slice(start, after.length - end).map($nodeOf))
}
