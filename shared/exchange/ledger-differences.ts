/** In what a ledger of a package differs from the one of the same id that was received before. */
import { ledgerContentSchema } from '../collect/ledger-content.ts'
import { stableText } from './stable-text.ts'
import { differencesOf, textDifference } from './versioned.ts'

export function ledgerDifferences(mine: string, theirs: string): readonly string[] {
  return differencesOf(ledgerContentSchema, mine, theirs, (own, other) => {
    const ownRows = new Map(own.rows.map((row) => [row.name, stableText(row)]))
    const otherRows = new Map(other.rows.map((row) => [row.name, stableText(row)]))
    const added = other.rows.filter(({ name }) => !ownRows.has(name)).length
    const removed = own.rows.filter(({ name }) => !otherRows.has(name)).length
    const changed = own.rows.filter(({ name }) => otherRows.has(name) && otherRows.get(name) !== ownRows.get(name)).length
    const parts = [...(added > 0 ? [`多 ${added} 项`] : []), ...(removed > 0 ? [`少 ${removed} 项`] : []), ...(changed > 0 ? [`改了 ${changed} 项`] : [])]
    return [...textDifference('名称', own.title, other.title), ...textDifference('单位', own.unit, other.unit), ...(parts.length === 0 ? [] : [`与本机的相比：${parts.join('，')}。`])]
  })
}
