/**
 * 整改进展报告 made from the ledger, to be written on: counts in the lead paragraph, then （一）在“…”方面 and
 * 1.关于“…”问题的整改 (field-notes §1, forms of published reports). It says what the ledger says and no more; where the ledger
 * says nothing a 待填项 stands.
 */
import { draftSchemaVersion, type Block, type Draft, type Run } from '../document/draft.ts'
import { headingListStyles } from '../document/list-style.ts'
import { leadSentence } from '../document/outline.ts'
import { plainRuns } from '../document/runs.ts'
import type { TextRole } from '../document/roles.ts'
import type { ListedRow } from './build-ledger-table.ts'
import { summarise, percent } from './ledger-summary.ts'
import { daysLeft } from './time-left.ts'
import { writtenDate } from './written-dates.ts'

export interface ReportOptions {
  readonly draftId: string
  readonly layout: string
  readonly unit: string
  /** Titles of the drafts the rows come from. */
  readonly sources: readonly string[]
  /** ISO date the report speaks of. */
  readonly today: string
}

/** A phrase inside “…”: its own double quotes become single ones. */
const quoted = (text: string) => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`

const withoutMark = (text: string) => text.trim().replace(/[。；;，,：:、]+$/u, '')

/** The problem in a few words: its lead sentence. */
function problemName(row: ListedRow): string {
  const first = row.values.problem?.split('\n')[0] ?? ''
  return withoutMark(leadSentence(first) ?? first)
}

const sentence = (text: string) => (/[。！？”’）]$/u.test(text) ? text : `${text.replace(/[；;，,、]+$/u, '')}。`)
const sentences = (lines: string) => lines.split('\n').map(sentence).join('')

function stateSentence(row: ListedRow): string {
  const limit = row.due === null ? '' : `，时限为${writtenDate(row.due)}`
  switch (row.state) {
    case 'closed': return row.closedOn === undefined ? '已销号。' : `已于${writtenDate(row.closedOn)}销号。`
    case 'done': return '已完成整改，待核验销号。'
    case 'long-term': return '已作为长期任务持续推进。'
    case 'under-way': return `正在推进整改${limit}。`
    case 'not-started': return `尚未启动整改${limit}。`
  }
}

/** “某某局党组班子整改方案” → “某某局党组班子整改进展情况报告”. */
function titleOf({ sources, unit }: ReportOptions): string {
  const stem = sources.length === 1 ? sources[0]!.replace(/(?:的)?(?:整改)?(?:方案|台账|措施|清单|材料)$/u, '').replace(/整改$/u, '') : unit
  return `${stem}整改进展情况报告`
}

/** Categories in the order they first come, without “方面”. */
function byCategory(rows: readonly ListedRow[]): [string, ListedRow[]][] {
  return [...Map.groupBy(rows, (row) => withoutMark((row.values.category ?? '').split('\n').join('')).replace(/方面(?:存在的?问题)?$/u, ''))]
}

/** The report as a draft of its own; the ledger and its drafts stay as they are. */
export function progressReport(rows: readonly ListedRow[], options: ReportOptions): Draft {
  let count = 0
  const block = (role: TextRole, runs: readonly Run[], more: object = {}): Block => ({ role, id: `r${(count += 1)}`, ...more, runs }) as Block
  const heading = (level: 1 | 2 | 3, text: string) => block(`heading${level}`, plainRuns(text), { list: headingListStyles[level] })
  const paragraph = (text: string) => block('paragraph', plainRuns(text))
  const open = (key: string, before = '') => block('paragraph', [...plainRuns(before), { text: `[${key}]`, placeholder: key }])

  const summary = summarise(rows, options.today)
  const { total, byState, done, underWay, longTerm } = summary
  const overdue = rows.filter((row) => (daysLeft(row, options.today) ?? 0) < 0)
  const parts = [
    `已完成${done}项${byState.closed > 0 && byState.done > 0 ? `（已销号${byState.closed}项、待核${byState.done}项）` : ''}`,
    ...(underWay > 0 ? [`正在整改${underWay}项${byState['not-started'] > 0 && byState['under-way'] > 0 ? `（推进中${byState['under-way']}项、尚未启动${byState['not-started']}项）` : ''}`] : []),
    ...(longTerm > 0 ? [`长期坚持${longTerm}项`] : []),
  ]
  const lead = `截至${writtenDate(options.today)}，共有整改事项${total}项，其中${parts.join('，')}，完成率${percent(done, total)}。${overdue.length > 0 ? `超过时限尚未完成${overdue.length}项。` : ''}`

  const item = (row: ListedRow, level: 2 | 3): Block[] => {
    const { measure, progress, result, evidence } = row.values
    return [
      heading(level, `关于${quoted(problemName(row))}问题的整改`),
      ...(measure === undefined ? [] : [paragraph(`整改措施：${sentences(measure)}`)]),
      progress === undefined && result === undefined ? open('整改进展', '整改进展：') : paragraph(`整改进展：${[progress, result].filter((text) => text !== undefined).map(sentences).join('')}`),
      paragraph(`${stateSentence(row)}${evidence === undefined ? '' : `佐证材料：${withoutMark(evidence.split('\n').map(withoutMark).join('、'))}。`}`),
    ]
  }
  const groups = byCategory(rows)
  const grouped = groups.some(([category]) => category !== '')
  const left = rows.filter((row) => row.state === 'not-started' || row.state === 'under-way')
  const blocks: Block[] = [
    block('title', plainRuns(titleOf(options))),
    heading(1, '总体情况'), paragraph(lead),
    heading(1, '各项问题整改进展情况'),
    ...groups.flatMap(([category, own]) => [
      ...(grouped ? [heading(2, category === '' ? '其他方面' : `在${quoted(category)}方面`)] : []),
      ...own.flatMap((row) => item(row, grouped ? 3 : 2)),
    ]),
    heading(1, '下一步工作'),
    ...(left.length > 0 ? [paragraph(`对尚未完成的${left.length}项，逐项抓好整改：`), ...left.map((row) =>
      block('paragraph', plainRuns(`关于${quoted(problemName(row))}问题${row.due === null ? '，继续推进整改。' : row.due < options.today ? `，时限（${writtenDate(row.due)}）已过，抓紧完成整改。` : `，${writtenDate(row.due)}前完成。`}`), { list: '（1）' }))] : []),
    open('下一步打算'),
    ...(options.unit === '' ? [] : [block('signature', plainRuns(options.unit))]),
    block('date', plainRuns(writtenDate(options.today))),
  ]
  return {
    schemaVersion: draftSchemaVersion, id: options.draftId, kind: 'progress-report', title: titleOf(options),
    meta: { ...(options.unit === '' ? {} : { unit: options.unit }), date: options.today }, layout: options.layout, blocks,
  }
}
