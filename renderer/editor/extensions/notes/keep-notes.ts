/**
 * Notes follow the text (N3): what is edited, cut in two, joined, moved or pasted takes its notes along. Done by node
 * transforms, in the very update that edits the text, so that every saved and every undone state has both as they were.
 * A note is only written anew where its old place would now mean other words; a key in a block without notes costs a look-up.
 */
import { TableNode } from '@lexical/table'
import { $getNodeByKey, $getRoot, $hasUpdateTag, PASTE_TAG, RootNode, TextNode, type EditorState, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical'
import type { DraftNote } from '../../../../shared/document/draft-note.ts'
import { blockText } from '../../../../shared/document/runs.ts'
import { findPoint, findWords, isTorn, type Found } from '../../../../shared/notes/follow-notes.ts'
import { occurrences, placeInText } from '../../../../shared/notes/place-notes.ts'
import { $findHead, $setHead } from '../../draft-head.ts'
import { $isPaperBlock, PaperBlockNode } from '../block/paper-block-node.ts'
import { $isPaperTable, $readPaperTable, $tableId } from '../table/paper-table.ts'

type Notes = readonly DraftNote[]

const byBlock = new WeakMap<Notes, ReadonlyMap<string, Notes>>()

/** The notes at each block, found once for a state of the notes. */
export function notesByBlock(notes: Notes): ReadonlyMap<string, Notes> {
  const known = byBlock.get(notes)
  if (known) return known
  const made = new Map<string, DraftNote[]>()
  for (const note of notes) made.set(note.blockId, [...made.get(note.blockId) ?? [], note])
  byBlock.set(notes, made)
  return made
}

/** What a note was before this update moved it: places are always reckoned from the last state that was shown. */
const origin = new WeakMap<DraftNote, DraftNote>()

export const $idOfBlock = (node: LexicalNode | null | undefined): string | undefined => ($isPaperBlock(node) ? node.getBlockId() : $isPaperTable(node) ? $tableId(node) : undefined)
export const $textOfBlock = (node: LexicalNode): string => ($isPaperTable(node) ? blockText($readPaperTable(node)) : node.getTextContent())

function $childOf(id: string): LexicalNode | undefined {
  return $getRoot().getChildren().find((node) => $idOfBlock(node) === id)
}

/** The block's text in the last state shown. @param key of its node, where it is likely the same one. */
function textBefore(before: EditorState, id: string, key?: NodeKey): string | undefined {
  return before.read(() => {
    const same = key === undefined ? null : $getNodeByKey(key)
    const node = $idOfBlock(same) === id ? same : $childOf(id)
    return node ? $textOfBlock(node) : undefined
  })
}

interface Elsewhere extends Found {
  readonly id: string
}

/** The best place in any other block whose text this update changed or made. */
function $elsewhere(home: string, before: EditorState, find: (text: string, textWas: string) => Found | undefined): Elsewhere | undefined {
  const old = before.read(() => new Map($getRoot().getChildren().map((node) => [$idOfBlock(node), $textOfBlock(node)])))
  let best: Elsewhere | undefined
  for (const node of $getRoot().getChildren()) {
    const id = $idOfBlock(node)
    const text = $textOfBlock(node)
    const textWas = id === undefined ? undefined : old.get(id) ?? ''
    if (id === undefined || id === home || textWas === undefined || textWas === text) continue
    const found = find(text, textWas)
    if (found && (best === undefined || found.score > best.score)) best = { id, ...found }
  }
  return best
}

/** Words that a block holds now and did not hold, or not so often, before: there they went. */
function $whereTo(words: string, from: number, to: number, before: EditorState, home: string): Elsewhere | undefined {
  const quote = words.slice(from, to)
  const count = (text: string) => occurrences(text, quote).length
  return $elsewhere(home, before, (text, textWas) => (count(text) > count(textWas) ? findWords(words, from, to, text) : undefined))
}

/** The note as it stands after its block's text changed, or was gone. @param after undefined where the block is gone. */
function $followed(note: DraftNote, textWas: string, after: string | undefined, before: EditorState): DraftNote {
  const place = placeInText(textWas, note)
  if (place.kind === 'block') {
    // The words were gone before, or the note is about the block: it goes along where the block's whole text went.
    if (after !== undefined || textWas === '') return note
    const to = $whereTo(textWas, 0, textWas.length, before, note.blockId)
    return to === undefined ? note : { ...note, blockId: to.id }
  }
  if (place.kind === 'point') {
    const stays = after === undefined ? undefined : findPoint(textWas, place.at, after)
    const gone = stays === undefined || isTorn(textWas, place.at, stays)
      ? $elsewhere(note.blockId, before, (text) => {
        const found = findPoint(textWas, place.at, text)
        return isTorn(textWas, place.at, found) ? undefined : found
      }) : undefined
    if (gone && gone.score > (stays?.score ?? 0)) return { ...note, blockId: gone.id, at: gone.at }
    return stays === undefined || stays.at === place.at ? note : { ...note, at: stays.at }
  }
  const stays = after === undefined ? undefined : findWords(textWas, place.from, place.to, after)
  if (after !== undefined && stays !== undefined) {
    const now = placeInText(after, note)
    return now.kind === 'quote' && now.from === stays.at ? note : { ...note, at: stays.at }
  }
  const to = $whereTo(textWas, place.from, place.to, before, note.blockId)
  return to === undefined ? note : { ...note, blockId: to.id, at: to.at }
}

/** Notes that have lost their words, or their block: what is pasted may be what was cut before. */
function $returned(note: DraftNote, before: EditorState): DraftNote {
  const { quote } = note
  if (quote === undefined || quote.length < 2) return note
  const text = textBefore(before, note.blockId)
  if (text !== undefined && text.includes(quote)) return note
  const to = $whereTo(quote, 0, quote.length, before, '')
  return to === undefined ? note : { ...note, blockId: to.id, at: to.at }
}

function $replaceNotes(change: (note: DraftNote, base: DraftNote) => DraftNote, before: EditorState): void {
  const head = $findHead()
  const old = before.read($findHead)?.notes
  if (!head?.notes || !old) return
  const known = new Map(old.map((note) => [note.id, note]))
  let changed = false
  const notes = head.notes.map((note) => {
    const shown = known.get(note.id)
    const base = shown === note ? note : origin.get(note)
    // Made, changed or loaded in this very update: it stands where that put it.
    if (base === undefined || shown !== base) return note
    const next = change(note, base)
    if (next === note) return note
    changed = true
    if (next !== base) origin.set(next, base)
    return next
  })
  if (changed) $setHead({ ...head, notes })
}

/** After an edit of the text of one block. */
function $followBlock(editor: LexicalEditor, node: LexicalNode | null): void {
  const id = $idOfBlock(node)
  const notes = $findHead()?.notes
  if (!node || id === undefined || notes === undefined) return
  const pasted = $hasUpdateTag(PASTE_TAG)
  if (!pasted && !notesByBlock(notes).has(id) && !notes.some((note) => origin.get(note)?.blockId === id)) return
  const before = editor.getEditorState()
  const textWas = textBefore(before, id, node.getKey())
  if (textWas !== undefined) {
    const after = $textOfBlock(node)
    $replaceNotes((note, base) => (base.blockId !== id ? note : after === textWas ? base : $followed(base, textWas, after, before)), before)
  }
  if (pasted) $replaceNotes((note, base) => (note === base ? $returned(base, before) : note), before)
}

/** After blocks came and went. */
function $followRoot(editor: LexicalEditor): void {
  const notes = $findHead()?.notes
  if (notes === undefined) return
  const ids = new Set($getRoot().getChildren().map($idOfBlock))
  if (notes.every((note) => ids.has(note.blockId))) return
  const before = editor.getEditorState()
  $replaceNotes((note, base) => {
    if (ids.has(base.blockId) || ids.has(note.blockId)) return note
    const textWas = textBefore(before, base.blockId)
    return textWas === undefined ? note : $followed(base, textWas, undefined, before)
  }, before)
}

function $blockAround(node: LexicalNode): LexicalNode | null {
  let current: LexicalNode | null = node
  while (current !== null && current.getParent()?.getType() !== 'root') current = current.getParent()
  return current
}

export function registerNoteKeeping(editor: LexicalEditor): () => void {
  const removes = [
    editor.registerNodeTransform(TextNode, (text) => $followBlock(editor, $blockAround(text))),
    editor.registerNodeTransform(PaperBlockNode, (block) => $followBlock(editor, block)),
    editor.registerNodeTransform(TableNode, (table) => $followBlock(editor, table)),
    editor.registerNodeTransform(RootNode, () => $followRoot(editor)),
  ]
  return () => { for (const remove of removes) remove() }
}
