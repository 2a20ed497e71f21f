/**
 * A chip under each time limit says what its words mean; a click opens the picker. The chips lie over the paper, not in
 * the text, so that typing, selecting and input methods never meet them.
 */
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button, Checkbox, DatePicker, Popover } from 'antd'
import dayjs from 'dayjs'
import { $addUpdateTag, $createTextNode, COMMAND_PRIORITY_LOW, HISTORY_PUSH_TAG, KEY_ESCAPE_COMMAND, type LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { blockText } from '../../../../shared/document/runs.ts'
import { composeTimeLimit } from '../../../../shared/time-limit/compose-time-limit.ts'
import { officialForm, type OfficialForm } from '../../../../shared/time-limit/official-form.ts'
import { paperTimeContext } from '../../../../shared/time-limit/paper-context.ts'
import { parseTimeLimit, type TimeLimit } from '../../../../shared/time-limit/parse-time-limit.ts'
import { timeLimitText } from '../../../text/time-limits.ts'
import { zh } from '../../../text/zh.ts'
import { useEditable } from '../../use-editable.ts'
import { usePaperSize } from '../../use-paper-size.ts'
import { $blockById } from '../block/block-commands.ts'
import { PART_INSERTED_COMMAND } from '../offers/offer-commands.ts'
import { offerRoom } from '../offers/offer-room.ts'
import { describeLimit } from './describe-limit.ts'

interface Chip {
  readonly blockId: string
  readonly limit: TimeLimit
  /** What may be written in the place of a date jotted down. */
  readonly official: OfficialForm | undefined
  readonly top: number
  readonly left: number
}

/** The limits of the paper with what their words mean. Read once for a state of the draft: where they lie is asked far more often. */
function limitsOf(draft: Draft): Omit<Chip, 'top' | 'left'>[] {
  const limits = draft.blocks.filter((block) => block.role === 'timeLimit')
  if (limits.length === 0) return []
  const context = paperTimeContext(draft)
  return limits.map((block) => ({ blockId: block.id, limit: parseTimeLimit(blockText(block), context), official: officialForm(blockText(block), context) }))
}

function placeChips(editor: LexicalEditor, limits: readonly Omit<Chip, 'top' | 'left'>[]): Chip[] {
  const root = editor.getRootElement()
  if (!root || limits.length === 0) return []
  const elements = new Map(Array.from(root.querySelectorAll<HTMLElement>('[data-role="timeLimit"]'), (element) => [element.dataset['blockId'], element]))
  return limits.flatMap((limit) => {
    const element = elements.get(limit.blockId)
    return element ? [{ ...limit, top: element.offsetTop + element.offsetHeight - 27 - (element.hasAttribute('data-item-end') ? offerRoom : 0), left: element.offsetLeft + 34 }] : []
  })
}

/** Composes the words of a limit from a date and what goes with it. */
export function LimitPicker({ limit, onApply }: { readonly limit: TimeLimit; readonly onApply: (text: string) => void }) {
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
  readonly editable: boolean
  readonly onOpen: (blockId: string) => void
  readonly onWrite: (blockId: string, before: string, text: string) => void
}

const ChipButton = memo(function ChipButton({ blockId, limit, official, top, left, editable, onOpen, onWrite }: ChipButtonProps) {
  const { text, inferred } = describeLimit(limit)
  return (
    <span className="limit-chips" data-limit-of={blockId} style={{ top, left }}>
      <button type="button" className="limit-chip" data-empty={limit.kinds.length === 0} onClick={() => onOpen(blockId)}>
        {text}{inferred && <span className="inferred"> · {zh.limits.inferred}</span>} ▾
      </button>
      {official && editable && (
        // Keeps the caret in the paper.
        <button type="button" className="limit-write" title={timeLimitText.writeTitle} onMouseDown={(event) => event.preventDefault()} onClick={() => onWrite(blockId, limit.text, official.text)}>{timeLimitText.write(official.words)}</button>
      )}
    </span>
  )
})

/** Plain buttons, and one picker for the one that is open: a paper may have hundreds of limits. */
export const LimitLayer = memo(function LimitLayer({ editor, draft }: { readonly editor: LexicalEditor; readonly draft: Draft }) {
  const [chips, setChips] = useState<readonly Chip[]>([])
  const [open, setOpen] = useState<string>()
  const limits = useMemo(() => limitsOf(draft), [draft])
  const editable = useEditable(editor)
  const measure = useCallback(() => setChips(placeChips(editor, limits)), [editor, limits])
  usePaperSize(editor, measure)

  // A limit just offered shows its picker at once. The caret stays in the text: who writes the words closes it.
  const offered = useRef<string>(undefined)
  useEffect(() => {
    const removes = [
      editor.registerCommand(PART_INSERTED_COMMAND, ({ field, blockId }) => {
        if (field !== 'timeLimit') return false
        offered.current = blockId
        setOpen(blockId)
        return false
      }, COMMAND_PRIORITY_LOW),
      editor.registerCommand(KEY_ESCAPE_COMMAND, () => {
        setOpen(undefined)
        return false
      }, COMMAND_PRIORITY_LOW),
    ]
    return () => { for (const remove of removes) remove() }
  }, [editor])
  useEffect(() => {
    const block = draft.blocks.find((one) => one.id === offered.current)
    if (block === undefined || blockText(block) === '') return
    offered.current = undefined
    setOpen((shown) => (shown === block.id ? undefined : shown))
  }, [draft])

  /** @param before the words it was offered for: others typed since stay as they are. */
  const write = useCallback((blockId: string, before: string | undefined, text: string) => {
    if (!editor.isEditable()) return
    editor.update(() => {
      const block = $blockById(blockId)
      if (!block || (before !== undefined && block.getTextContent() !== before)) return
      $addUpdateTag(HISTORY_PUSH_TAG)
      block.clear()
      block.append($createTextNode(text)).selectEnd()
    })
  }, [editor])
  const apply = (blockId: string, text: string) => {
    setOpen(undefined)
    write(blockId, undefined, text)
  }
  const openPicker = useCallback((blockId: string) => { if (editor.isEditable()) setOpen(blockId) }, [editor])
  const opened = chips.find((chip) => chip.blockId === open)
  return (
    <div className="limit-layer">
      {chips.map((chip) => <ChipButton key={chip.blockId} {...chip} editable={editable} onOpen={openPicker} onWrite={write} />)}
      {opened && (
        <Popover
          key={opened.blockId} trigger="click" placement="bottomLeft" open onOpenChange={(shown) => { if (!shown) setOpen(undefined) }} destroyOnHidden
          content={<LimitPicker limit={opened.limit} onApply={(words) => apply(opened.blockId, words)} />}
        >
          <span className="limit-anchor" style={{ top: opened.top, left: opened.left }} />
        </Popover>
      )}
    </div>
  )
})
