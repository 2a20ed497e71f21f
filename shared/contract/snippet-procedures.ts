/** Procedures of 素材: kept, found, used. */
import { z } from 'zod'
import { snippetRoles, snippetSchema } from '../snippets/snippet.ts'

const id = z.string().min(1).max(64)
const clientId = z.string().max(64)
/** ISO date and time with zone Z. */
const instant = z.string()
const count = z.int().min(0)

/** A draft of the library, outside the trash, in which a snippet was used; the last time it was. */
export const snippetUseSchema = z.strictObject({ draftId: id, title: z.string(), usedAt: instant })
export type SnippetUse = Readonly<z.infer<typeof snippetUseSchema>>

const usage = {
  /** How often it was put into a draft, whatever became of that draft. */
  uses: count,
  /** Newest first. */
  usedIn: z.array(snippetUseSchema).readonly(),
}

export const snippetSummarySchema = z.strictObject({
  id, title: z.string(), aspect: z.string(), role: z.enum(snippetRoles), tags: z.array(z.string()).readonly(), source: z.string(),
  /** The whole of it as printed, lines parted by line breaks. */
  text: z.string(),
  updatedAt: instant,
  ...usage,
})
export type SnippetSummary = Readonly<z.infer<typeof snippetSummarySchema>>

const facet = z.strictObject({ name: z.string(), count })

export const snippetProcedures = {
  'snippets.search': {
    input: z.strictObject({
      /** Words in any order; Chinese, or first letters of the pinyin. */
      query: z.string().max(200),
      /** '' for those of none; null for all. */
      aspect: z.string().max(60).nullable(),
      role: z.enum(snippetRoles).nullable(),
      tag: z.string().max(40).nullable(),
      /** The 方面 of the caret: of equal matches its own come first. */
      near: z.string().max(200),
      /** The draft that is being written: `usedIn` names others only. */
      draftId: id.nullable(),
      offset: count,
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({
      snippets: z.array(snippetSummarySchema).readonly(),
      /** That match, and that there are. */
      total: count, all: count,
      facets: z.strictObject({ aspects: z.array(facet).readonly(), roles: z.array(z.strictObject({ name: z.enum(snippetRoles), count })).readonly(), tags: z.array(facet).readonly() }),
    }),
  },
  'snippets.read': {
    input: z.strictObject({ id }),
    output: z.strictObject({ snippet: snippetSchema, updatedAt: instant, ...usage }),
  },
  /**
   * A new one, or a changed one over `base`, the time it was read with (SNIPPET_CHANGED where it is another by now).
   * SNIPPET_SAME_TEXT, with id and title, where one says the same already.
   */
  'snippets.save': {
    input: z.strictObject({ snippet: snippetSchema, base: instant.nullable(), clientId }),
    output: z.strictObject({ updatedAt: instant }),
  },
  'snippets.remove': { input: z.strictObject({ id, clientId }), output: z.strictObject({ title: z.string() }) },
  /** Takes a removal back. */
  'snippets.putBack': { input: z.strictObject({ id, clientId }), output: z.strictObject({ title: z.string() }) },
  /** It was put into the draft. The answer names the use, for taking it back. */
  'snippets.used': { input: z.strictObject({ id, draftId: id, clientId }), output: z.strictObject({ usedAt: instant }) },
  /** The insertion was undone. */
  'snippets.unused': { input: z.strictObject({ id, draftId: id, usedAt: instant, clientId }), output: z.strictObject({}) },
} as const
