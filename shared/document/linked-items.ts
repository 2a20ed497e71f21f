/**
 * Items of papers whose parts are separate (对照检查材料, 发言提纲): there the links a cause or measure carries (`answers`)
 * make the item. Where problem and measures stand together the item is theirs by position, and links add to it. What is one
 * problem or one measure, and which links it has, is told by `readEntries` and `explicitLinks`: the same as 对应 shows.
 */
import type { Draft } from './draft.ts'
import { deriveItems, type Item, type RecordText } from './items.ts'
import { readEntries, type EntryStructure } from './link-entries.ts'
import { explicitLinks } from './links.ts'

export interface LinkedItem extends Item {
  /** Tied by links: the paper tells of the problem and of what answers it in different parts. */
  readonly apart?: true
  /** Causes and measures without a problem, in a paper that has problems: nothing says yet what they answer. */
  readonly loose?: true
}

type AnswerField = 'causes' | 'measures'
const answerFields = ['causes', 'measures'] as const satisfies readonly AnswerField[]
const besideFields = ['timeLimits', 'responsible'] as const

const isAnswerOnly = (item: Item) => item.problems.length === 0 && item.measures.length + item.causes.length > 0 && item.rowId === undefined && [...item.causes, ...item.measures].every((text) => text.cell === undefined)
const isProblemOnly = (item: Item) => item.problems.length > 0 && !item.answered && item.causes.length + item.measures.length + item.timeLimits.length + item.responsible.length === 0

/** An item for each problem with its 表现; a row of a table is one item whatever it tells. */
function splitProblems(item: Item, { ofBlock }: EntryStructure): Item[] {
  const groups = Map.groupBy(item.problems, ({ blockId, cell }) => (cell ? `${blockId}#${cell.row}` : ofBlock.get(blockId)?.id ?? blockId))
  return [...groups.values()].map((problems) => ({ ...item, problems }))
}

/** A cause or measure with its steps and, in a part of its own, the limits and people told below it. */
interface Answer {
  readonly id: string
  readonly field: AnswerField
  readonly texts: RecordText[]
  readonly timeLimits: RecordText[]
  readonly responsible: RecordText[]
}

type Place = (text: RecordText) => number

/** The causes and measures of an item in the order of the paper. */
function answersOf(item: Item, { ofBlock }: EntryStructure, place: Place): Answer[] {
  const answers = new Map<string, Answer>()
  for (const field of answerFields) {
    for (const text of item[field]) {
      const id = ofBlock.get(text.blockId)?.id
      // Those of a table's row are linked by their row alone.
      if (id === undefined || text.cell) continue
      const known = answers.get(id)
      if (known) known.texts.push(text)
      else answers.set(id, { id, field, texts: [text], timeLimits: [], responsible: [] })
    }
  }
  return [...answers.values()].sort((a, b) => place(a.texts[0]!) - place(b.texts[0]!))
}

type Beside = Record<(typeof besideFields)[number], RecordText[]>

/** Hands limits and people to the answer they stand below; gives back those that stand above all. */
function withBeside(item: Item, answers: readonly Answer[], place: Place): Beside {
  const rest: Beside = { timeLimits: [], responsible: [] }
  for (const field of besideFields) {
    for (const text of item[field]) (answers.findLast(({ texts }) => place(texts[0]!) < place(text)) ?? rest)[field].push(text)
  }
  return rest
}

const asLinked = (text: RecordText): RecordText => ({ ...text, linked: true })

type Open = { -readonly [K in keyof LinkedItem]: LinkedItem[K] extends readonly RecordText[] ? RecordText[] : LinkedItem[K] }

const open = (item: LinkedItem): Open => ({ ...item, problems: [...item.problems], causes: [...item.causes], measures: [...item.measures], timeLimits: [...item.timeLimits], responsible: [...item.responsible] })

/** What of a part of answers is linked to no row: in the order and with the heading it has there. */
function looseOf(item: Item, answers: readonly Answer[], rest: Beside): LinkedItem | undefined {
  const of = (field: AnswerField) => answers.flatMap((answer) => (answer.field === field ? answer.texts : []))
  const kept: LinkedItem = {
    ...item, loose: true, causes: of('causes'), measures: of('measures'),
    timeLimits: [...rest.timeLimits, ...answers.flatMap((one) => one.timeLimits)], responsible: [...rest.responsible, ...answers.flatMap((one) => one.responsible)],
  }
  return answers.length + kept.timeLimits.length + kept.responsible.length > 0 ? kept : undefined
}

/** The items of the draft in the order of their problems, links followed; what answers nothing comes last. */
export function linkedItems(draft: Pick<Draft, 'blocks'>): LinkedItem[] {
  const derived = deriveItems(draft)
  const hasProblems = derived.some((item) => item.problems.length > 0)
  const separate = hasProblems && derived.some(isAnswerOnly)
  if (!separate && !draft.blocks.some((block) => 'answers' in block)) return derived
  const structure = readEntries(draft)
  const explicit = explicitLinks(draft.blocks, structure)
  const places = new Map(draft.blocks.map((block, index) => [block.id, index]))
  const place: Place = ({ blockId }) => places.get(blockId)!

  const isPart = (item: Item) => separate && isAnswerOnly(item)
  const rows = new Map(derived.map((item): [Item, Open[]] => [
    item, isPart(item) ? [] : separate && isProblemOnly(item) ? splitProblems(item, structure).map((one) => ({ ...open(one), apart: true })) : [open(item)],
  ]))
  const byProblem = new Map([...rows.values()].flat().flatMap((row) => row.problems.flatMap(({ blockId }) => {
    const entry = structure.ofBlock.get(blockId)
    return entry ? [[entry.id, row] as const] : []
  })))
  const linkedRows = ({ id }: Answer) => new Set((explicit.get(id) ?? []).flatMap((problem) => byProblem.get(problem) ?? []))

  const loose: LinkedItem[] = []
  for (const item of derived) {
    const answers = answersOf(item, structure, place)
    const part = isPart(item)
    // Beside a problem a limit is that item's own, whatever else its measure answers.
    const rest = part ? withBeside(item, answers, place) : undefined
    for (const answer of answers) {
      for (const row of linkedRows(answer)) {
        if (rows.get(item)!.includes(row)) continue
        row[answer.field].push(...answer.texts.map(asLinked))
        for (const field of besideFields) row[field].push(...answer[field].map(asLinked))
      }
    }
    const left = rest && looseOf(item, answers.filter((answer) => linkedRows(answer).size === 0), rest)
    if (left) loose.push(left)
  }
  return [...[...rows.values()].flat(), ...loose]
}
