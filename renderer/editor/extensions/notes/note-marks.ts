/**
 * The words notes are about, marked in the paper through the browser's highlights: the text nodes, and with them caret and
 * input method, never know of it. Only blocks near the window are marked, and only those whose text changed anew.
 */
import { $getNodeByKey, $getRoot, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical'
import { placeInText } from '../../../../shared/notes/place-notes.ts'
import { $findHead } from '../../draft-head.ts'
import { watchNearBlocks } from '../../near-blocks.ts'
import { structureChanged } from '../numbering/show-numbers.ts'
import { $idOfBlock, $textOfBlock, notesByBlock } from './keep-notes.ts'
import { $nodeOfBlock, $rangeOf, elementOf } from './note-ranges.ts'

const names = { open: 'note-words', done: 'note-done', current: 'note-current' } as const
type Kind = keyof typeof names

const canHighlight = () => typeof CSS !== 'undefined' && 'highlights' in CSS

/** Marks the words of the one note that is looked at; none with undefined. */
export function markCurrent(editor: LexicalEditor, place: { readonly blockId: string; readonly from: number; readonly to: number } | undefined): void {
  if (!canHighlight()) return
  const range = place && editor.getEditorState().read(() => {
    const node = $nodeOfBlock(place.blockId)
    return node && $rangeOf(editor, node, place.from, place.to)
  })
  if (range) CSS.highlights.set(names.current, new Highlight(range))
  else CSS.highlights.delete(names.current)
}

/** @returns a function that takes the marks away. */
export function registerNoteMarks(editor: LexicalEditor): () => void {
  if (!canHighlight()) return () => {}
  const highlights: Readonly<Record<Exclude<Kind, 'current'>, Highlight>> = { open: new Highlight(), done: new Highlight() }
  for (const kind of ['open', 'done'] as const) CSS.highlights.set(names[kind], highlights[kind])
  const ranges = new Map<NodeKey, Range[]>()

  const clear = (key: NodeKey) => {
    for (const range of ranges.get(key) ?? []) {
      highlights.open.delete(range)
      highlights.done.delete(range)
    }
    ranges.delete(key)
  }
  const $mark = (node: LexicalNode) => {
    const key = node.getKey()
    clear(key)
    const notes = $findHead()?.notes
    const own = notes && notesByBlock(notes).get($idOfBlock(node) ?? '')
    if (!own || !near.has(key)) return
    const text = $textOfBlock(node)
    const made = own.flatMap((note) => {
      const place = note.answers === undefined ? placeInText(text, note) : undefined
      const range = place?.kind === 'quote' ? $rangeOf(editor, node, place.from, place.to) : undefined
      if (range) highlights[note.done ? 'done' : 'open'].add(range)
      return range ? [range] : []
    })
    if (made.length > 0) ranges.set(key, made)
  }
  const $markKey = (key: NodeKey) => {
    const node = $getNodeByKey(key)
    if (node) $mark(node)
    else clear(key)
  }
  const near = watchNearBlocks(editor, $markKey)
  /** Each is told of anew, and so marked anew. */
  const markAll = () => editor.getEditorState().read(() => {
    const notes = $findHead()?.notes
    const noted = new Map<NodeKey, Element>()
    if (notes) {
      const byBlock = notesByBlock(notes)
      for (const node of $getRoot().getChildren()) {
        const element = byBlock.has($idOfBlock(node) ?? '') ? elementOf(editor, node) : undefined
        if (element) noted.set(node.getKey(), element)
      }
    }
    for (const key of [...ranges.keys()]) if (!noted.has(key)) clear(key)
    near.watch(noted)
  })
  const removes = [
    editor.registerUpdateListener((update) => {
      const notes = update.editorState.read($findHead)?.notes
      const before = update.prevEditorState.read($findHead)?.notes
      if (notes !== before || (notes !== undefined && structureChanged(update))) return markAll()
      if (notes === undefined || update.dirtyElements.size === 0) return
      update.editorState.read(() => { for (const key of update.dirtyElements.keys()) if (near.has(key)) $markKey(key) })
    }),
    editor.registerRootListener((root) => { if (root) markAll() }),
  ]
  return () => {
    for (const remove of removes) remove()
    near.stop()
    for (const name of Object.values(names)) CSS.highlights.delete(name)
  }
}
