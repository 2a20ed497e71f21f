/** 素材: text kept for use in other papers, by aspect and role. */
import { z } from 'zod'
import { blockSchema } from '../document/draft.ts'

export const snippetVersion = 1
export const snippetRoles = ['problem', 'cause', 'measure', 'other'] as const
export type SnippetRole = (typeof snippetRoles)[number]

const plain = (most: number) => z.string().max(most).refine((text) => text.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(text), 'control character')

export const snippetSchema = z.strictObject({
  schemaVersion: z.literal(snippetVersion),
  id: z.string().min(1).max(64),
  /** What lists call it: its first words, unless the writer names it. */
  title: plain(200).min(1),
  /** 方面; empty where it serves any. */
  aspect: plain(60),
  role: z.enum(snippetRoles),
  tags: z.array(plain(40).min(1)).max(20).readonly(),
  /** The paper or document it was taken from. */
  source: plain(500),
  blocks: z.array(blockSchema).min(1).max(500).readonly(),
})
export type Snippet = Readonly<z.infer<typeof snippetSchema>>
