/** What stands in a cell of the table. Plain elements only: ten thousand rows pass by here. */
import { memo, type ReactNode } from 'react'
import type { ListedRow } from '../../../../shared/ledger/build-ledger-table.ts'
import { leadSentence } from '../../../../shared/document/outline.ts'
import { itemStateNames, type LedgerField } from '../../../../shared/ledger/ledger-fields.ts'
import type { MissingPart } from '../../../../shared/ledger/ledger-rows.ts'
import { daysLeft, limitColour, type ColourDays } from '../../../../shared/ledger/time-left.ts'
import type { ViewField } from '../../../../shared/ledger/ledger-view.ts'
import { ledgerText } from '../../../text/ledger.ts'

export interface ContentContext {
  readonly today: string
  readonly days: ColourDays
  /** What is searched for, each to be marked. */
  readonly words: readonly string[]
  /** The column in which it is told that nobody is responsible. */
  readonly responsibleColumn: ViewField | undefined
}

const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The text with the words that are searched for marked. */
export function marked(text: string, words: readonly string[]): ReactNode {
  if (words.length === 0) return text
  const parts = text.split(new RegExp(`(${words.map(escaped).join('|')})`, 'iu'))
  return parts.length === 1 ? text : parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))
}

/** The days left, or the word for why none are counted. */
export function leftOf(row: ListedRow, today: string, days: ColourDays): { readonly text: string; readonly colour: string } {
  const left = daysLeft(row, today)
  if (left !== undefined) return { text: ledgerText.leftDays(left), colour: limitColour(left, days) }
  if (row.state === 'closed') return { text: ledgerText.closedOn(row.closedOn), colour: 'done' }
  if (row.state === 'done') return { text: ledgerText.doneLeft, colour: 'done' }
  return { text: row.state === 'long-term' ? ledgerText.longTerm : ledgerText.noDue, colour: 'plain' }
}

function Lines({ text, field, words }: { readonly text: string; readonly field: LedgerField; readonly words: readonly string[] }) {
  const lines = text.split('\n')
  const numbered = lines.length > 1 && (field === 'problem' || field === 'cause' || field === 'measure')
  return lines.map((line, index) => {
    const lead = field === 'problem' ? leadSentence(line) ?? (line.length <= 60 ? line : undefined) : undefined
    return (
      <span key={index}>
        {index > 0 && '\n'}
        {numbered && <i data-number={`${index + 1}.`} />}
        {lead === undefined ? marked(line, words) : <><b>{marked(lead, words)}</b>{marked(line.slice(lead.length), words)}</>}
      </span>
    )
  })
}

const partOf: Readonly<Partial<Record<ViewField, MissingPart>>> = { problem: 'problem', measure: 'measure', timeLimit: 'timeLimit' }

function Missing({ row, field, responsibleColumn }: { readonly row: ListedRow; readonly field: ViewField; readonly responsibleColumn: ViewField | undefined }) {
  const part = field === responsibleColumn ? 'responsible' : partOf[field]
  return part !== undefined && row.missing.includes(part) ? <em className="missing">{ledgerText.missing[part]}</em> : null
}

export const CellContent = memo(function CellContent({ row, field, context }: { readonly row: ListedRow; readonly field: ViewField; readonly context: ContentContext }) {
  const { words } = context
  switch (field) {
    case 'number': return row.number
    case 'source': return <span className="source-link" title={ledgerText.menu.openDraft}>{marked(row.source === '' ? ledgerText.untitled : row.source, words)}</span>
    case 'left': {
      const { text, colour } = leftOf(row, context.today, context.days)
      return <span className="days" data-colour={colour}>{text}</span>
    }
    case 'state': return <span className="state" data-state={row.state} data-inferred={row.stateInferred} title={row.stateInferred ? ledgerText.stateInferred : undefined}>{marked(itemStateNames[row.state], words)}</span>
    case 'due': return row.due === null ? null : <span data-inferred={row.yearInferred} title={row.yearInferred ? ledgerText.yearInferred : undefined}>{marked(row.due, words)}</span>
    case 'stateSince': return marked(row.stateSince ?? '', words)
    case 'closedOn': return marked(row.closedOn ?? '', words)
    default: {
      const text = row.values[field]
      return text === undefined ? <Missing row={row} field={field} responsibleColumn={context.responsibleColumn} /> : <Lines text={text} field={field} words={words} />
    }
  }
})
