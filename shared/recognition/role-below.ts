/** What a writer most likely writes under a heading: in a part of problems a problem, in a part of measures a measure. */
import type { Block, DraftKind } from '../document/draft.ts'
import { headingLevel, type RecordRole } from '../document/roles.ts'
import { isPartLabel } from '../document/label-words.ts'
import { blockText } from '../document/runs.ts'
import { classifyHeading, hasProblemPart, isAspect, type SectionContext } from './section-context.ts'

function roleIn(context: SectionContext | undefined): RecordRole | undefined {
  switch (context) {
    case 'problem': case 'cause': case 'measure': return context
    // A group of a plan begins with its problem.
    case 'plan': return 'problem'
    case 'outlook': return 'measure'
    default: return undefined
  }
}

/** What the part is for that the block at the index stands in, or heads, and the index of the heading that says so. */
export function contextAt(blocks: readonly Block[], index: number, kind: DraftKind, problemPart = hasProblemPart(blocks.filter((block) => block.role === 'heading1').map(blockText))): { readonly context: SectionContext; readonly at: number } | undefined {
  let level = 5
  for (let at = index; at >= 0; at -= 1) {
    const own = headingLevel(blocks[at]!.role)
    if (own === undefined || own >= level) continue
    level = own
    const text = blockText(blocks[at]!)
    const context = isAspect(text) && own > 1 ? undefined : classifyHeading(text, kind, problemPart)
    if (context !== undefined) return { context, at }
  }
  return undefined
}

/** The same for every block at once. */
export function contextsOf(blocks: readonly Block[], kind: DraftKind): readonly ({ readonly context: SectionContext; readonly at: number } | undefined)[] {
  const problemPart = hasProblemPart(blocks.filter((block) => block.role === 'heading1').map(blockText))
  const open: { level: number; found: ReturnType<typeof contextAt> }[] = []
  return blocks.map((block, at) => {
    const level = headingLevel(block.role)
    if (level !== undefined) {
      while (open.length > 0 && open.at(-1)!.level >= level) open.pop()
      const text = blockText(block)
      const context = isAspect(text) && level > 1 ? undefined : classifyHeading(text, kind, problemPart)
      open.push({ level, found: context === undefined ? open.at(-1)?.found : { context, at } })
    }
    return open.at(-1)?.found
  })
}

/** @param index of a heading. Undefined where its part is none of the record, and under a part that groups stand in first. */
export function roleBelow(blocks: readonly Block[], index: number, kind: DraftKind): RecordRole | undefined {
  const found = contextAt(blocks, index, kind)
  // “三、整改措施” of a plan holds 方面; a problem stands under one of them, not before it.
  if (found === undefined || (found.context === 'plan' && found.at === index)) return undefined
  // In a part of groups what stands between its heading and the first group introduces them.
  const level = headingLevel(blocks[index]!.role)
  const next = blocks[index + 1]
  const below = next && headingLevel(next.role)
  if (level !== undefined && below !== undefined && below > level && !isPartLabel(blockText(next!))) return undefined
  return roleIn(found.context)
}

/** What follows a block that ends an entry, an introduction or a table: in a part of problems a problem, of measures a measure. */
export function roleAfter(blocks: readonly Block[], index: number, kind: DraftKind): RecordRole | undefined {
  const context = contextAt(blocks, index, kind)?.context
  return context === 'problem' || context === 'cause' || context === 'measure' ? context : undefined
}
