/** What a writer most likely writes under a heading: in a part of problems a problem, in a part of measures a measure. */
import type { Block, DraftKind } from '../document/draft.ts'
import { headingLevel, type RecordRole } from '../document/roles.ts'
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

/** @param index of a heading. Undefined where its part is none of the record, and under a part that groups stand in first. */
export function roleBelow(blocks: readonly Block[], index: number, kind: DraftKind): RecordRole | undefined {
  const problemPart = hasProblemPart(blocks.filter((block) => block.role === 'heading1').map(blockText))
  let level = 5
  for (let at = index; at >= 0; at -= 1) {
    const own = headingLevel(blocks[at]!.role)
    if (own === undefined || own >= level) continue
    level = own
    const text = blockText(blocks[at]!)
    const context = isAspect(text) && own > 1 ? undefined : classifyHeading(text, kind, problemPart)
    // “三、整改措施” of a plan holds 方面; a problem stands under one of them, not before it.
    if (context === 'plan' && at === index) return undefined
    if (context !== undefined) return roleIn(context)
  }
  return undefined
}
