/**
 * A chip under each time limit says what its words mean; a click opens the picker. The chips lie over the paper, not in
 * the text, so that typing, selecting and input methods never meet them.
 */
import { useCallback, useEffect, useState } from 'react'
import { Button, Checkbox, DatePicker, Popover } from 'antd'
import dayjs from 'dayjs'
import { $createTextNode, type LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { blockText } from '../../../../shared/document/runs.ts'
import { composeTimeLimit } from '../../../../shared/time-limit/compose-time-limit.ts'
import { paperTimeContext } from '../../../../shared/time-limit/paper-context.ts'
import { parseTimeLimit, type TimeLimit } from '../../../../shared/time-limit/parse-time-limit.ts'
import { zh } from '../../../text/zh.ts'
import { $blockById } from '../block/block-commands.ts'

interface Chip {
  readonly blockId: string
  readonly limit: TimeLimit
  readonly top: number
  readonly left: number
}

function describe(limit: TimeLimit): { readonly text: string; readonly inferred: boolean } {
  const parts = [
    ...(limit.due === null ? [] : [zh.limits.due(limit.due)]),
    ...(limit.kinds.includes('done') ? [zh.limits.done] : []),
    ...(limit.kinds.includes('immediate') ? [zh.limits.immediate] : []),
    ...(limit.within ? [zh.limits.within(limit.within.count, zh.limits.units[limit.within.unit])] : []),
    ...(limit.kinds.includes('event') ? [zh.limits.event] : []),
    ...(limit.kinds.includes('periodic') ? [zh.limits.periodic] : []),
    ...(limit.kinds.includes('longTerm') ? [zh.limits.longTerm] : []),
  ]
  return { text: parts.length === 0 ? zh.limits.none : parts.join(' · '), inferred: limit.yearInferred }
}

function measureChips(editor: LexicalEditor, draft: Draft): Chip[] {
  const root = editor.getRootElement()
  if (!root) return []
  const context = paperTimeContext(draft)
  const limits = draft.blocks.filter((block) => block.role === 'timeLimit')
  return limits.flatMap((block) => {
    const element = root.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(block.id)}"]`)
    if (!element) return []
    return [{ blockId: block.id, limit: parseTimeLimit(blockText(block), context), top: element.offsetTop + element.offsetHeight - 27, left: element.offsetLeft + 34 }]
  })
}

function Picker({ limit, onApply }: { readonly limit: TimeLimit; readonly onApply: (text: string) => void }) {
  const [immediate, setImmediate] = useState(limit.kinds.includes('immediate'))
  const [longTerm, setLongTerm] = useState(limit.kinds.includes('longTerm'))
  const [due, setDue] = useState(limit.due)
  const text = composeTimeLimit({ immediate, longTerm, due })
  return (
    <div className="limit-picker">
      <label className="limit-date">{zh.limits.pick}<DatePicker value={due === null ? null : dayjs(due)} placeholder={zh.limits.clear} onChange={(value) => setDue(value ? value.format('YYYY-MM-DD') : null)} /></label>
      <Checkbox checked={immediate} onChange={(event) => setImmediate(event.target.checked)}>{zh.limits.immediate}</Checkbox>
      <Checkbox checked={longTerm} onChange={(event) => setLongTerm(event.target.checked)}>{zh.limits.longTerm}</Checkbox>
      <p>{text}</p>
      <Button type="primary" size="small" disabled={text === ''} onClick={() => onApply(text)}>{zh.limits.apply}</Button>
    </div>
  )
}

export function LimitLayer({ editor, draft }: { readonly editor: LexicalEditor; readonly draft: Draft }) {
  const [chips, setChips] = useState<readonly Chip[]>([])
  const [open, setOpen] = useState<string>()
  const measure = useCallback(() => setChips(measureChips(editor, draft)), [editor, draft])
  useEffect(() => {
    const observer = new ResizeObserver(measure)
    const stop = editor.registerRootListener((root) => {
      observer.disconnect()
      if (root) observer.observe(root)
    })
    return () => {
      stop()
      observer.disconnect()
    }
  }, [editor, measure])

  const apply = (blockId: string, text: string) => {
    setOpen(undefined)
    editor.update(() => {
      const block = $blockById(blockId)
      if (!block) return
      block.clear()
      block.append($createTextNode(text)).selectEnd()
    })
  }
  return (
    <div className="limit-layer">
      {chips.map((chip) => {
        const { text, inferred } = describe(chip.limit)
        return (
          <Popover
            key={chip.blockId} trigger="click" placement="bottomLeft" open={open === chip.blockId} onOpenChange={(shown) => setOpen(shown && editor.isEditable() ? chip.blockId : undefined)} destroyOnHidden
            content={<Picker limit={chip.limit} onApply={(words) => apply(chip.blockId, words)} />}
          >
            <button type="button" className="limit-chip" data-empty={chip.limit.kinds.length === 0} style={{ top: chip.top, left: chip.left }}>
              {text}{inferred && <span className="inferred"> · {zh.limits.inferred}</span>} ▾
            </button>
          </Popover>
        )
      })}
    </div>
  )
}
