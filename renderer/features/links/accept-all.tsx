/** All suggestions in one list, each with its reason, before any of them is taken. */
import { useState } from 'react'
import { Modal } from 'antd'
import type { LinkSuggestion } from '../../../shared/document/link-suggestions.ts'
import { linkText } from '../../text/links.ts'
import { entryName, reasonsText, type LinkModel } from './link-model.ts'
import { pairKey } from './rejected-suggestions.ts'

interface AcceptAllProps {
  readonly model: LinkModel
  readonly onAccept: (suggestions: readonly LinkSuggestion[]) => void
  readonly onClose: () => void
}

export function AcceptAll({ model, onAccept, onClose }: AcceptAllProps) {
  const [suggestions] = useState(model.suggestions)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = suggestions.filter((one) => !left.has(pairKey(one)))
  const toggle = (key: string) => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    setLeft(next)
  }
  return (
    <Modal
      open centered width={860} title={linkText.acceptTitle(suggestions.length)} okText={linkText.acceptChosen(chosen.length)} okButtonProps={{ disabled: chosen.length === 0 }}
      onCancel={onClose} onOk={() => { onAccept(chosen); onClose() }}
    >
      <p className="quiet">{linkText.acceptHint}</p>
      <ol className="accept-list">
        {suggestions.map((one) => {
          const [answer, problem] = [model.byId.get(one.answerId), model.byId.get(one.problemId)]
          return answer && problem && (
            <li key={pairKey(one)}>
              <label>
                <input type="checkbox" checked={!left.has(pairKey(one))} onChange={() => toggle(pairKey(one))} />
                <span><b>{entryName(model, answer)}</b> {answer.lead}</span>
                <span className="accept-to">{linkText.to} <b>{entryName(model, problem)}</b> {problem.lead}</span>
                <small>{reasonsText(one)}</small>
              </label>
            </li>
          )
        })}
      </ol>
    </Modal>
  )
}
