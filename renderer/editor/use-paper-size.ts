import { useEffect } from 'react'
import type { LexicalEditor } from 'lexical'

/** Calls `measure` once the paper is laid out and whenever its size changes; anew where `measure` is another function. */
export function usePaperSize(editor: LexicalEditor, measure: () => void): void {
  useEffect(() => {
    const observer = new ResizeObserver(measure)
    const stop = editor.registerRootListener((root) => {
      observer.disconnect()
      if (root) observer.observe(root)
    })
    return () => {
      stop()
      observer.disconnect()
    }
  }, [editor, measure])
}
