/**
 * The style of a whole draft: how labels are dressed, what stands in a paragraph of its own, how each level is numbered.
 * Derived from the blocks, and changed for all of them at once. Never touches a text or an id (E15).
 */
import type { Block } from './draft.ts'
import { isTextBlock } from './runs.ts'
import { recordRoles, type RecordRole } from './roles.ts'
import { printLines } from './print-text.ts'
import { keepNumbers } from './style/keep-numbers.ts'
import { applyLabels, labelLooks, paperWord, type LabelChoice, type LabelLook, type LabelNotes } from './style/labels.ts'
import { levelsOf, type Level } from './style/levels.ts'
import { applyList, listChoices, listLooks, type ListChoice } from './style/lists.ts'
import { applyPlacement, openHeadings, placementLooks, placementSubjects, type Placement, type PlacementLooks, type PlacementSubject } from './style/placement.ts'

export type StyleChange =
  | { readonly kind: 'label'; readonly role: RecordRole; readonly choice: LabelChoice }
  | { readonly kind: 'placement'; readonly subject: PlacementSubject; readonly placement: Placement }
  | { readonly kind: 'list'; readonly level: string; readonly choice: ListChoice }

export interface StyledBlocks {
  readonly blocks: readonly Block[]
  /** Blocks whose label, paragraph or list style is another now; a list made to begin anew beside them is not counted. */
  readonly changed: number
  /** What stays as it is, and why. */
  readonly notes: LabelNotes & {
    /** Headings without a mark at their end that now run on into their text. */
    readonly openHeadings: number
  }
}

const noLabelNotes: LabelNotes = { kinds: [], numbered: 0, fixed: 0 }

function lookOf(block: Block): string {
  return isTextBlock(block) ? JSON.stringify([block.label, block.labelAfterNumber, block.labelLine, block.list, block.runIn]) : ''
}

/** One style through a level can show entries to be of that level that seemed to be inside another; a few rounds settle it. */
const mostRounds = 8

function evenOut(blocks: readonly Block[], level: string, choice: ListChoice): readonly Block[] {
  let current = blocks
  for (let round = 0; round < mostRounds; round += 1) {
    const { blocks: after, wanted } = applyList(current, level, choice)
    if (after.every((block, index) => block === current[index])) break
    current = keepNumbers(current, after, wanted)
  }
  return current
}

/** The blocks after the change, in the same order with the same ids and texts. Numbers keep their values. */
export function applyStyle(blocks: readonly Block[], change: StyleChange): StyledBlocks {
  let after: readonly Block[]
  let notes = noLabelNotes
  switch (change.kind) {
    case 'label':
      ({ blocks: after, notes } = applyLabels(blocks, change.role, change.choice))
      after = keepNumbers(blocks, after)
      break
    case 'placement':
      after = keepNumbers(blocks, applyPlacement(blocks, change.subject, change.placement))
      break
    case 'list':
      after = evenOut(blocks, change.level, change.choice)
      break
  }
  const changed = after.filter((block, index) => block !== blocks[index] && lookOf(block) !== lookOf(blocks[index]!)).length
  const open = change.kind === 'placement' && change.placement === 'run-in' ? openHeadings(blocks, change.subject) : 0
  return { blocks: changed === 0 ? blocks : after, changed, notes: { ...notes, openHeadings: open } }
}

export interface LabelStyle {
  readonly role: RecordRole
  readonly looks: ReadonlyMap<LabelLook, number>
  /** The word a label would have. */
  readonly word: string
  /** Words that stay where labels go: they alone say who is responsible. */
  readonly kinds: readonly string[]
}

export interface ListLevelStyle {
  readonly key: string
  readonly level: Level
  readonly looks: ReadonlyMap<ListChoice, number>
  readonly choices: readonly ListChoice[]
  /** Several headings above such blocks differ in level: the level's name has to say which. */
  readonly ambiguous: boolean
}

/** What the draft uses now. */
export interface DraftStyle {
  readonly labels: readonly LabelStyle[]
  readonly placements: readonly (PlacementLooks & { readonly subject: PlacementSubject })[]
  readonly lists: readonly ListLevelStyle[]
}

export function readDraftStyle(blocks: readonly Block[]): DraftStyle {
  const levels = [...levelsOf(blocks)]
  return {
    labels: recordRoles.flatMap((role) => {
      const looks = labelLooks(blocks, role)
      return looks.size === 0 ? [] : [{ role, looks, word: paperWord(blocks, role), kinds: applyLabels(blocks, role, 'none').notes.kinds }]
    }),
    placements: placementSubjects.flatMap((subject) => {
      const looks = placementLooks(blocks, subject)
      return looks ? [{ ...looks, subject }] : []
    }),
    lists: levels.map(([key, { level, members }]) => ({
      key, level, looks: listLooks(blocks, members), choices: listChoices(blocks, key),
      ambiguous: levels.some(([other, { level: one }]) => other !== key && one.role === level.role && one.nested === level.nested),
    })),
  }
}

export interface StylePreview {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Characters shown before the first that differs. */
const shownBefore = 14

/** The first printed lines that the change makes different, as they are and as they will be, from near the difference on. */
export function previewStyle(before: readonly Block[], after: readonly Block[], lines = 2): StylePreview | undefined {
  const [old, renewed] = [printLines(before), printLines(after)]
  const first = old.findIndex((line, index) => line !== renewed[index])
  if (first === -1) return undefined
  const [one, other] = [old[first]!, renewed[first] ?? '']
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  const shown = (all: readonly string[]) => all.slice(first, first + lines).map((line, index) => (index === 0 && same > shownBefore + 2 ? `…${line.slice(same - shownBefore)}` : line))
  return { before: shown(old), after: shown(renewed) }
}

export type { LabelChoice, LabelLook, ListChoice, Placement, PlacementSubject }
