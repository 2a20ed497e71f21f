/** Whether a template holds together, in plain words: what refers to what, what a paper of its kind must have, what would identify somebody. */
import type { DraftKind } from '../document/draft.ts'
import { headingLevel, isRecordRole, type RecordRole } from '../document/roles.ts'
import { blockText, isTextBlock } from '../document/runs.ts'
import { isPlaceholderKey, placeholderText } from '../placeholders/catalogue.ts'
import { maskedForms } from '../placeholders/masked-forms.ts'
import { textsOf } from '../placeholders/placeholder-places.ts'
import { aspectRuns } from './expand-aspects.ts'
import { aspectNameKey, type PaperTemplate } from './paper-template.ts'

export interface TemplateFinding {
  /** An error keeps the template from being stored. */
  readonly severity: 'error' | 'warning'
  /** The block it is about; none where it is about the whole. */
  readonly block?: string
  readonly message: string
}

/** What there is for a template to name. */
export interface TemplateSurroundings {
  readonly layouts: readonly string[]
  readonly sets: readonly string[]
}

const recordWords: Readonly<Record<RecordRole, string>> = { problem: '问题', cause: '原因', measure: '措施', timeLimit: '时限', responsible: '责任' }

/** The parts of the record a paper of the kind is checked for by those it is handed to (product.md, “The papers”). */
const neededRoles: Readonly<Partial<Record<DraftKind, readonly RecordRole[]>>> = {
  'individual-plan': ['problem', 'measure', 'timeLimit'], 'team-plan': ['problem', 'measure', 'timeLimit', 'responsible'], 'inspection-plan': ['problem', 'measure', 'timeLimit', 'responsible'],
  'self-examination': ['problem', 'cause', 'measure'], 'speech-outline': ['problem', 'cause', 'measure'], 'ecology-report': ['problem', 'measure'], 'progress-report': ['problem', 'measure'],
}
const neededHeadings: Readonly<Partial<Record<DraftKind, readonly (readonly [RegExp, string])[]>>> = {
  'ecology-report': [[/问题/u, '存在问题'], [/结论/u, '研判结论'], [/下一步/u, '下一步措施']],
}

const shorten = (text: string) => (text.length > 12 ? `${text.slice(0, 12)}…` : text)

/** Where a block is, for somebody who sees the rows of the template. */
function placeOf(template: PaperTemplate, id: string): string {
  const index = template.blocks.findIndex((block) => block.id === id)
  const text = index === -1 ? '' : blockText(template.blocks[index]!).trim()
  return `第 ${index + 1} 段${text === '' ? '' : `“${shorten(text)}”`}`
}

function referenceFindings(template: PaperTemplate): TemplateFinding[] {
  const { blocks, hints, required, limits, aspects } = template
  const byId = new Map(blocks.map((block) => [block.id, block]))
  const error = (message: string, block?: string): TemplateFinding => ({ severity: 'error', message, ...(block === undefined ? {} : { block }) })
  const found: TemplateFinding[] = []
  if (byId.size < blocks.length) found.push(error('有两段用了同一个编号，请复制模板后重新编辑。'))
  const hinted = new Set<string>()
  for (const { block } of hints) {
    if (!byId.has(block)) found.push(error(`有一条写作提示所指的段落（${block}）已不在模板里。`))
    else if (hinted.has(block)) found.push(error(`${placeOf(template, block)}有两条写作提示，请并成一条。`, block))
    hinted.add(block)
  }
  for (const id of required) {
    const block = byId.get(id)
    if (!block || headingLevel(block.role) === undefined) found.push(error(block ? `${placeOf(template, id)}标为必写，但它不是标题；必写的是标题和它下面的内容。` : `有一个必写部分的标题（${id}）已不在模板里。`, block ? id : undefined))
    else if (blockText(block).trim() === '') found.push(error(`${placeOf(template, id)}标为必写，但标题是空的，请写上标题。`, id))
  }
  for (const id of Object.keys(limits?.parts ?? {})) {
    if (byId.get(id)?.role !== 'heading1') found.push(error(byId.has(id) ? `${placeOf(template, id)}设了字数要求，但它不是一级标题；各部分的字数按一级标题设。` : `有一处字数要求所指的标题（${id}）已不在模板里。`, byId.has(id) ? id : undefined))
  }
  for (const block of blocks) {
    if (!('answers' in block) || !block.answers) continue
    if (block.answers.some((id) => byId.get(id)?.role !== 'problem')) found.push(error(`${placeOf(template, block.id)}所对应的问题已不在模板里。`, block.id))
  }
  const runs = aspectRuns(template)
  if (runs.length < (aspects?.runs.length ?? 0)) found.push(error('有一处“每个方面重复”的起止段落已不在模板里，或前后颠倒。'))
  if (runs.some((run, index) => index > 0 && run.from <= runs[index - 1]!.to)) found.push(error('两处“每个方面重复”的段落互相重叠。'))
  return found
}

function aspectFindings(template: PaperTemplate, { layouts, sets }: TemplateSurroundings): TemplateFinding[] {
  const runs = aspectRuns(template)
  const names = textsOf({ blocks: template.blocks } as Parameters<typeof textsOf>[0]).flatMap(({ place, open }) => (open.some(({ key }) => key === aspectNameKey) ? [place.blockId] : []))
  const inRun = (id: string) => runs.some(({ from, to }) => template.blocks.slice(from, to + 1).some((block) => block.id === id))
  const outside = names.find((id) => !inRun(id))
  return [
    ...(outside === undefined ? [] : [{ severity: 'warning' as const, block: outside, message: `${placeOf(template, outside)}有${placeholderText(aspectNameKey)}，但这一段不随方面重复，新建时填不上。` }]),
    ...runs.filter(({ from, to }) => !template.blocks.slice(from, to + 1).some(({ id }) => names.includes(id))).map(({ from }) => ({
      severity: 'warning' as const, block: template.blocks[from]!.id, message: `${placeOf(template, template.blocks[from]!.id)}起的几段每个方面重复，却没有${placeholderText(aspectNameKey)}，各个方面会一模一样。`,
    })),
    ...(template.aspects !== undefined && !sets.includes(template.aspects.set) ? [{ severity: 'warning' as const, message: '模板原来选用的一套方面已不在本机，新建时请另选一套。' }] : []),
    ...(layouts.includes(template.layout) ? [] : [{ severity: 'warning' as const, message: '模板所用的版式已不在本机，新建的文稿改用“国标显现”。' }]),
  ]
}

function textFindings(template: PaperTemplate): TemplateFinding[] {
  const { blocks } = template
  const found: TemplateFinding[] = []
  const warn = (block: string, message: string) => found.push({ severity: 'warning', block, message: `${placeOf(template, block)}${message}` })
  blocks.forEach((block, index) => {
    const before = blocks[index - 1]
    if (isTextBlock(block)) {
      if (block.runIn && (before === undefined || !isTextBlock(before))) warn(block.id, '设为接排，但前面没有可以接的段落。')
      const odd = block.runs.find((run) => run.placeholder !== undefined && (!isPlaceholderKey(run.placeholder) || run.text !== placeholderText(run.placeholder)))
      if (odd) found.push({ severity: 'error', block: block.id, message: `${placeOf(template, block.id)}的待填项“${odd.text}”写得不对，请写成“[单位全称]”这样。` })
    }
  })
  for (const { place, text, open } of textsOf({ blocks } as Parameters<typeof textsOf>[0])) {
    const masked = maskedForms(text).find(({ from, to }) => !open.some((one) => one.from < to && from < one.to))
    if (masked) warn(place.blockId, `有“${text.slice(masked.from, masked.to)}”，请改成待填项${placeholderText(masked.key)}，新建时才填得上。`)
  }
  return found
}

/** Errors first; none for the templates that ship. */
export function checkTemplate(template: PaperTemplate, surroundings: TemplateSurroundings): TemplateFinding[] {
  const { blocks, kind } = template
  const whole: TemplateFinding[] = []
  if (!blocks.some((block) => block.role === 'title')) whole.push({ severity: 'warning', message: '没有标题段，新建的文稿没有标题。' })
  if (kind === 'ledger' && !blocks.some((block) => block.role === 'table')) whole.push({ severity: 'warning', message: '台账里没有表格。' })
  const has = new Set<string>(blocks.flatMap((block) => (block.role === 'table' ? block.columns : isRecordRole(block.role) ? [block.role] : [])))
  for (const role of neededRoles[kind] ?? []) if (!has.has(role)) whole.push({ severity: 'warning', message: `这类文稿要有${recordWords[role]}，模板里没有“${recordWords[role]}”段。` })
  const headings = blocks.filter((block) => headingLevel(block.role) !== undefined).map(blockText)
  for (const [pattern, name] of neededHeadings[kind] ?? []) if (!headings.some((text) => pattern.test(text))) whole.push({ severity: 'warning', message: `这类文稿要有“${name}”部分，模板里没有。` })
  const found = [...referenceFindings(template), ...textFindings(template), ...aspectFindings(template, surroundings), ...whole]
  return found.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
}
