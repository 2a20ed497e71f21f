/**
 * What a review of a content that leaves reads: its blocks, and every other text of it as a paragraph of its own, so that
 * the name of a template or the source of a snippet is looked at like the rest.
 */
import { draftOfLines } from '../deidentify/telling-words.ts'
import type { Draft } from '../document/draft.ts'
import { aspectSetSchema, paperTemplateSchema } from '../paper-templates/paper-template.ts'
import { snippetSchema } from '../snippets/snippet.ts'
import { parsedJson } from './versioned.ts'
import type { KnownKind } from './content-kinds.ts'

/** Drafts, ledgers and layouts go to those who are to read them under the unit's name; these are for others to use. */
export const reviewedKinds = ['template', 'aspects', 'snippet'] as const
export type ReviewedKind = (typeof reviewedKinds)[number]

export function isReviewedKind(kind: KnownKind): kind is ReviewedKind {
  return (reviewedKinds as readonly string[]).includes(kind)
}

export interface FieldText {
  /** Of the block that stands for it in the draft that is read. */
  readonly blockId: string
  readonly field: 'name' | 'description' | 'year' | 'batch' | 'source' | 'aspect' | 'tags' | 'aspects' | 'hint'
}

export interface ReviewedText {
  readonly title: string
  readonly draft: Draft
  readonly fields: readonly FieldText[]
}

type Fields = readonly (readonly [FieldText['field'], string])[]

function reviewed(title: string, fields: Fields, blocks: Draft['blocks']): ReviewedText {
  const said = fields.map(([field, text]) => [field, text.replaceAll(/\s*\n\s*/gu, ' ')] as const).filter(([, text]) => text !== '')
  const asDraft = draftOfLines(said.map(([, text]) => text), (index) => `field ${index}`)
  return {
    title, draft: { ...asDraft, blocks: said.length === 0 ? blocks : [...asDraft.blocks, ...blocks] },
    fields: said.map(([field], index) => ({ blockId: `field ${index}`, field })),
  }
}

/** @param text JSON of the content. @returns undefined where it cannot be read in today's form. */
export function reviewedText(kind: ReviewedKind, text: string): ReviewedText | undefined {
  const value = parsedJson(text)
  switch (kind) {
    case 'template': {
      const read = paperTemplateSchema.safeParse(value)
      if (!read.success) return undefined
      const { name, description, year, batch, source, hints, blocks } = read.data
      return reviewed(name, [['name', name], ['description', description], ['year', year], ['batch', batch], ['source', source], ...hints.map((hint) => ['hint', hint.text] as const)], blocks)
    }
    case 'snippet': {
      const read = snippetSchema.safeParse(value)
      if (!read.success) return undefined
      const { title, aspect, tags, source, blocks } = read.data
      return reviewed(title, [['name', title], ['aspect', aspect], ['tags', tags.join('、')], ['source', source]], blocks)
    }
    case 'aspects': {
      const read = aspectSetSchema.safeParse(value)
      if (!read.success) return undefined
      const { name, year, batch, source, aspects } = read.data
      return reviewed(name, [['name', name], ['year', year], ['batch', batch], ['source', source], ['aspects', aspects.join('、')]], [])
    }
  }
}
