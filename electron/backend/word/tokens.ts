/** What the content of a paragraph is made of, in order. */
import type { NoteKind } from '../../../shared/document/draft-note.ts'
import type { RunLook } from './run-look.ts'

export interface TextToken {
  readonly kind: 'text'
  readonly text: string
  readonly look: RunLook
}

export type Token =
  | TextToken
  /** A soft return, or the end of a page or column inside the paragraph. */
  | { readonly kind: 'break'; readonly soft: boolean }
  /** A bookmark begins. */
  | { readonly kind: 'mark'; readonly name: string }
  /** The mark of a note. */
  | { readonly kind: 'note'; readonly note: NoteKind; readonly id: string }
  /** What a comment is about begins or ends. */
  | { readonly kind: 'range'; readonly edge: 'start' | 'end'; readonly id: string }
