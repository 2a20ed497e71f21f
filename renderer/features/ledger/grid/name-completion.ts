/** Names offered while somebody responsible is typed. */

interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
}

const separator = /[、，,；;/\n]/u

/** The name the caret is in or behind. */
export function tokenAt(text: string, caret: number): Token {
  let start = caret
  while (start > 0 && !separator.test(text[start - 1]!)) start -= 1
  let end = caret
  while (end < text.length && !separator.test(text[end]!)) end += 1
  return { start, end, text: text.slice(start, end).trim() }
}

const mostOffered = 8

/** Names with the typed piece in them, those that begin with it first; none that the cell already holds. */
export function offeredNames(names: readonly string[], text: string, caret: number): readonly string[] {
  const { start, end, text: typed } = tokenAt(text, caret)
  const others = new Set((text.slice(0, start) + text.slice(end)).split(separator).map((part) => part.trim()))
  if (names.includes(typed)) return []
  const fitting = names.filter((name) => !others.has(name) && name.includes(typed))
  return [...fitting.filter((name) => name.startsWith(typed)), ...fitting.filter((name) => !name.startsWith(typed))].slice(0, mostOffered)
}

/** The text with the name in place of what was typed of it, and the caret behind it. */
export function withName(text: string, caret: number, name: string): { readonly text: string; readonly caret: number } {
  const { start, end } = tokenAt(text, caret)
  return { text: text.slice(0, start) + name + text.slice(end), caret: start + name.length }
}
