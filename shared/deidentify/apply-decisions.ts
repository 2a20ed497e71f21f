/** The template a draft becomes by the writer's decisions. Only what was found changes; blocks keep ids, roles, labels, lists. */
import type { Block, Draft, Run } from '../document/draft.ts'
import { normaliseRuns, sliceRuns } from '../document/runs.ts'
import { isPlaceholderKey, placeholderText } from '../placeholders/catalogue.ts'
import { titleOfBlocks } from '../placeholders/fill-placeholders.ts'
import { standardLayoutId } from '../print/layout-names.ts'
import type { Decision, Finding } from './finding.ts'

/** Layouts every installation has; a unit's own stays with the unit. */
const shippedLayouts = ['common', 'common-28', 'gb33476']

interface Replacement {
  readonly from: number
  readonly to: number
  readonly key: string
}

function replacedRuns(runs: readonly Run[], replacements: readonly Replacement[]): Run[] {
  const result: Run[] = []
  let at = 0
  for (const { from, to, key } of replacements) {
    const { text: _text, placeholder: _placeholder, ...format } = sliceRuns(runs, from, from + 1)[0]!
    result.push(...sliceRuns(runs, at, from), { ...format, text: placeholderText(key), placeholder: key })
    at = to
  }
  return normaliseRuns([...result, ...sliceRuns(runs, at, Number.MAX_SAFE_INTEGER)])
}

function replacedText(text: string, replacements: readonly Replacement[]): string {
  let result = ''
  let at = 0
  for (const { from, to, key } of replacements) {
    result += text.slice(at, from) + placeholderText(key)
    at = to
  }
  return result + text.slice(at)
}

const cellName = (row: number, column: number) => `${row} ${column}`

function replacedBlock(block: Block, found: readonly (Finding & Replacement)[]): Block {
  if (block.role !== 'table') return { ...block, runs: replacedRuns(block.runs, found) }
  const byCell = Map.groupBy(found, ({ place }) => (place.in === 'cell' ? cellName(place.row, place.column) : ''))
  return { ...block, rows: block.rows.map((cells, row) => cells.map((text, column) => replacedText(text, byCell.get(cellName(row, column)) ?? []))) }
}

/** What is replaced, with the key it gets. What has no decision is replaced by its proposed key; so is what was given a key of the wrong shape. */
export function replacedFindings(findings: readonly Finding[], decisions: ReadonlyMap<string, Decision> = new Map()): Finding[] {
  return findings.flatMap((finding) => {
    const decision = decisions.get(finding.id) ?? { do: 'replace' as const }
    if (decision.do === 'keep') return []
    return [{ ...finding, key: decision.key !== undefined && isPlaceholderKey(decision.key) ? decision.key : finding.key }]
  })
}

/**
 * The draft with what is replaced (`replacedFindings`) as placeholders.
 * The template has no properties, records, notes, guide, origins or parts of an official document, and no layout of the unit's own.
 */
export function templateOf(draft: Draft, findings: readonly Finding[], decisions: ReadonlyMap<string, Decision> = new Map()): Draft {
  const chosen = replacedFindings(findings, decisions)
  const byBlock = Map.groupBy(chosen.toSorted((a, b) => a.from - b.from), ({ place }) => place.blockId)
  const blocks = draft.blocks.map((block) => {
    const found = byBlock.get(block.id)
    return found === undefined ? block : replacedBlock(block, found)
  })
  const { records: _records, notes: _notes, official: _official, guide: _guide, origins: _origins, ...rest } = draft
  const template = { ...rest, blocks, meta: {}, layout: shippedLayouts.includes(draft.layout) ? draft.layout : standardLayoutId }
  // A name no title block says may be the unit's: it does not go along.
  return { ...template, title: titleOfBlocks({ ...template, title: '' }) }
}
