/** A member's paper in the pieces a paper of the 班子 is put together from: texts by part, problems and answers by aspect. */
import type { Block, Draft, TextBlock } from '../document/draft.ts'
import { labelRole } from '../document/label-words.ts'
import { headingLevel, isRecordRole, type Role } from '../document/roles.ts'
import { blockText, isTextBlock } from '../document/runs.ts'

/** The parts of a merged paper, in their order. `plan`: problems with what answers them in one place. */
export const partKinds = ['lead', 'plan', 'problems', 'causes', 'measures', 'tail'] as const
export type PartKind = (typeof partKinds)[number]

export interface Section {
  readonly part: PartKind
  /** Heading of the part it stands in, where the paper has one. */
  readonly partHeading: Block | undefined
  /** Its own heading: the aspect, or a part of plain text. */
  readonly heading: Block | undefined
  readonly body: readonly Block[]
}

export interface MemberPaper {
  readonly sections: readonly Section[]
  /** Title, name, date: the paper of the 班子 has its own. */
  readonly front: readonly Block[]
  readonly attachments: readonly Block[]
}

const frontRoles: ReadonlySet<Role> = new Set<Role>(['title', 'subtitle', 'byline', 'addressee', 'signature', 'date'])

interface Piece { readonly heading: Block | undefined; readonly blocks: readonly Block[] }

/** The blocks cut before each heading of the level; the first piece has none. */
function cutAt(blocks: readonly Block[], level: number): Piece[] {
  const pieces: { heading: Block | undefined; blocks: Block[] }[] = [{ heading: undefined, blocks: [] }]
  for (const block of blocks) {
    if (headingLevel(block.role) === level) pieces.push({ heading: block, blocks: [] })
    else pieces.at(-1)!.blocks.push(block)
  }
  return pieces.filter(({ heading, blocks: own }) => heading !== undefined || own.length > 0)
}

const outermost = (blocks: readonly Block[]) => blocks.reduce((least, block) => Math.min(least, headingLevel(block.role) ?? 9), 9)

const isRecord = (block: Block) => isRecordRole(block.role) || block.role === 'table'

/** What the blocks tell of the record. */
function recordPart(blocks: readonly Block[]): Exclude<PartKind, 'lead' | 'tail'> | undefined {
  const has = (role: Role) => blocks.some((block) => block.role === role)
  if (has('table')) return 'plan'
  const answered = has('measure') || has('timeLimit') || has('responsible')
  if (has('problem')) return answered ? 'plan' : 'problems'
  return answered ? 'measures' : has('cause') ? 'causes' : undefined
}

const headingWord = (heading: Block | undefined) => (heading ? blockText(heading).trim().replace(/[。：:；，]+$/u, '') : '')

/** The part a heading names in its words; undefined for an aspect. */
function namedPart(heading: Block | undefined): 'problems' | 'causes' | 'measures' | undefined {
  const word = headingWord(heading)
  if (word === '' || /方面/u.test(word)) return undefined
  const role = labelRole(word)
  if (role === 'cause' || /(?:原因|根源|成因)/u.test(word)) return 'causes'
  if (role === 'measure' || /(?:努力方向|改进措施|整改措施|下一步)/u.test(word)) return 'measures'
  return role === 'problem' || /问题$/u.test(word) ? 'problems' : undefined
}

/** A part with the aspects in it, or an aspect that stands outermost. */
function sectionsOf({ heading, blocks }: Piece, part: Exclude<PartKind, 'lead' | 'tail'>): Section[] {
  const level = outermost(blocks)
  const before = blocks.slice(0, level === 9 ? blocks.length : blocks.findIndex((block) => headingLevel(block.role) === level))
  const isContainer = heading !== undefined && (namedPart(heading) !== undefined || (level < 9 && !before.some(isRecord) && !headingIsPart(blocks, level)))
  if (!isContainer || level === 9) return [isContainer ? { part, partHeading: heading, heading: undefined, body: blocks } : { part, partHeading: undefined, heading, body: blocks }]
  return cutAt(blocks, level).map((piece) => ({ part, partHeading: heading, heading: piece.heading, body: piece.blocks }))
}

/** “1.存在问题”, “2.整改措施” below an aspect are no aspects themselves. */
function headingIsPart(blocks: readonly Block[], level: number): boolean {
  return blocks.filter((block) => headingLevel(block.role) === level).every((block) => namedPart(block) !== undefined)
}

/** Every block of the draft stands in one section, in `front` or in `attachments`, in its order. */
export function memberPaper({ blocks }: Pick<Draft, 'blocks'>): MemberPaper {
  const front = blocks.filter(({ role }) => frontRoles.has(role))
  const attachments = blocks.filter(({ role }) => role === 'attachment')
  const rest = blocks.filter(({ role }) => !frontRoles.has(role) && role !== 'attachment')
  const pieces = cutAt(rest, outermost(rest))
  const parts = pieces.map((piece) => recordPart(piece.blocks) ?? namedPart(piece.heading))
  const lastRecord = parts.findLastIndex((part) => part !== undefined)
  const firstRecord = parts.findIndex((part) => part !== undefined)
  const sections = pieces.flatMap((piece, index): Section[] => {
    const part = parts[index]
    if (part !== undefined) return sectionsOf(piece, part)
    // Between two parts of the record it goes with what comes after.
    const where: PartKind = index < firstRecord || firstRecord < 0 || index < lastRecord ? 'lead' : 'tail'
    return [{ part: where, partHeading: undefined, heading: piece.heading, body: piece.blocks }]
  })
  return { sections, front, attachments }
}

/** Who wrote it, by what the paper itself says. */
export function memberName({ meta, blocks, title }: Pick<Draft, 'meta' | 'blocks' | 'title'>): string {
  const said = (role: Role) => blocks.filter((block): block is TextBlock => block.role === role && isTextBlock(block) && !block.runs.some((run) => run.placeholder !== undefined))
    .map((block) => blockText(block).trim()).find((text) => text !== '' && text.length <= 30 && !/[[\]]/u.test(text))
  const name = meta.author?.trim() || said('byline') || said('signature') || title.trim() || meta.unit?.trim() || '（未署名）'
  return name.slice(0, 200).toWellFormed()
}
