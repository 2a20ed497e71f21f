import type { LexicalEditor } from 'lexical'

/** The block of the paper on screen; undefined while the paper is not shown. Tables carry no id there. */
export function blockElement(editor: LexicalEditor, blockId: string): HTMLElement | undefined {
  return editor.getRootElement()?.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(blockId)}"]`) ?? undefined
}
