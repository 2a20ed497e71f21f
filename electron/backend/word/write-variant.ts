/** A draft in Word with more than its text: with its notes as comments, or with what changed since another version. */
import type { Draft } from '../../../shared/document/draft.ts'
import { annotationsOf } from '../../../shared/notes/annotations.ts'
import { changedDocument } from '../../../shared/print/changed-document.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import { buildPrintDocument } from '../../../shared/print/print-document.ts'
import { wordChanges, type ChangeAuthor } from './write-changes.ts'
import { wordComments } from './write-comments.ts'
import { writeWord } from './write-word.ts'

export type VariantInput =
  | { readonly kind: 'notes'; readonly draft: Draft; readonly layout: Layout }
  | { readonly kind: 'changes'; readonly old: Draft; readonly draft: Draft; readonly layout: Layout; readonly by: ChangeAuthor }

/** @returns the bytes of the file. */
export function writeVariant(input: VariantInput): Uint8Array {
  const { draft, layout } = input
  const properties = { title: draft.title, creator: draft.meta.unit ?? '' }
  const document = buildPrintDocument(draft, layout)
  switch (input.kind) {
    case 'notes': return writeWord(document, properties, wordComments(document, annotationsOf(draft)))
    case 'changes': return writeWord(changedDocument(buildPrintDocument(input.old, layout), document), properties, wordChanges(input.by))
  }
}
