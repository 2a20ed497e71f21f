/** Names offered while a responsible person or office is typed: those this paper already uses for it. */
import type { LedgerRow } from './ledger-rows.ts'
import { responsibleFields, type ResponsibleField } from './responsible-field.ts'

const separators = /[、，,；;。\n]+/u

/** Each name once, the most used first; those of the other kinds of person (or office) behind them. */
export function knownResponsible(rows: readonly LedgerRow[], field: ResponsibleField): string[] {
  const counts = new Map<string, number>()
  const isOffice = (one: ResponsibleField) => one === 'office' || one === 'support'
  for (const one of responsibleFields) {
    if (isOffice(one) !== isOffice(field)) continue
    for (const row of rows) for (const name of (row.values[one] ?? '').split(separators)) {
      const word = name.trim()
      if (word !== '' && word.length <= 30) counts.set(word, (counts.get(word) ?? 0) + (one === field ? 1000 : 1))
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)
}

/** What the text becomes when each of the names is taken for the one being typed at its end. */
export function completions(text: string, names: readonly string[], most = 8): { readonly name: string; readonly text: string }[] {
  const start = Math.max(...['、', '，', ',', '；', ';', '\n'].map((mark) => text.lastIndexOf(mark))) + 1
  const typed = text.slice(start).trim()
  const before = text.slice(0, start)
  const there = new Set(before.split(separators).map((name) => name.trim()))
  return names.filter((name) => name !== typed && !there.has(name) && name.includes(typed)).slice(0, most).map((name) => ({ name, text: before + name }))
}
