/** One open key: how often it stands, its places one after another, and the field that fills them all. */
import { memo, useState } from 'react'
import { Button } from 'antd'
import { DownOutlined, UpOutlined } from '@ant-design/icons'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { placeholderText } from '../../../../shared/placeholders/catalogue.ts'
import type { OpenPlaceholder } from '../../../../shared/placeholders/placeholder-places.ts'
import { placeholderTexts } from '../../../text/placeholders.ts'
import { FillField } from './fill-field.tsx'
import { showPlace } from './show-place.ts'

interface PlaceholderRowProps {
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly open: OpenPlaceholder
  readonly known: string | undefined
  readonly disabled: boolean
  readonly onFill: (key: string, value: string) => void
}

export const PlaceholderRow = memo(function PlaceholderRow({ editor, draft, open: { key, count, places }, known, disabled, onFill }: PlaceholderRowProps) {
  const [at, setAt] = useState<number>()
  const go = (by: 1 | -1) => {
    const next = at === undefined || at >= count ? (by === 1 ? 0 : count - 1) : (at + by + count) % count
    const range = places[next]
    if (!range) return
    setAt(next)
    showPlace(editor, range.place, range.from, range.to)
  }
  return (
    <li className="placeholder-row" data-key={key}>
      <div className="placeholder-head">
        <b title={placeholderText(key)}>{key}</b>
        <span className="placeholder-count">{at === undefined || at >= count ? placeholderTexts.count(count) : placeholderTexts.at(at + 1, count)}</span>
        <Button type="text" size="small" icon={<UpOutlined />} title={placeholderTexts.previous} aria-label={placeholderTexts.previousOf(key)} onClick={() => go(-1)} />
        <Button type="text" size="small" icon={<DownOutlined />} title={placeholderTexts.next} aria-label={placeholderTexts.nextOf(key)} onClick={() => go(1)} />
      </div>
      <FillField editor={editor} draft={draft} placeholderKey={key} known={known} disabled={disabled} onFill={(value) => onFill(key, value)} />
    </li>
  )
})
