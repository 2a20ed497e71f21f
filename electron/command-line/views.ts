/** What the command line prints of a draft, for programs (--json) and for people. */
import type { Draft } from '../../shared/document/draft.ts'
import { deriveItems, type RecordText } from '../../shared/document/items.ts'
import { blockNumbers } from '../../shared/document/numbering.ts'
import { deriveOutline, type OutlineEntry } from '../../shared/document/outline.ts'
import { printedPrefix } from '../../shared/document/print-text.ts'
import { blockText, isTextBlock } from '../../shared/document/runs.ts'
import type { ReportEntry } from '../../shared/recognition/report.ts'
import { paperTimeContext } from '../../shared/time-limit/paper-context.ts'
import { parseTimeLimit } from '../../shared/time-limit/parse-time-limit.ts'

export interface OutlineView {
  readonly number: string
  readonly text: string
  readonly children: readonly OutlineView[]
}

export function outlineView(entries: readonly OutlineEntry[]): OutlineView[] {
  return entries.map(({ number, text, children }) => ({ number, text, children: outlineView(children) }))
}

/** Items as plain texts; time limits with what they mean. */
export function itemsView(draft: Draft): object[] {
  const context = paperTimeContext(draft)
  const texts = (list: readonly RecordText[]) => list.map((one) => one.text)
  return deriveItems(draft).map((item) => ({
    group: item.group,
    problems: texts(item.problems),
    causes: texts(item.causes),
    measures: texts(item.measures),
    timeLimits: item.timeLimits.map(({ text }) => {
      const { kinds, due, ongoing, yearInferred, within } = parseTimeLimit(text, context)
      return { text, kinds, due, ongoing, yearInferred, ...(within ? { within } : {}) }
    }),
    responsible: texts(item.responsible),
  }))
}

export function recognisedView(draft: Draft, report: readonly ReportEntry[]): object {
  return { draft, report, outline: outlineView(deriveOutline(draft)), items: itemsView(draft) }
}

const roleNames: Record<string, string> = {
  title: '标题', subtitle: '副题', byline: '署题', addressee: '主送', heading1: '一级标题', heading2: '二级标题', heading3: '三级标题', heading4: '四级标题',
  paragraph: '正文', problem: '问题', cause: '原因', measure: '措施', timeLimit: '时限', responsible: '责任', table: '表格', attachment: '附件', signature: '署名', date: '日期',
}

/** One line a block: role, number and label, text. */
export function recognisedText(draft: Draft, report: readonly ReportEntry[]): string {
  const numbers = blockNumbers(draft.blocks)
  const blocks = draft.blocks.map((block, index) => {
    const prefix = isTextBlock(block) ? (block.labelLine ? `${block.label ?? ''}⏎${numbers[index]!}` : printedPrefix(block, numbers[index]!)) : ''
    return `${roleNames[block.role] ?? block.role}\t${isTextBlock(block) && block.runIn ? '└ ' : ''}${prefix}${blockText(block)}`
  })
  const changes = report.map((entry) => `第 ${entry.line} 行第 ${entry.column} 字\t${entry.kind}\t${JSON.stringify(entry.before)} → ${JSON.stringify(entry.after)}`)
  return [`文种\t${draft.kind}`, ...blocks, '', `清理与更正 ${report.length} 处`, ...changes].join('\n')
}
