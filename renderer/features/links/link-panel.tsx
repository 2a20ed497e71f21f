/** The inspector's tab: what the block at the caret is linked to, what it might be, and a picker to add. */
import { memo, useMemo } from 'react'
import { Button, Select } from 'antd'
import { CloseOutlined } from '@ant-design/icons'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../shared/document/draft.ts'
import type { LinkEntry } from '../../../shared/document/link-entries.ts'
import { showBlock } from '../../editor/show-block.ts'
import { linkText } from '../../text/links.ts'
import { roleNames } from '../../text/roles.ts'
import { entryName, otherEnd, reasonsText, useLinkModel, type LinkModel } from './link-model.ts'
import { useLinkActions } from './use-link-actions.ts'
import './links.css'

interface LinkPanelProps {
  readonly draftId: string
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly caretBlockId: string | undefined
  readonly onOpenView: () => void
}

const saidNowhere = () => {}

function pickerOptions(entry: LinkEntry, model: LinkModel) {
  const linked = new Set((model.linksOf.get(entry.id) ?? []).map((link) => otherEnd(link, entry.id)))
  const others = (entry.role === 'problem' ? model.links.answers : model.links.problems).filter((other) => !linked.has(other.id) && !other.inTable)
  return [...Map.groupBy(others, ({ group }) => `${group.number}${group.text}`)].map(([heading, entries]) => ({
    label: heading === '' ? linkText.group : heading, options: entries.map((other) => ({ value: other.id, label: `${entryName(model, other)} ${other.lead}` })),
  }))
}

export const LinkPanel = memo(function LinkPanel({ draftId, editor, draft, caretBlockId, onOpenView }: LinkPanelProps) {
  const model = useLinkModel(draftId, draft.blocks)
  const actions = useLinkActions(draftId, editor, model, saidNowhere)
  const entry = useMemo(() => [...model.links.problems, ...model.links.answers].find(({ blockIds }) => caretBlockId !== undefined && blockIds.includes(caretBlockId)), [model, caretBlockId])
  const open = <Button className="open-links" onClick={onOpenView}>{linkText.panel.openView}</Button>
  if (!entry) return <div className="link-panel"><p className="quiet">{linkText.panel.nothing}</p>{open}</div>
  const links = model.linksOf.get(entry.id) ?? []
  const suggestions = model.suggestionsOf.get(entry.id) ?? []
  const name = (other: LinkEntry) => (
    <button type="button" className="link-name" title={`${linkText.goTo}：${other.text}`} onClick={() => showBlock(editor, other.blockId)}>
      <span className="role" data-role={other.role}>{roleNames[other.role]}</span> {other.number}{other.lead}
    </button>
  )
  return (
    <div className="link-panel">
      <p className="link-self"><span className="role" data-role={entry.role}>{roleNames[entry.role]}</span> {entry.number}{entry.lead}</p>
      <h3>{linkText.panel.counterparts}</h3>
      {links.length === 0 && <p className="quiet">{linkText.panel.none}</p>}
      <ul>
        {links.map((link) => {
          const other = model.byId.get(otherEnd(link, entry.id))
          return other && (
            <li key={other.id}>
              <div>{name(other)}{link.origin === 'position' && <small>{linkText.panel.byPosition}</small>}</div>
              {link.removable && <Button size="small" type="text" icon={<CloseOutlined />} title={linkText.remove(entryName(model, other))} aria-label={linkText.remove(entryName(model, other))} onClick={() => actions.remove(link)} />}
            </li>
          )
        })}
      </ul>
      {suggestions.length > 0 && <h3>{linkText.panel.suggested}</h3>}
      <ul>
        {suggestions.map((suggestion) => {
          const other = model.byId.get(otherEnd(suggestion, entry.id))
          return other && (
            <li key={other.id}>
              <div>
                {name(other)}<small>{reasonsText(suggestion)}</small>
                <Button size="small" onClick={() => actions.accept([suggestion])}>{linkText.accept}</Button> <Button size="small" type="text" onClick={() => actions.reject(suggestion)}>{linkText.reject}</Button>
              </div>
            </li>
          )
        })}
      </ul>
      {!entry.inTable && (
        <Select
          showSearch={{ optionFilterProp: 'label' }} value={null} disabled={!editor.isEditable()} placeholder={entry.role === 'problem' ? linkText.panel.addAnswer : linkText.panel.addProblem} aria-label={linkText.panel.add}
          notFoundContent={linkText.panel.noMatch} options={pickerOptions(entry, model)} popupMatchSelectWidth={420} placement="bottomRight"
          onChange={(id: string | null) => {
            const other = id === null ? undefined : model.byId.get(id)
            if (other) actions.join(entry, other)
          }}
        />
      )}
      {open}
    </div>
  )
})
