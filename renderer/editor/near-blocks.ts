import type { LexicalEditor, NodeKey } from 'lexical'

/** Which blocks are near the window: the browser goes over every highlighted range at every key, so only those have one. */
export interface NearBlocks {
  readonly has: (key: NodeKey) => boolean
  /** From now on these and no others; each is told of anew. */
  readonly watch: (blocks: ReadonlyMap<NodeKey, Element>) => void
  readonly stop: () => void
}

/** @param $tell is called, within a reading of the editor, for each block that comes near or goes away. */
export function watchNearBlocks(editor: LexicalEditor, $tell: (key: NodeKey) => void): NearBlocks {
  const near = new Set<NodeKey>()
  const keys = new WeakMap<Element, NodeKey>()
  const observer = new IntersectionObserver((entries) => editor.getEditorState().read(() => {
    for (const { target, isIntersecting } of entries) {
      const key = keys.get(target)
      if (key === undefined) continue
      if (isIntersecting) near.add(key)
      else near.delete(key)
      $tell(key)
    }
  }), { rootMargin: '400px' })
  return {
    has: (key) => near.has(key),
    watch: (blocks) => {
      observer.disconnect()
      for (const key of [...near]) if (!blocks.has(key)) near.delete(key)
      for (const [key, element] of blocks) {
        keys.set(element, key)
        observer.observe(element)
      }
    },
    stop: () => observer.disconnect(),
  }
}
