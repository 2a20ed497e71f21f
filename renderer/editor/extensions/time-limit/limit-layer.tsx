/**
 * A chip under each time limit says what its words mean; a click opens the picker. The chips lie over the paper, not in
 * the text, so that typing, selecting and input methods never meet them.
 */
import { memo, useCallback, useEffect, useMemo, useState } from 'react'
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
import { describeLimit } from './describe-limit.ts'

interface Chip {
  readonly blockId: string
  readonly limit: TimeLimit
  readonly top: number
  readonly left: number
}

/** The limits of the paper with what their words mean. Read once for a state of the draft: where they lie is asked far more often. */
function limitsOf(draft: Draft): Omit<Chip, 'top' | 'left'>[] {
  const limits = draft.blocks.filter((block) => block.role === 'timeLimit')
  if (limits.length === 0) return []
  const context = paperTimeContext(draft)
  return limits.map((block) => ({ blockId: block.id, limit: parseTimeLimit(blockText(block), context) }))
}

function placeChips(editor: LexicalEditor, limits: readonly Omit<Chip, 'top' | 'left'>[]): Chip[] {
  const root = editor.getRootElement()
  if (!root || limits.length === 0) return []
  const elements = new Map(Array.from(root.querySelectorAll<HTMLElement>('[data-role="timeLimit"]'), (element) => [element.dataset['blockId'], element]))
  return limits.flatMap((limit) => {
    const element = elements.get(limit.blockId)
    return element ? [{ ...limit, top: element.offsetTop + element.offsetHeight - 27, left: element.offsetLeft + 34 }] : []
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

interface ChipButtonProps extends Chip {
  readonly onOpen: (blockId: string) => void
}

const ChipButton = memo(function ChipButton({ blockId, limit, top, left, onOpen }: ChipButtonProps) {
  const { text, inferred } = describeLimit(limit)
  return (
    <button type="button" className="limit-chip" data-empty={limit.kinds.length === 0} style={{ top, left }} onClick={() => onOpen(blockId)}>
      {text}{inferred && <span className="inferred"> · {zh.limits.inferred}</span>} ▾
    </button>
  )
})

/** Plain buttons, and one picker for the one that is open: a paper may have hundreds of limits. */
export const LimitLayer = memo(function LimitLayer({ editor, draft }: { readonly editor: LexicalEditor; readonly draft: Draft }) {
  const [chips, setChips] = useState<readonly Chip[]>([])
  const [open, setOpen] = useState<string>()
  const limits = useMemo(() => limitsOf(draft), [draft])
  const measure = useCallback(() => setChips(placeChips(editor, limits)), [editor, limits])
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
  const openPicker = useCallback((blockId: string) => { if (editor.isEditable()) setOpen(blockId) }, [editor])
  const opened = chips.find((chip) => chip.blockId === open)
  return (
    <div className="limit-layer">
      {chips.map((chip) => <ChipButton key={chip.blockId} {...chip} onOpen={openPicker} />)}
      {opened && (
        <Popover
          key={opened.blockId} trigger="click" placement="bottomLeft" open onOpenChange={(shown) => { if (!shown) setOpen(undefined) }} destroyOnHidden
          content={<Picker limit={opened.limit} onApply={(words) => apply(opened.blockId, words)} />}
        >
          <span className="limit-anchor" style={{ top: opened.top, left: opened.left }} />
        </Popover>
      )}
    </div>
  )
})
