/** What stands once for each aspect in a template, written out: blocks with ids of their own; hints, limits, required parts and links follow. */
import type { Block } from '../document/draft.ts'
import type { Hint } from '../document/draft-guide.ts'
import type { DraftLimits } from '../document/length-limits.ts'
import { fillBlock } from '../placeholders/fill-placeholders.ts'
import { placeholderText } from '../placeholders/catalogue.ts'
import { aspectNameKey, type PaperTemplate } from './paper-template.ts'

export interface ExpandedTemplate {
  readonly blocks: readonly Block[]
  readonly hints: readonly Hint[]
  /** Ids of heading blocks. */
  readonly required: readonly string[]
  readonly limits?: DraftLimits
}

interface Run {
  readonly from: number
  readonly to: number
}

/** Places of the runs in the blocks; those whose ends are not there, or are the wrong way round, are none. */
export function aspectRuns({ blocks, aspects }: Pick<PaperTemplate, 'blocks' | 'aspects'>): Run[] {
  const place = new Map(blocks.map((block, index) => [block.id, index]))
  return (aspects?.runs ?? []).flatMap(({ first, last }) => {
    const from = place.get(first)
    const to = place.get(last)
    return from === undefined || to === undefined || from > to ? [] : [{ from, to }]
  }).sort((a, b) => a.from - b.from)
}

/** “作风方面” in “[方面名称]方面” gives 作风方面, not 作风方面方面. */
function named(block: Block, name: string | undefined): Block {
  if (name === undefined) return block
  const filled = fillBlock(block, new Map([[aspectNameKey, name]]))
  if (filled === block || !name.endsWith('方面')) return filled
  const once = (text: string) => text.replaceAll(`${name}方面`, name)
  return filled.role === 'table' ? { ...filled, rows: filled.rows.map((row) => row.map(once)) } : { ...filled, runs: filled.runs.map((run) => ({ ...run, text: once(run.text) })) }
}

/** @param aspects names of the aspects; where there are none each run stands once, its [方面名称] open. */
export function expandTemplate(template: PaperTemplate, aspects: readonly string[], newId: () => string): ExpandedTemplate {
  const names: readonly (string | undefined)[] = aspects.length === 0 ? [undefined] : aspects
  const runs = aspectRuns(template)
  const runOf = (index: number) => runs.find(({ from, to }) => from <= index && index <= to)
  /** For each block of the template the ids it has here: one, or one for each aspect. */
  const ids = new Map(template.blocks.map((block, index) => [block.id, runOf(index) ? names.map(() => newId()) : [newId()]]))
  const idFor = (id: string, copy: number): string[] => {
    const all = ids.get(id) ?? []
    return all.length === names.length && all.length > 1 && copy >= 0 ? [all[copy]!] : all
  }
  /** @param copy which aspect's; -1 for a block that stands once. */
  const written = (block: Block, copy: number): Block => {
    const own = idFor(block.id, copy)[0]!
    if (block.role === 'table') {
      const { rowIds, ...table } = block
      return named({ ...table, id: own, ...(rowIds === undefined ? {} : { rowIds: rowIds.map(() => newId()) }) }, names[copy])
    }
    const answers = 'answers' in block && block.answers ? { answers: block.answers.flatMap((id) => idFor(id, copy)) } : {}
    return named({ ...block, id: own, ...answers } as Block, copy === -1 ? undefined : names[copy])
  }
  const blocks: Block[] = []
  for (let index = 0; index < template.blocks.length; index += 1) {
    const run = runOf(index)
    if (!run) {
      blocks.push(written(template.blocks[index]!, -1))
      continue
    }
    const inside = template.blocks.slice(run.from, run.to + 1)
    const [head] = inside
    names.forEach((_name, copy) => {
      for (const block of inside) {
        const one = written(block, copy)
        // Numbers begin anew once, not with each aspect.
        if (copy > 0 && one.role !== 'table' && one.start !== undefined && head!.role !== 'table' && one.list === head!.list) {
          const { start: _start, ...rest } = one
          blocks.push(rest as Block)
        } else blocks.push(one)
      }
    })
    index = run.to
  }
  const hintText = (text: string, name: string | undefined) => (name === undefined ? text : text.replaceAll(placeholderText(aspectNameKey), name))
  const parts = Object.entries(template.limits?.parts ?? {}).flatMap(([id, limit]) => (ids.get(id) ?? []).map((one) => [one, limit] as const))
  const { whole } = template.limits ?? {}
  return {
    blocks,
    hints: template.hints.flatMap(({ block, text }) => (ids.get(block) ?? []).map((id, copy) => ({ block: id, text: hintText(text, ids.get(block)!.length === names.length && runOf(template.blocks.findIndex((one) => one.id === block)) ? names[copy] : undefined) }))),
    required: template.required.flatMap((id) => ids.get(id) ?? []),
    ...(whole === undefined && parts.length === 0 ? {} : { limits: { ...(whole === undefined ? {} : { whole }), ...(parts.length === 0 ? {} : { parts: Object.fromEntries(parts) }) } }),
  }
}
