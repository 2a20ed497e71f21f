/**
 * Drafts of the members of a 班子 → one draft of the 班子, by aspect. Every block of every member is in it with its origin;
 * what the paper has no place for (a member's own title, a heading put in other words) is kept as a comment. Nothing is
 * dropped: equal problems are named, for the writer to decide.
 */
import { draftSchemaVersion, type Block, type Draft, type TextBlock } from '../document/draft.ts'
import { headingLevel, headingRole } from '../document/roles.ts'
import { blockText, isTextBlock } from '../document/runs.ts'
import { appendBodies, type MemberBody } from './append-bodies.ts'
import { mergedNotes, remapped, type Told } from './merged-notes.ts'
import { memberName, memberPaper, partKinds, type PartKind, type Section } from './member-sections.ts'
import { classKey, plainProblem } from './names.ts'

export interface MergeOptions {
  readonly draftId: string
  readonly kind: 'team-plan' | 'self-examination' | null
  readonly layout: string
  /** ISO date and time, of the comments. */
  readonly now: string
  readonly newId: () => string
}

export interface MergedMembers {
  readonly draft: Draft
  readonly members: readonly string[]
  readonly problems: number
  readonly duplicates: readonly { readonly text: string; readonly members: readonly string[] }[]
  readonly told: readonly Told[]
}

const partNames: Readonly<Record<Exclude<PartKind, 'lead' | 'tail'>, string>> = { plan: '整改问题和措施', problems: '存在的主要问题', causes: '原因剖析', measures: '努力方向和整改措施' }

/** The six of 2023, in their usual order; others follow as they come. */
const knownAspects = ['理论学习', '政治素质', '能力本领', '担当作为', '工作作风', '廉洁自律']

interface Node { readonly key: string; heading: Block | undefined; readonly bodies: MemberBody[] }
interface Part { heading: Block | undefined; readonly nodes: Map<string, Node> }

/** All that is printed of a block beside its number. */
const wordsOf = (block: Block) => `${isTextBlock(block) ? (block.label ?? '') : ''}${blockText(block)}`

function planLike(drafts: readonly Draft[]): boolean {
  const exams = drafts.filter(({ kind }) => kind === 'self-examination' || kind === 'speech-outline').length
  return exams * 2 <= drafts.length
}

const unitPlaceholder = { text: '[单位全称]', placeholder: '单位全称' } as const

export function mergeMembers(drafts: readonly Draft[], { draftId, kind, layout, now, newId }: MergeOptions): MergedMembers {
  const target = kind ?? (planLike(drafts) ? 'team-plan' : 'self-examination')
  const members = drafts.map(memberName)
  const told: Told[] = []
  const tell = (member: number, words: string) => { if (words.trim() !== '') told.push({ member: members[member]!, text: words }) }
  const ids = new Map<string, string>()
  const fresh = (member: number, id: string): string => {
    const known = ids.get(`${member} ${id}`)
    if (known !== undefined) return known
    const made = newId()
    ids.set(`${member} ${id}`, made)
    return made
  }
  const there = drafts.map((draft) => new Set(draft.blocks.map(({ id }) => id)))
  const origins: { block: string; from: string }[] = []
  const attachments: Block[] = []
  const parts = new Map<PartKind, Part>(partKinds.map((part) => [part, { heading: undefined, nodes: new Map() }]))

  const place = (member: number, section: Section) => {
    const part = parts.get(section.part)!
    const { partHeading, heading } = section
    const under = (had: Block | undefined, own: Block | undefined) => {
      if (had && own && wordsOf(had) !== wordsOf(own)) tell(member, `标题“${wordsOf(own)}”并入“${wordsOf(had)}”。`)
      return had ?? own
    }
    part.heading = under(part.heading, partHeading)
    const key = heading ? classKey(blockText(heading)) || `#${wordsOf(heading)}` : ''
    const node: Node = part.nodes.get(key) ?? { key, heading: undefined, bodies: [] }
    part.nodes.set(key, node)
    node.heading = under(node.heading, heading)
    node.bodies.push({ member, blocks: section.body.map((block) => remapped(block, (id) => fresh(member, id), (id) => there[member]!.has(id))), level: heading ? (headingLevel(heading.role) ?? 1) : partHeading ? (headingLevel(partHeading.role) ?? 1) : 0 })
  }
  drafts.forEach((draft, member) => {
    const paper = memberPaper(draft)
    for (const block of paper.front) tell(member, wordsOf(block))
    if (draft.official) tell(member, '公文要素（版头、版记）没有带入。')
    const seen = new Set<Block>()
    for (const section of paper.sections) {
      // One heading of a part for all the aspects in it is told of once.
      const once = section.partHeading && seen.has(section.partHeading) ? { ...section, partHeading: undefined } : section
      if (section.partHeading) seen.add(section.partHeading)
      place(member, once)
    }
    attachments.push(...paper.attachments.map((block) => remapped(block, (id) => fresh(member, id), () => false)))
    for (const block of paper.attachments) origins.push({ block: fresh(member, block.id), from: members[member]! })
  })

  const blocks: Block[] = [{ role: 'title', id: newId(), runs: [unitPlaceholder, { text: target === 'team-plan' ? '领导班子整改方案' : '领导班子对照检查材料' }] }]
  const merged = new Map<string, string>()
  const head = (level: 1 | 2, words: string, from: Block | undefined): TextBlock => ({
    role: headingRole(level), id: newId(), list: level === 1 ? '一、' : '（一）',
    ...(from && isTextBlock(from) && from.label !== undefined ? { label: from.label } : {}),
    runs: from && isTextBlock(from) ? [...from.runs] : [{ text: words }],
  })
  const order = (key: string) => { const at = knownAspects.indexOf(key); return key === '' ? -1 : at < 0 ? knownAspects.length : at }
  for (const kindOfPart of partKinds) {
    const part = parts.get(kindOfPart)!
    if (part.nodes.size === 0) continue
    const isText = kindOfPart === 'lead' || kindOfPart === 'tail'
    if (!isText) blocks.push(head(1, partNames[kindOfPart], part.heading))
    // What stands under no heading comes first: below one it would seem to belong to it.
    const nodes = [...part.nodes.values()].toSorted((a, b) => (isText ? Number(a.key !== '') - Number(b.key !== '') : order(a.key) - order(b.key)))
    for (const node of nodes) {
      const level = isText ? 1 : 2
      if (node.heading) blocks.push(head(level, '', node.heading))
      const appended = appendBodies(node.bodies, { part: kindOfPart, level: node.heading ? level : isText ? 0 : 1, newId, merged })
      blocks.push(...appended.blocks)
      for (const [block, owners] of appended.owners) origins.push({ block, from: owners.map((one) => members[one]!).join('、').slice(0, 200).toWellFormed() })
    }
  }
  blocks.push(...attachments, { role: 'signature', id: newId(), runs: [unitPlaceholder] }, { role: 'date', id: newId(), runs: [{ text: '[成文日期]', placeholder: '成文日期' }] })

  const from = new Map(origins.map((one) => [one.block, one.from]))
  const problems = blocks.filter((block): block is TextBlock => block.role === 'problem' && isTextBlock(block) && blockText(block).trim() !== '')
  const equal = [...Map.groupBy(problems, (block) => plainProblem(blockText(block))).entries()].filter(([key, own]) => key !== '' && own.length > 1).map(([, own]) => own)
  const placeOf = (member: number, id: string) => {
    const found = ids.get(`${member} ${id}`)
    return found === undefined ? blocks[0]!.id : (merged.get(found) ?? found)
  }
  const { notes, records } = mergedNotes({ drafts, members, told, equal, from, titleId: blocks[0]!.id, placeOf, rowIdOf: fresh, newId, now })
  const units = new Set(drafts.map(({ meta }) => meta.unit?.trim() ?? '').filter((unit) => unit !== ''))
  return {
    draft: {
      schemaVersion: draftSchemaVersion, id: draftId, kind: target, title: target === 'team-plan' ? '[单位全称]领导班子整改方案' : '[单位全称]领导班子对照检查材料',
      meta: units.size === 1 ? { unit: [...units][0]! } : {}, layout, blocks,
      ...(records.length === 0 ? {} : { records }), ...(notes.length === 0 ? {} : { notes }), ...(origins.length === 0 ? {} : { origins }),
    },
    members: [...new Set(members)], problems: problems.length, told,
    duplicates: equal.map((own) => ({ text: blockText(own[0]!), members: own.map((block) => from.get(block.id) ?? '') })),
  }
}
