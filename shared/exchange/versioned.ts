/** JSON that says in which version of its form it is written, and in what two readings of one form differ. */
import { stableText } from './stable-text.ts'

export interface JsonSchema<T> {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: T } | { readonly success: false }
}

/** @returns undefined where it is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function isNewer(value: unknown, version: number): boolean {
  return typeof value === 'object' && value !== null && 'schemaVersion' in value && typeof value.schemaVersion === 'number' && value.schemaVersion > version
}

/** @param sentences for both as read; called only where they differ. */
export function differencesOf<T>(schema: JsonSchema<T>, mine: string, theirs: string, sentences: (own: T, other: T) => readonly string[]): readonly string[] {
  if (mine === theirs) return []
  const own = schema.safeParse(parsedJson(mine))
  const other = schema.safeParse(parsedJson(theirs))
  if (!other.success) return ['包里的这份读不出来。']
  if (!own.success) return ['本机的这份读不出来。']
  if (stableText(own.data) === stableText(other.data)) return []
  const found = sentences(own.data, other.data)
  return found.length > 0 ? found : ['内容不同。']
}

/** “名称不同：本机是“甲”，包里是“乙”。” of a text both have. */
export function textDifference(word: string, mine: string, theirs: string): string[] {
  return mine === theirs ? [] : [`${word}不同：本机是“${mine}”，包里是“${theirs}”。`]
}

/** A sentence for each part the two do not say alike. */
export function partDifferences<T>(own: T, other: T, parts: readonly (readonly [keyof T, string])[]): string[] {
  return parts.filter(([part]) => stableText(own[part]) !== stableText(other[part])).map(([, sentence]) => sentence)
}
