import { memo, useMemo, useRef, type CSSProperties } from 'react'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../shared/document/draft.ts'
import { deriveItems, type Item } from '../../../shared/document/items.ts'
import type { DraftLimits } from '../../../shared/document/length-limits.ts'
import { deriveLinks } from '../../../shared/document/links.ts'
import { deriveOutline, type OutlineEntry } from '../../../shared/document/outline.ts'
import { paperLengths } from '../../../shared/document/paper-lengths.ts'
import { $blockById } from '../../editor/extensions/block/block-commands.ts'
import { gestureText } from '../../text/gestures.ts'
import { linkText } from '../../text/links.ts'
import { zh } from '../../text/zh.ts'
import { countLinks } from '../links/link-model.ts'
import { grouped } from '../shell/times.ts'
import { blockElement } from './block-element.ts'
import { requiredGaps } from '../../../shared/document/required-parts.ts'
import { paperTemplatesText } from '../../text/paper-templates.ts'
import { RequiredList } from './guidance/required-list.tsx'
import { lengthWords } from './lengths/length-words.ts'
import { currentHeading, missingOf } from './paper-facts.ts'
import { draftRecord } from './record/draft-record.ts'
import { Lacking } from './record/lacking.tsx'
import './record/record.css'
import { outlineIndent, useOutlineDrag } from './use-outline-drag.ts'
import { useOutlineKeys } from './use-outline-keys.ts'

interface OutlinePanelProps {
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly caretBlockId: string | undefined
  readonly onOpenLinks: () => void
}

function goToBlock(editor: LexicalEditor, blockId: string): void {
  blockElement(editor, blockId)?.scrollIntoView({ block: 'center' })
  editor.update(() => { $blockById(blockId)?.selectEnd() })
  editor.focus()
}

interface EntryProps {
  readonly entry: OutlineEntry
  readonly depth: number
  readonly items: ReadonlyMap<string, readonly Item[]>
  readonly characters: ReadonlyMap<string, number>
  readonly limits: DraftLimits['parts']
  /** Parts that must be written and are not. */
  readonly unwritten: ReadonlySet<string>
  readonly current: string | undefined
  readonly onGo: (blockId: string) => void
}

function Entry({ entry, depth, items, characters, limits, unwritten, current, onGo }: EntryProps) {
  const own = items.get(entry.blockId) ?? []
  const problems = own.reduce((sum, item) => sum + item.problems.filter((problem) => !problem.sub).length, 0)
  const missing = own.some((item) => missingOf(item).length > 0)
  const limit = characters.has(entry.blockId) ? limits?.[entry.blockId] : undefined
  const length = limit && lengthWords('', entry.text, characters.get(entry.blockId)!, limit)
  return (
    <>
      <button type="button" className="outline-entry" data-entry={entry.blockId} style={{ paddingLeft: 14 + depth * outlineIndent }} aria-current={current === entry.blockId ? 'location' : undefined} title={`${length?.tooltip ?? entry.text}\n${gestureText.outlineHint}`} onClick={() => onGo(entry.blockId)}>
        <span className="number">{entry.number}</span><span className="words">{entry.text.replace(/[。：:]$/u, '')}</span>
        <span className="count">{problems > 0 ? zh.editing.problems(problems) : depth === 0 ? grouped(characters.get(entry.blockId) ?? 0) : ''}</span>
        {unwritten.has(entry.blockId) && <span className="unwritten" title={paperTemplatesText.guidance.missing}>{paperTemplatesText.guidance.unwritten}</span>}
        {missing && <i className="dot" />}
        {length && <i className="length-bar" data-state={length.state} style={{ '--share': length.share } as CSSProperties} />}
      </button>
      {entry.children.map((child) => <Entry key={child.blockId} {...{ items, characters, limits, unwritten, current, onGo }} entry={child} depth={depth + 1} />)}
    </>
  )
}

export const OutlinePanel = memo(function OutlinePanel({ editor, draft, caretBlockId, onOpenLinks }: OutlinePanelProps) {
  const outline = useMemo(() => deriveOutline(draft), [draft])
  const list = useRef<HTMLDivElement>(null)
  useOutlineDrag(editor, list)
  const onKeyDown = useOutlineKeys(editor, list, outline)
  const items = useMemo(() => deriveItems(draft), [draft])
  const byGroup = useMemo(() => Map.groupBy(items, (item) => item.groupId ?? ''), [items])
  const characters = paperLengths(draft).parts
  const current = useMemo(() => currentHeading(draft, outline, caretBlockId), [draft, outline, caretBlockId])
  const links = useMemo(() => deriveLinks(draft), [draft])
  // Where problems and answers stand apart, what belongs together is what the writer linked.
  const apart = links.problems.length > 0 && links.answers.length > 0 && links.links.every(({ origin }) => origin === 'explicit')
  const { completeness } = draftRecord(draft)
  const gaps = useMemo(() => requiredGaps(draft), [draft])
  const unwritten = useMemo(() => new Set(gaps.flatMap(({ blockId }) => blockId ?? [])), [gaps])
  return (
    <aside className="outline-panel" aria-label={zh.editing.outline}>
      <div className="outline-entries" ref={list} onKeyDown={onKeyDown}>
        <h2>{zh.editing.outline}</h2>
        {outline.map((entry) => <Entry key={entry.blockId} entry={entry} depth={0} items={byGroup} characters={characters} limits={draft.limits?.parts} unwritten={unwritten} current={current} onGo={(blockId) => goToBlock(editor, blockId)} />)}
      </div>
      <div className="outline-summary">
        <RequiredList gaps={gaps} onGo={(blockId) => goToBlock(editor, blockId)} />
        <h2>{zh.editing.completeness}</h2>
        {items.length === 0 ? <p>{zh.editing.noRecord}</p> : apart || completeness.items.length === 0 ? <p>{linkText.summary(countLinks(links))}</p> : <Lacking editor={editor} completeness={completeness} />}
        {(apart || links.withoutProblem.length > 0) && <p><button type="button" className="outline-link" onClick={() => onOpenLinks()}>{linkText.outline}</button></p>}
      </div>
    </aside>
  )
})
