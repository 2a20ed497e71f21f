/** Every content of a package beside what the library has of it, and what is to be done with it. */
import { Button, Checkbox, Select, Table, Tag, type TableColumnsType } from 'antd'
import type { PackageView } from '../../../../shared/contract/exchange-procedures.ts'
import { contentKinds } from '../../../../shared/exchange/content-kinds.ts'
import { contentKey } from '../../../../shared/exchange/manifest.ts'
import { conflictChoices, type ConflictChoice, type PlannedContent } from '../../../../shared/exchange/plan.ts'
import { openingText as text, packagesText } from '../../../text/packages.ts'

export interface Choices {
  readonly common: ConflictChoice
  readonly own: ReadonlyMap<string, ConflictChoice>
  /** Keys of new contents that are left out. */
  readonly skipped: ReadonlySet<string>
}
export const noChoices: Choices = { common: 'keep', own: new Map(), skipped: new Set() }

/** What stands in the place of “theirs” where mine cannot be replaced. */
export function choiceOf({ common, own }: Choices, content: PlannedContent): ConflictChoice {
  const choice = own.get(contentKey(content)) ?? common
  return choice === 'take' && !content.canTake ? 'both' : choice
}

export function isStored(choices: Choices, content: PlannedContent): boolean {
  if (content.state === 'new') return !choices.skipped.has(contentKey(content))
  return content.state === 'changed' && choiceOf(choices, content) !== 'keep'
}

const colours = { new: 'green', same: 'default', changed: 'orange' } as const

interface ContentsTableProps {
  readonly contents: PackageView['contents']
  readonly choices: Choices
  readonly height: number
  readonly onChoices: (choices: Choices) => void
  readonly onCompare: (content: PlannedContent) => void
}

function Act({ content, choices, onChoices }: Pick<ContentsTableProps, 'choices' | 'onChoices'> & { readonly content: PlannedContent }) {
  if (content.state === 'same') return <span className="quiet">{text.willLeave}</span>
  if (content.state === 'new') return <span>{choices.skipped.has(contentKey(content)) ? text.willSkip : content.trashed ? text.willRestore : text.willAdd}</span>
  return (
    <Select<ConflictChoice>
      size="small" value={choiceOf(choices, content)} aria-label={`${text.columns.act}：${content.title}`} className="choice-field" {...(content.canTake ? {} : { title: text.cannotTake })}
      options={conflictChoices.map((value) => ({ value, label: text.choices[value], disabled: value === 'take' && !content.canTake }))}
      onChange={(choice) => onChoices({ ...choices, own: new Map(choices.own).set(contentKey(content), choice) })}
    />
  )
}

export function ContentsTable(props: ContentsTableProps) {
  const { contents, choices, height, onChoices, onCompare } = props
  const skip = (content: PlannedContent, skipped: boolean) => {
    const next = new Set(choices.skipped)
    if (skipped) next.add(contentKey(content))
    else next.delete(contentKey(content))
    onChoices({ ...choices, skipped: next })
  }
  const columns: TableColumnsType<PlannedContent> = [
    {
      title: text.columns.store, key: 'store', width: 56, align: 'center',
      render: (_, content) => <Checkbox checked={isStored(choices, content)} disabled={content.state !== 'new'} {...(content.state === 'new' ? { title: text.skipHint } : {})} aria-label={`${text.columns.store}：${content.title}`} onChange={(event) => skip(content, !event.target.checked)} />,
    },
    { title: text.columns.state, key: 'state', width: 72, render: (_, { state }) => <Tag color={colours[state]}>{text.states[state]}</Tag> },
    { title: text.columns.kind, key: 'kind', width: 64, render: (_, { kind }) => contentKinds[kind].word },
    {
      title: text.columns.title, key: 'title',
      render: (_, content) => (
        <div className="package-content">
          <span title={content.title}>{content.title === '' ? packagesText.untitled : content.title}</span>
          {content.differences.length > 0 && <small>{content.differences.join('')}</small>}
          {content.state === 'changed' && (content.kind === 'draft' || content.kind === 'template') && <Button type="link" size="small" onClick={() => onCompare(content)}>{text.compare}</Button>}
        </div>
      ),
    },
    { title: text.columns.act, key: 'act', width: 150, render: (_, content) => <Act content={content} choices={choices} onChoices={onChoices} /> },
  ]
  return (
    <Table<PlannedContent>
      className="package-table" size="small" rowKey={contentKey} pagination={false} virtual={contents.length > 60} columns={columns} dataSource={contents as PlannedContent[]} scroll={{ y: height, x: 700 }}
      onRow={(content) => ({ 'data-content': content.state } as object)}
    />
  )
}
