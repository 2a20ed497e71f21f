import { memo, useMemo } from 'react'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../shared/document/draft.ts'
import { deriveItems, type Item } from '../../../shared/document/items.ts'
import { deriveOutline, type OutlineEntry } from '../../../shared/document/outline.ts'
import { $blockById } from '../../editor/extensions/block/block-commands.ts'
import { zh } from '../../text/zh.ts'
import { grouped } from '../shell/times.ts'
import { currentHeading, missingOf, partCharacters } from './paper-facts.ts'
import { draftRecord } from './record/draft-record.ts'
import { Lacking } from './record/lacking.tsx'
import './record/record.css'

interface OutlinePanelProps {
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly caretBlockId: string | undefined
}

function goToBlock(editor: LexicalEditor, blockId: string): void {
  editor.getRootElement()?.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`)?.scrollIntoView({ block: 'center' })
  editor.update(() => { $blockById(blockId)?.selectEnd() })
  editor.focus()
}

interface EntryProps {
  readonly entry: OutlineEntry
  readonly depth: number
  readonly items: ReadonlyMap<string, readonly Item[]>
  readonly characters: ReadonlyMap<string, number>
  readonly current: string | undefined
  readonly onGo: (blockId: string) => void
}

function Entry({ entry, depth, items, characters, current, onGo }: EntryProps) {
  const own = items.get(entry.blockId) ?? []
  const problems = own.reduce((sum, item) => sum + item.problems.filter((problem) => !problem.sub).length, 0)
  const missing = own.some((item) => missingOf(item).length > 0)
  return (
    <>
      <button type="button" className="outline-entry" style={{ paddingLeft: 14 + depth * 18 }} aria-current={current === entry.blockId ? 'location' : undefined} title={entry.text} onClick={() => onGo(entry.blockId)}>
        <span className="number">{entry.number}</span><span className="words">{entry.text.replace(/[。：:]$/u, '')}</span>
        <span className="count">{problems > 0 ? zh.editing.problems(problems) : depth === 0 ? grouped(characters.get(entry.blockId) ?? 0) : ''}</span>
        {missing && <i className="dot" />}
      </button>
      {entry.children.map((child) => <Entry key={child.blockId} {...{ items, characters, current, onGo }} entry={child} depth={depth + 1} />)}
    </>
  )
}

export const OutlinePanel = memo(function OutlinePanel({ editor, draft, caretBlockId }: OutlinePanelProps) {
  const outline = useMemo(() => deriveOutline(draft), [draft])
  const items = useMemo(() => deriveItems(draft), [draft])
  const byGroup = useMemo(() => Map.groupBy(items, (item) => item.groupId ?? ''), [items])
  const characters = useMemo(() => partCharacters(draft), [draft])
  const current = useMemo(() => currentHeading(draft, outline, caretBlockId), [draft, outline, caretBlockId])
  const { completeness } = draftRecord(draft)
  return (
    <aside className="outline-panel" aria-label={zh.editing.outline}>
      <div className="outline-entries">
        <h2>{zh.editing.outline}</h2>
        {outline.map((entry) => <Entry key={entry.blockId} entry={entry} depth={0} items={byGroup} characters={characters} current={current} onGo={(blockId) => goToBlock(editor, blockId)} />)}
      </div>
      <div className="outline-summary">
        <h2>{zh.editing.completeness}</h2>
        {items.length === 0 ? <p>{zh.editing.noRecord}</p> : completeness.items.length === 0 ? <p>{zh.editing.apart}</p> : <Lacking editor={editor} completeness={completeness} />}
      </div>
    </aside>
  )
})
